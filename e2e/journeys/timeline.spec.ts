import type { Page } from '@playwright/test'
import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('a bar is moved and drawn out on the time line, by hand and by keys, and can be taken back', {
  tag: '@long',
}, async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [
    { title: 'Rent a crane', startsOn: '2027-03-15', dueOn: '2027-03-17' },
    { title: 'Order the site sign', dueOn: '2027-03-10' },
    { title: 'Close the road' },
  ])
  await page.goto(mill.at('c/OFF/work?view=timeline&zoom=days'))
  const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })
  const bar = (title: string, words: RegExp) =>
    row(title).getByRole('button', { name: new RegExp(`${title}.*${words.source}`) })
  expect(await seriousFindings(page)).toEqual([])
  await row('Rent a crane')
    .getByRole('button', { name: /^Show the bar at/ })
    .click()
  await expect(bar('Rent a crane', /From 2027-03-15, due 2027-03-17/)).toBeVisible()

  await drawBy(page, bar('Rent a crane', /From/), 2)
  await expect(bar('Rent a crane', /From 2027-03-17, due 2027-03-19/)).toBeVisible()
  await drawBy(page, bar('Rent a crane', /From/).locator('[data-end=due]'), 3)
  await expect(bar('Rent a crane', /From 2027-03-17, due 2027-03-22/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(bar('Rent a crane', /From 2027-03-15, due 2027-03-17/)).toBeVisible()

  await page.keyboard.press('j')
  // One after the other goes to the server; what it has not answered yet is gone with the page.
  const saved = page.waitForResponse((response) => {
    const sent = response.request().postData() ?? ''
    return sent.includes('"dueOn":"2027-03-17"') && !sent.includes('startsOn')
  })
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(bar('Rent a crane', /From 2027-03-14, due 2027-03-17/)).toBeVisible()
  await page.keyboard.press('-')
  await page.keyboard.press('-')
  await expect(page).toHaveURL(/view=timeline.*zoom=months/)
  await saved
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Time line' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Months' })).toBeChecked()
  await expect(bar('Rent a crane', /From 2027-03-14, due 2027-03-17/)).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.getByRole('radio', { name: 'Calendar' })).toBeChecked()
})

/** Draws something along the axis by days, as they are wide at the zoom of days. */
async function drawBy(page: Page, from: ReturnType<Page['locator']>, days: number) {
  const box = await from.boundingBox()
  if (!box) throw new Error('it is not in sight')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 14 * days, y)
  await page.mouse.move(x + 28 * days, y)
  await page.mouse.up()
}
