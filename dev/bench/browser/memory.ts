import type { Browser } from '@playwright/test'
import { heapOf, settled } from './cost.ts'
import { SMALL } from './data.ts'
import type { Figure } from './figure.ts'
import { type At, openLayout } from './open-layout.ts'
import type { Visitor } from './visitor.ts'

const SWITCHES = 50

/** Memory after going back and forth between containers, against that after seeing each of them once. */
export async function benchSwitching(browser: Browser, at: At): Promise<readonly Figure[]> {
  const visitor = await openLayout(browser, at, '')
  const keys = [at.filled.key, ...Array.from({ length: SMALL }, (_, index) => `S${index}`)]
  for (const key of [...keys, ...keys]) await switchTo(visitor, key)
  await settled(visitor)
  const before = await heapOf(visitor)
  for (let step = 0; step < SWITCHES; step += 1) await switchTo(visitor, keys[step % keys.length] ?? '')
  await switchTo(visitor, keys[keys.length - 1] ?? '')
  await settled(visitor)
  const after = await heapOf(visitor)
  await visitor.context.close()
  return [
    { name: `memory after ${SWITCHES} switches between containers`, value: after, unit: 'MB', limit: 60 },
    { name: 'growth by these switches', value: after - before, unit: 'MB', limit: 3 },
  ]
}

/** By the palette, as people do, without loading the page anew. */
async function switchTo({ page }: Visitor, key: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(`Project ${key}`)
  await page
    .getByRole('option', { name: `Project ${key}` })
    .first()
    .click()
  await page.waitForURL(`**/c/${key}/work`)
  await page.locator('[data-item]').first().waitFor()
}
