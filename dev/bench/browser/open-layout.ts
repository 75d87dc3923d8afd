import type { Browser } from '@playwright/test'
import { settled } from './cost.ts'
import type { Filled } from './data.ts'
import { type Visitor, visit } from './visitor.ts'

/** Where the measured project is. */
export type At = { readonly url: string; readonly filled: Filled }

/** Opens the project in a browser of its own and waits until the page is at rest. */
export async function openLayout(browser: Browser, at: At, search: string): Promise<Visitor> {
  const { client, key } = at.filled
  const visitor = await visit(browser, { url: at.url, client })
  await visitor.page.goto(`${at.url}/o/${client.slug}/c/${key}/work${search}`)
  await ready(visitor)
  return visitor
}

/** Waits until items are shown and nothing more is fetched. */
export async function ready(visitor: Visitor): Promise<void> {
  await visitor.page.locator('[data-item]').first().waitFor()
  // The parts that a page fetches ahead are there by then.
  await visitor.page.waitForTimeout(3_000)
  await settled(visitor)
}
