import { gzipSync } from 'node:zlib'
import type { BenchClient } from './client.ts'
import { load, type Measured } from './load.ts'
import type { CpuTime } from './process-cpu.ts'

/** The snapshot of a container of 10,000 items, as a browser fetches it. */
export async function benchBootstrap(
  client: BenchClient,
  at: { readonly containerId: string; readonly cpu: () => CpuTime },
): Promise<{ readonly measured: Measured; readonly bytes: number; readonly gzipBytes: number }> {
  const path = `/sync/bootstrap?scope=container:${at.containerId}`
  const text = JSON.stringify(await client.get(path))
  const measured = await load({ clients: 1, calls: 10, cpu: at.cpu }, () => client.get(path))
  return { measured, bytes: text.length, gzipBytes: gzipSync(text).length }
}
