import type { Page } from '@playwright/test'
import type { Visitor } from './visitor.ts'

/** CPU time of the page's main thread in milliseconds: all of it, and the two parts that can be told apart. */
export type Cost = { readonly cpu: number; readonly script: number; readonly layout: number }

/** What some work costs the page until it has painted the outcome. */
export async function costOf(visitor: Visitor, work: () => Promise<unknown>): Promise<Cost> {
  const before = await readCost(visitor)
  await work()
  await painted(visitor)
  const after = await readCost(visitor)
  // Another process has taken over when the counters went back.
  const since = after.cpu < before.cpu ? { cpu: 0, script: 0, layout: 0 } : before
  return {
    cpu: after.cpu - since.cpu,
    script: after.script - since.script,
    layout: after.layout - since.layout,
  }
}

/** Waits until the next frame is painted. */
export async function painted({ page }: Visitor): Promise<void> {
  await alive(
    page,
    page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve))
        }),
    ),
  )
}

/** No frame takes that long, and no scroll of some hundred of them. */
const LOST_MS = 60_000

/** The outcome of work that waits for frames; a page that paints no more would let it wait for ever. */
export async function alive<Value>(page: Page, work: Promise<Value>): Promise<Value> {
  const lost = page.waitForTimeout(LOST_MS).then(() => {
    throw new Error(`${page.url()} paints no more`)
  })
  return await Promise.race([work, lost])
}

/** Waits until nothing has happened on the main thread for a while. */
export async function settled(visitor: Visitor): Promise<void> {
  let before = await readCost(visitor)
  for (let round = 0; round < 50; round += 1) {
    await visitor.page.waitForTimeout(150)
    const now = await readCost(visitor)
    if (now.cpu - before.cpu < 3) return
    before = now
  }
}

async function readCost({ session }: Visitor): Promise<Cost> {
  const { metrics } = await session.send('Performance.getMetrics')
  const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return {
    cpu: ms('TaskDuration'),
    script: ms('ScriptDuration'),
    layout: ms('LayoutDuration') + ms('RecalcStyleDuration'),
  }
}

/** Memory that is still referred to, in megabytes, after the rest has been collected. */
export async function heapOf({ session }: Visitor): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** Elements in the document. */
export async function nodesOf({ page }: Visitor): Promise<number> {
  return await page.evaluate(() => document.querySelectorAll('*').length)
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The number that a share of all numbers does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
