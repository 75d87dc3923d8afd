import { existsSync, readFileSync } from 'node:fs'
import type { BenchClient } from './client.ts'
import type { BenchServer } from './server.ts'

const FORMATS = ['csv', 'xlsx', 'json'] as const
const SAMPLE_MS = 50

/** Exports every item in each format, as a table of seconds, megabytes and the server's memory. */
export async function benchExports(client: BenchClient, server: BenchServer): Promise<string> {
  const rows: string[] = []
  for (const format of FORMATS) {
    const before = residentMb(server.pid)
    let peak = before
    const sampling = setInterval(() => {
      peak = Math.max(peak, residentMb(server.pid))
    }, SAMPLE_MS)
    const start = performance.now()
    const { firstMs, bytes } = await take(client, server, format)
    const seconds = (performance.now() - start) / 1000
    clearInterval(sampling)
    const figures = [seconds.toFixed(1), firstMs.toFixed(0), (bytes / 1e6).toFixed(1)]
    rows.push(`| ${[format, ...figures, before.toFixed(0), peak.toFixed(0)].join(' | ')} |`)
  }
  return `| format | seconds | first byte ms | MB | server before, MB resident | at most |\n|---|---|---|---|---|---|\n${rows.join('\n')}`
}

async function take(client: BenchClient, server: BenchServer, format: string) {
  const start = performance.now()
  const query = new URLSearchParams({ format, query: 'order by due' }).toString()
  const address = `${server.url}/api/v1/o/${client.organisationId}/exports/items?${query}`
  const response = await fetch(address, { headers: { cookie: client.cookie } })
  if (!response.ok || !response.body) throw new Error(`export: ${await response.text()}`)
  let [firstMs, bytes] = [0, 0]
  for await (const piece of response.body) {
    if (bytes === 0) firstMs = performance.now() - start
    bytes += piece.length
  }
  return { firstMs, bytes }
}

/** Memory of a process that is not elsewhere; nothing once it has ended. Linux only. */
export function residentMb(pid: number): number {
  const path = `/proc/${pid}/status`
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(existsSync(path) ? readFileSync(path, 'utf8') : '') ?? []
  return Number(kilobytes) / 1024
}
