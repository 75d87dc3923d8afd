import type { Page } from '@playwright/test'
import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

/** The cell of a day of March 2027. */
const cell = (page: Page, day: number) =>
  page.getByRole('gridcell', { name: new RegExp(` ${day} March 2027`) })

test('an item is moved on the calendar by hand and by keys, and both can be taken back', {
  tag: '@long',
}, async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [
    { title: 'Order the site sign', dueOn: '2027-03-10' },
    { title: 'Rent a crane', startsOn: '2027-03-15', dueOn: '2027-03-17' },
    { title: 'Close the road' },
  ])
  await page.goto(mill.at('c/OFF/work?view=calendar&on=2027-03-10'))
  const sign = page.getByRole('button', { name: /Order the site sign/ })
  await expect(cell(page, 10).getByRole('button')).toHaveCount(1)
  expect(await seriousFindings(page)).toEqual([])

  await drag(page, sign, cell(page, 12))
  await expect(cell(page, 12).getByRole('button', { name: /site sign/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(cell(page, 10).getByRole('button', { name: /sign/ })).toBeVisible()

  await drag(page, page.getByRole('button', { name: /Close the road/ }), cell(page, 19))
  await expect(cell(page, 19).getByRole('button', { name: /road/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Without a date (0)' })).toBeVisible()

  const crane = page.getByRole('button', { name: /Rent a crane/ })
  await drag(page, crane.locator('[data-edge=due]'), cell(page, 18))
  await expect(crane).toHaveAccessibleName(/due 2027-03-18/)

  await cell(page, 10).click({ position: { x: 12, y: 90 } })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(cell(page, 11).getByRole('button', { name: /sign/ })).toBeVisible()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(cell(page, 18).getByRole('button', { name: /sign/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: /OFF-1/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/view=calendar&.*on=2027-04-18/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'April 2027' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Calendar' })).toBeChecked()
  await page.getByRole('button', { name: /^Go to/ }).click()
  await expect(cell(page, 18).getByRole('button', { name: /sign/ })).toBeVisible()
})

test('a day says how much more is on it, and takes new items', { tag: '@long' }, async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const many = Array.from({ length: 12 }, (_, index) => ({ title: `Call ${index + 1}`, dueOn: '2027-03-10' }))
  await mill.addItems(list, many)
  await page.goto(mill.at('c/OFF/work?view=calendar&on=2027-03-11'))
  await page.getByRole('button', { name: /more on .* 10 March 2027/ }).click()
  const day = page.getByRole('dialog', { name: /10 March 2027/ })
  await expect(day.getByRole('button')).toHaveCount(12)
  await page.keyboard.press('Escape')

  await cell(page, 11).click({ position: { x: 12, y: 90 } })
  await page.keyboard.press('c')
  const title = page.getByRole('textbox', { name: 'Title' })
  await expect(title).toBeFocused()
  await title.fill('Bring the crane')
  await title.press('Enter')
  await expect(cell(page, 11).getByRole('button', { name: /crane/ })).toBeVisible()

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('row', { name: /Bring the crane/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Thu 11 Mar/ })).toBeVisible()
})

/** Drags with the mouse: takes hold, goes there, lets go. */
async function drag(page: Page, from: ReturnType<Page['locator']>, to: ReturnType<Page['locator']>) {
  await from.hover()
  await page.mouse.down()
  await to.hover({ force: true })
  await to.hover({ force: true, position: { x: 20, y: 90 } })
  await page.mouse.up()
}
