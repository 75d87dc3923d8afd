import type { BareSteps, Standing } from './bare-steps.ts'

/** What one act of the product took, and bare SQL with as many transactions of the same size. */
export type ActFigures = {
  readonly oursSeconds: number
  readonly bareSeconds: number
  /** How much the process grew meanwhile, MB resident. */
  readonly grownMb: number
}

/** Leads instances on by bare SQL, slice by slice. */
export async function goInSlices(
  bare: BareSteps,
  standings: readonly Standing[],
  size: number,
): Promise<readonly Standing[]> {
  const next: Standing[] = []
  for (let at = 0; at < standings.length; at += size)
    next.push(...(await bare.go(standings.slice(at, at + size))))
  return next
}

/** How long something takes, in seconds, and how much the process grows by it. */
export async function timed(work: () => Promise<unknown>) {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  clearInterval(look)
  return { seconds, grownMb: (most - before) / 1e6 }
}

/** The head of a table of acts. */
export function printActHead(what: string): void {
  console.log(`\n| round | ${what} / s | at most more MB | bare SQL / s | ratio |`)
  console.log('|---|---|---|---|---|')
}

/** One round of it. */
export function printAct(
  round: number,
  count: number,
  { oursSeconds, bareSeconds, grownMb }: ActFigures,
): void {
  const perSecond = (seconds: number) => Math.round(count / seconds).toLocaleString('en')
  const ratio = (bareSeconds / oursSeconds).toFixed(2)
  console.log(
    `| ${round} | ${perSecond(oursSeconds)} | ${grownMb.toFixed(0)} | ${perSecond(bareSeconds)} | ${ratio} |`,
  )
}
