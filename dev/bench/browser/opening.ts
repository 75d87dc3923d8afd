import type { Browser } from '@playwright/test'
import { costOf, heapOf, median, nodesOf, settled } from './cost.ts'
import type { Filled } from './data.ts'
import type { Figure } from './figure.ts'
import { type Notes, openPage, type Visitor, visit } from './visitor.ts'

const RUNS = 3

/** What is promised for a page, by the clock and by the processor. */
type Limits = { readonly coldMs: number; readonly warmMs: number; readonly cpuMs: number }

type Opening = { readonly ms: number; readonly cpu: number }
type Run = { readonly cold: Opening; readonly warm: Opening; readonly nodes: number; readonly heap: number }

/**
 * Opens a page with an empty cache, and once more when the browser has kept what it keeps, until its first
 * items are painted.
 */
export async function benchOpening(
  browser: Browser,
  at: { readonly url: string; readonly filled: Filled; readonly path: string; readonly name: string },
  limits: Limits,
): Promise<readonly Figure[]> {
  const address = `${at.url}/o/${at.filled.client.slug}/${at.path}`
  const runs: Run[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const first = await visit(browser, { url: at.url, client: at.filled.client })
    const cold = await open(first, address)
    await settled(first)
    const [nodes, heap] = [await nodesOf(first), await heapOf(first)]
    await untilKept(first)
    await first.page.close()
    const again = await openPage(first.context, at.url)
    const warm = await open(again, address)
    await first.context.close()
    runs.push({ cold, warm, nodes, heap })
  }
  const middle = (pick: (run: Run) => number) => median(runs.map(pick))
  return [
    {
      name: `${at.name}, first items painted, empty cache`,
      value: middle((run) => run.cold.ms),
      unit: 'ms',
      limit: limits.coldMs,
    },
    {
      name: `${at.name}, first items painted, full cache`,
      value: middle((run) => run.warm.ms),
      unit: 'ms',
      limit: limits.warmMs,
    },
    {
      name: `${at.name}, CPU to open`,
      value: middle((run) => run.warm.cpu),
      unit: 'ms',
      limit: limits.cpuMs,
    },
    {
      name: `${at.name}, elements in the document`,
      value: middle((run) => run.nodes),
      unit: '',
      limit: 2_500,
    },
    { name: `${at.name}, memory`, value: middle((run) => run.heap), unit: 'MB', limit: 60 },
  ]
}

/** A page at rest writes down what it loaded, and keeps the program: by then both are there. */
const KEPT_MS = 8_000

/** The second visit is that of a person who has read the page before leaving it. */
async function untilKept({ page }: Visitor): Promise<void> {
  await page.waitForTimeout(KEPT_MS)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
}

/** By then the browser has cleared away the page before, and started the process that draws the next. */
const AT_REST_MS = 1_500

async function open(visitor: Visitor, address: string): Promise<Opening> {
  const { page } = visitor
  await page.waitForTimeout(AT_REST_MS)
  let ms = 0
  const { cpu } = await costOf(visitor, async () => {
    await page.goto(address, { waitUntil: 'commit' })
    // Looking with every frame, as is usual, would have the page draw one frame after the other meanwhile.
    await page.waitForFunction(
      () => (window as unknown as Notes).firstItemAt !== undefined, // Left there by our script.
      undefined,
      { polling: 250 },
    )
    ms = await page.evaluate(() => (window as unknown as Notes).firstItemAt ?? 0) // As above.
  })
  return { ms, cpu }
}
