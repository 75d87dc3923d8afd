import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import type { BenchClient } from '../client.ts'

/** A page of a signed-in person, and the line to the browser's own measurements. */
export type Visitor = {
  readonly context: BrowserContext
  readonly page: Page
  readonly session: CDPSession
  readonly url: string
}

const VIEWPORT = { width: 1440, height: 900 }
const PATIENCE_MS = 60_000

/** Chromium without a window and without a graphics card. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      // A page behind another goes on painting: otherwise waiting for its next frame takes for ever.
      ...['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
      // Memory is read after a collection, and to the byte. What drives the browser has it note where in the code
      // each request was made: without the last flag it would compile large parts again for that, which no
      // person's browser does.
      ...['--enable-precise-memory-info', '--js-flags=--expose-gc --no-enable-lazy-source-positions'],
    ],
  })
}

/** A browser of its own, with an empty cache, in which somebody is signed in. */
export async function visit(browser: Browser, at: { readonly url: string; readonly client: BenchClient }) {
  const context = await browser.newContext({ viewport: VIEWPORT })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addCookies(
    at.client.cookie.split('; ').map((text) => {
      const [name = '', ...value] = text.split('=')
      return { name, value: value.join('='), url: at.url }
    }),
  )
  return await openPage(context, at.url)
}

/** A page in the same browser: what was loaded before is in its cache. */
export async function openPage(context: BrowserContext, url: string): Promise<Visitor> {
  const page = await context.newPage()
  await page.bringToFront()
  await page.addInitScript(noteFirstItem)
  await page.addInitScript(noteSlowEvents)
  // A page of the same origin first: the measured one is then drawn by the same process.
  await page.goto(`${url}/millrace.svg`)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { context, page, session, url }
}

/** What the scripts below leave in the page. */
export type Notes = {
  /** When the first item was painted, in milliseconds since the address was opened. */
  readonly firstItemAt?: number
  /** How long input events took until the next frame was painted. */
  readonly events: { readonly name: string; readonly duration: number }[]
  readonly longTasks: number[]
}

function noteFirstItem(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-item]')) return
    observer.disconnect()
    requestAnimationFrame(() => {
      setTimeout(() => Object.assign(window, { firstItemAt: performance.now() }))
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}

function noteSlowEvents(): void {
  const events: unknown[] = []
  const longTasks: number[] = []
  Object.assign(window, { events, longTasks })
  new PerformanceObserver((list) => events.push(...list.getEntries())).observe({
    type: 'event',
    durationThreshold: 16,
  } as PerformanceObserverInit) // The library's types lack the threshold.
  new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map((each) => each.duration)),
  ).observe({ type: 'longtask' })
}
