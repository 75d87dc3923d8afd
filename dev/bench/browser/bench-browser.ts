import type { Browser } from '@playwright/test'
import { ensureChromium } from '../../setup/chromium.mjs'
import { ensureWebBuilt } from '../../setup/web.mjs'
import { benchBootstrap } from '../bootstrap.ts'
import { NO_CPU } from '../process-cpu.ts'
import { figureTable, type Section } from '../report.ts'
import { startBenchServer } from '../server.ts'
import { type Filled, fillLarge, fillLists, fillWhole } from './data.ts'
import type { Figure } from './figure.ts'
import { benchBoard, benchList, benchLists, benchTable } from './layouts.ts'
import { benchManyChanges, benchRemoteChange } from './live.ts'
import { benchSwitching } from './memory.ts'
import { benchOpening } from './opening.ts'
import { benchSizes } from './sizes.ts'
import { launchBrowser, visit } from './visitor.ts'
import { calibrate } from './yardstick.ts'

const LIMITS = { coldMs: 1_000, warmMs: 600, cpuMs: 450 }

type Around = {
  readonly url: string
  readonly browser: Browser
  readonly large: Filled
  readonly lists: Filled
  readonly say: (text: string) => void
}

/** The built pages in Chromium, on a server of their own with 10,000 items, and with 4,000 cards on 250 lists. */
export async function benchBrowser(port: number, say: (text: string) => void): Promise<readonly Section[]> {
  const executable = await ensureChromium()
  await ensureWebBuilt()
  const server = await startBenchServer(port)
  const [browser, other] = [await launchBrowser(executable), await launchBrowser(executable)]
  try {
    say('Filling 10,000 items, and 4,000 cards on 250 lists …')
    const { url } = server
    const around = { url, browser, say, large: await fillLarge(url), lists: await fillLists(url) }
    const snapshot = await benchSnapshot(around.large)
    const opening = await withYardstick(around, 'Opening', () => benchAllOpening(around))
    const using = await withYardstick(around, 'Using', () => benchAllUsing(around))
    const at = { url, filled: around.large }
    say('Several browsers …')
    const live = await benchRemoteChange(browser, other, at)
    const request = { name: 'the same change by one request, p50', ms: live.request.p50 }
    const crowd = await withYardstick(around, 'Many changes, memory', async () => [
      ...(await benchManyChanges(browser, at)),
      ...(await benchSwitching(browser, at)),
    ])
    return [
      { title: 'Browser: what is fetched', text: figureTable([...benchSizes(), ...snapshot], null) },
      opening,
      using,
      { title: 'Browser: a change seen by a second one', text: figureTable(live.figures, request) },
      crowd,
      await withYardstick(around, 'The whole organisation', () => benchWhole(around)),
    ]
  } finally {
    await Promise.all([browser.close(), other.close()])
    await server.close()
  }
}

async function benchSnapshot({ client, containerId }: Filled): Promise<readonly Figure[]> {
  const { measured, gzipBytes } = await benchBootstrap(client, { containerId, cpu: NO_CPU })
  return [
    { name: 'snapshot of 10,000 items, gzip', value: gzipBytes / 1000, unit: 'kB', limit: 400 },
    { name: 'snapshot of 10,000 items, answered, p50', value: measured.p50, unit: 'ms', limit: 1_000 },
  ]
}

async function benchAllOpening({ url, browser, large, lists }: Around): Promise<readonly Figure[]> {
  const pages = [
    { filled: large, search: '', name: 'list of 10,000' },
    { filled: large, search: '?view=table', name: 'table of 10,000' },
    { filled: large, search: '?view=board', name: 'board of 10,000' },
    { filled: lists, search: '?view=board&group=label', name: '4,000 cards on 250 lists' },
  ]
  const figures: Figure[] = []
  for (const { filled, search, name } of pages) {
    const path = `c/${filled.key}/work${search}`
    figures.push(...(await benchOpening(browser, { url, filled, path, name }, LIMITS)))
  }
  return figures
}

/** "All items" of an organisation with 100,000, in every layout. */
async function benchWhole({ url, browser, say }: Around): Promise<readonly Figure[]> {
  say('  filling 100,000 items …')
  const filled = await fillWhole(url)
  const figures: Figure[] = []
  for (const view of ['list', 'table', 'board', 'calendar', 'timeline']) {
    say(`  ${view} …`)
    const at = { url, filled, path: `items?view=${view}`, name: `${view} of 100,000` }
    figures.push(...(await benchOpening(browser, at, LIMITS)))
  }
  return figures
}

async function benchAllUsing({ url, browser, large, lists, say }: Around): Promise<readonly Figure[]> {
  const layouts = [
    { name: 'list', bench: benchList, filled: large },
    { name: 'table', bench: benchTable, filled: large },
    { name: 'board', bench: benchBoard, filled: large },
    { name: '250 lists', bench: benchLists, filled: lists },
  ]
  const figures: Figure[] = []
  for (const { name, bench, filled } of layouts) {
    say(`  ${name} …`)
    figures.push(...(await bench(browser, { url, filled })))
  }
  return figures
}

/** The yardstick is taken before and after: their mean is what the machine was worth meanwhile. */
async function withYardstick(
  { browser, url, large, say }: Around,
  title: string,
  work: () => Promise<readonly Figure[]>,
): Promise<Section> {
  say(`${title} …`)
  const visitor = await visit(browser, { url, client: large.client })
  const before = await calibrate(visitor)
  const figures = await work()
  const after = await calibrate(visitor)
  await visitor.context.close()
  const yardstick = {
    name: 'sorting and printing 20,000 objects in the same browser, CPU',
    ms: (before + after) / 2,
  }
  return { title: `Browser: ${title.toLowerCase()}`, text: figureTable(figures, yardstick) }
}
