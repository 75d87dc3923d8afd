import type { Page } from '@playwright/test'
import { type AxePart, seriousFindings } from '../support/axe.ts'
import { fillAndList, type KnownPage, OUTER_PAGES } from '../support/pages.ts'
import { expect, test } from '../support/test.ts'

// Forty pages one after the other are more than one journey.
test.slow()

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

test('every page can be read by everybody, by day and by night', async ({ mill, page }) => {
  for (const known of await fillAndList(mill)) await lookAt(page, known, { size: WIDE, part: 'all' })
})

test('every page fits a narrow screen', async ({ mill, page }) => {
  await page.setViewportSize(NARROW)
  for (const known of await fillAndList(mill)) await lookAt(page, known, { size: NARROW, part: 'structure' })
})

test('the pages before the organisation can be read by everybody, and fit a narrow screen', async ({
  open,
}) => {
  const page = await open(null)
  for (const known of OUTER_PAGES) {
    await lookAt(page, known, { size: WIDE, part: 'all' })
    await lookAt(page, known, { size: NARROW, part: 'structure' })
  }
})

type Look = { readonly size: typeof WIDE; readonly part: AxePart }

/** Dark differs from light in its colours only, and narrow from wide in all but its colours. */
async function lookAt(page: Page, { path, shows }: KnownPage, { size, part }: Look): Promise<void> {
  await test.step(`${path} at ${size.width}`, async () => {
    await page.setViewportSize(size)
    await page.goto(path)
    await expect.soft(page.getByText(shows).filter({ visible: true }).first(), path).toBeVisible()
    await expect.soft(page.getByRole('status', { name: 'Loading' }), path).toHaveCount(0)
    const findings = await seriousFindings(page, part)
    expect.soft(findings, path).toEqual([])
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect.soft(overflow, `${path} is wider than its screen by`).toBeLessThanOrEqual(0)
    if (part !== 'all') return
    // Colours are looked at when they have arrived, not on their way.
    await page.addStyleTag({ content: '* { transition: none !important }' })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await seriousFindings(page, 'colours'), `${path} in the dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  })
}
