import type { CpuTime } from './process-cpu.ts'

/** What a load showed. Times in milliseconds. */
export type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly cpuPerCall: number
  /** The part of it that the server's own process took, without the database. */
  readonly ownCpuPerCall: number
}

/** So many calls before anything is measured: a server that has run for a minute has its code compiled. */
export const WARM_UP_CALLS = 500

/**
 * A closed loop: so many clients, each calling again as soon as it was answered.
 *
 * @param cpu CPU time used so far by what is measured
 */
export async function load(
  settings: { readonly clients: number; readonly calls: number; readonly cpu: () => CpuTime },
  call: (index: number) => Promise<unknown>,
): Promise<Measured> {
  const latencies: number[] = []
  let next = 0
  const client = async (): Promise<void> => {
    while (next < settings.calls) {
      const index = next++
      const start = performance.now()
      await call(index)
      latencies.push(performance.now() - start)
    }
  }
  const cpuBefore = settings.cpu()
  const start = performance.now()
  await Promise.all(Array.from({ length: settings.clients }, client))
  const wall = performance.now() - start
  const cpuAfter = settings.cpu()
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return {
    perSecond: (settings.calls / wall) * 1000,
    p50: at(0.5),
    p95: at(0.95),
    cpuPerCall: (cpuAfter.tree - cpuBefore.tree) / settings.calls,
    ownCpuPerCall: (cpuAfter.own - cpuBefore.own) / settings.calls,
  }
}
