import type { Browser, Page } from '@playwright/test'
import { freshId } from '../client.ts'
import { load, type Measured } from '../load.ts'
import { NO_CPU } from '../process-cpu.ts'
import { costOf, median, percentile, settled } from './cost.ts'
import type { Figure } from './figure.ts'
import { type At, openLayout } from './open-layout.ts'
import { times } from './pressing.ts'
import type { Notes, Visitor } from './visitor.ts'

const CHANGES = 40

/** What the second browser saw, and the yardstick: the same change by one request. */
export type Live = { readonly figures: readonly Figure[]; readonly request: Measured }

/** A title written in one browser until it is read in another, both with 10,000 items on the screen. */
export async function benchRemoteChange(browser: Browser, other: Browser, at: At): Promise<Live> {
  const writer = await openLayout(browser, at, '?view=table')
  const reader = await openLayout(other, at, '?view=table')
  const delays: number[] = []
  await writer.page.locator('[role=gridcell][data-column=title]').first().click()
  for (let round = 0; round < CHANGES; round += 1) {
    const title = `Seen by both ${round}`
    const seenAt = reader.page.evaluate(untilRead, title)
    await writer.page.keyboard.type(title)
    const sentAt = await writer.page.evaluate(() => performance.timeOrigin + performance.now())
    await writer.page.keyboard.press('Enter')
    delays.push((await seenAt) - sentAt)
    await writer.page.keyboard.press('ArrowUp')
    await writer.page.waitForTimeout(50)
  }
  await writer.context.close()
  await reader.context.close()
  const { client, itemIds } = at.filled
  const request = await load({ clients: 1, calls: CHANGES, cpu: NO_CPU }, (index) =>
    client.run([{ name: 'work.changeItem', input: { id: itemIds[index], patch: { title: freshId() } } }]),
  )
  return {
    request,
    figures: [
      { name: 'a change seen by a second browser, p50', value: median(delays), unit: 'ms' },
      {
        name: 'a change seen by a second browser, p95',
        value: percentile(delays, 0.95),
        unit: 'ms',
        limit: 500,
      },
    ],
  }
}

/** The moment at which a text is there, by the clock that all browsers of a machine share. */
function untilRead(text: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[role=grid]')?.textContent?.includes(text))
        resolve(performance.timeOrigin + performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

const FLOOD = 5_000
const BATCH = 1_000
const STEADY_MS = 10_000
const STEADY_EVERY_MS = 100
const STEADY_SIZE = 10

/** 5,000 changes at once, and then 100 a second, while a page of 10,000 items is open. */
export async function benchManyChanges(browser: Browser, at: At): Promise<readonly Figure[]> {
  const visitor = await openLayout(browser, at, '')
  const { page } = visitor
  await clearLongTasks(page)
  const flood = await costOf(visitor, async () => {
    for (let from = 0; from < FLOOD; from += BATCH) await change(at, { from, count: BATCH })
    await settled(visitor)
  })
  const longest = Math.max(0, ...(await longTasks(page)))
  await clearLongTasks(page)
  let isOver = false
  const steady = (async () => {
    for (let from = 0; !isOver; from = (from + STEADY_SIZE) % FLOOD) {
      const pause = page.waitForTimeout(STEADY_EVERY_MS)
      await change(at, { from, count: STEADY_SIZE })
      await pause
    }
  })()
  const start = performance.now()
  const busy = await costOf(visitor, () => page.waitForTimeout(STEADY_MS))
  const share = (busy.cpu / (performance.now() - start)) * 100
  const move = await pressWithoutRest(visitor)
  isOver = true
  await steady
  await visitor.context.close()
  return [
    { name: '5,000 changes at once, CPU in all', value: flood.cpu, unit: 'ms' },
    { name: '5,000 changes at once, longest task', value: longest, unit: 'ms', limit: 500 },
    { name: '100 changes a second, share of the main thread', value: share, unit: '%', limit: 50 },
    { name: '100 changes a second, keyboard move, event', value: move, unit: 'ms', limit: 200 },
  ]
}

async function pressWithoutRest(visitor: Visitor): Promise<number> {
  const durations: number[] = []
  for (const key of times(15, 'j')) {
    await visitor.page.evaluate(() => (window as unknown as Notes).events.splice(0)) // Left there by our script.
    await visitor.page.keyboard.press(key)
    await visitor.page.waitForTimeout(120)
    const events = await visitor.page.evaluate(
      () => (window as unknown as Notes).events.map(({ duration }) => duration), // As above.
    )
    durations.push(Math.max(16, ...events))
  }
  return median(durations)
}

async function change(
  at: At,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<void> {
  const ids = at.filled.itemIds.slice(from, from + count)
  await at.filled.client.run(
    ids.map((id) => ({
      name: 'work.changeItem',
      input: { id, patch: { title: `Changed ${freshId().slice(-8)}` } },
    })),
  )
}

function longTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (window as unknown as Notes).longTasks) // Left there by our script.
}

async function clearLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Notes).longTasks.splice(0)) // As above.
}
