import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

test('a view is kept under a name for everybody, and leads back to itself', async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [
    { title: 'Order the site sign', priority: 4 },
    { title: 'Rent a crane', priority: 1 },
  ])
  await page.goto(mill.at('c/OFF/work?view=table&q=priority%20%3D%20urgent&group=responsible'))
  await expect(page.getByRole('row', { name: /Order the site sign/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Rent a crane/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Keep this view…' }).fill('What burns')
  await page.getByRole('switch', { name: 'For everybody' }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()

  const other = await open(tom)
  await other.goto(mill.at('my'))
  await other.getByRole('link', { name: 'What burns' }).click()
  await expect(other.getByRole('row', { name: /Order the site sign/ })).toBeVisible()
  await expect(other.getByRole('row', { name: /Rent a crane/ })).toHaveCount(0)
  await expect(other.getByRole('radio', { name: 'Table' })).toBeChecked()
  await expect(other).toHaveURL(/group=responsible/)

  await other.getByRole('button', { name: /Views/ }).click()
  await expect(other.getByRole('img', { name: 'locked' })).toBeVisible()
  await expect(other.getByRole('button', { name: 'More about What burns' })).toHaveCount(0)

  await page.getByRole('button', { name: /Views/ }).click()
  await page.getByRole('button', { name: 'More about What burns' }).click()
  await page.getByRole('menuitem', { name: 'Open this page with it for everybody' }).click()
  await other.goto(mill.at('c/OFF/work'))
  await expect(other.getByRole('radio', { name: 'Table' })).toBeChecked()
  await expect(other.getByRole('row', { name: /Rent a crane/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'More about What burns' }).click()
  await page.getByRole('menuitem', { name: 'Forget What burns' }).click()
  await expect(other.getByRole('link', { name: 'What burns' })).toHaveCount(0)
})

test('everything that is marked is changed together, archived, and brought back', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const titles = ['Order the site sign', 'Rent a crane', 'Close the road']
  await mill.addItems(
    list,
    titles.map((title) => ({ title })),
  )
  await page.goto(mill.at('c/OFF/work?group=none'))
  const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })
  for (const title of titles.slice(0, 2)) {
    // The tick shows under the pointer.
    await row(title).hover()
    await row(title).getByRole('checkbox').click()
  }
  const bar = page.getByRole('toolbar', { name: 'Marked items' })
  await expect(bar).toContainText('2 marked')
  await bar.getByRole('button', { name: /^Priority/ }).click()
  await page.getByRole('option', { name: /Urgent/ }).click()
  await bar.getByRole('button', { name: /^State/ }).click()
  await page.getByRole('option', { name: /In progress/ }).click()
  for (const title of titles.slice(0, 2)) {
    await expect(row(title).getByRole('button', { name: 'State: In progress' })).toBeVisible()
    await expect(row(title).getByRole('button', { name: 'Priority: Urgent' })).toBeVisible()
  }
  await expect(row('Close the road').getByRole('button', { name: 'State: Backlog' })).toBeVisible()

  await bar.getByRole('button', { name: 'Archive' }).click()
  await expect(row('Rent a crane')).toHaveCount(0)
  await expect(row('Close the road')).toBeVisible()
  await page.goto(mill.at('i/OFF-2'))
  await expect(page.getByText('This item is archived.')).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Restore' }).click()
  await expect(page.getByText('This item is archived.')).toHaveCount(0)
  await page.goto(mill.at('c/OFF/work'))
  await expect(row('Rent a crane')).toBeVisible()
  await expect(row('Order the site sign')).toHaveCount(0)
})

test('a whole list is archived and restored', async ({ mill, page }) => {
  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await page.goto(mill.at('c/OFF/work'))
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await page.goto(mill.at('lists'))
  await expect(page.getByRole('heading', { name: 'No list yet' })).toBeVisible()
  await mill.addContainer('list', 'YARD', { name: 'Yard' })
  await page.getByText('Archived', { exact: true }).click()
  await page.getByRole('link', { name: /Site office/ }).click()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Restore' }).click()
  await expect(page.getByRole('button', { name: 'New item' }).first()).toBeVisible()
})

test('cells are written by keys alone, and a list that is pasted becomes items', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }, { title: 'Rent a crane' }])
  await page.goto(mill.at('c/OFF/work?view=table&group=none&cols=key,title,effort,due'))
  const cell = (title: string, column: string) =>
    page.getByRole('row', { name: new RegExp(title) }).locator(`[data-column=${column}]`)
  await cell('Order the site sign', 'title').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('End')
  await page.keyboard.type(' of steel')
  await page.keyboard.press('Tab')
  await expect(cell('Order the site sign of steel', 'title')).toBeVisible()
  await page.keyboard.type('3h')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1d 2h')
  await page.keyboard.press('Enter')
  await expect(cell('Order the site sign of steel', 'effort')).toHaveText('3 h')
  await expect(cell('Rent a crane', 'effort')).toHaveText('10 h')

  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  const line = page.getByRole('textbox', { name: /^Add an item to/ })
  await paste(page, '- Close the road\n- Tell the neighbours\n\n- Bring the crane')
  await expect(page.getByRole('row', { name: /Tell the neighbours/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Bring the crane/ })).toBeVisible()
  await expect(line).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('row', { name: /Close the road/ })).toBeVisible()
  await expect(cell('Rent a crane', 'effort')).toHaveText('10 h')
})

/** Pastes text into what has the focus, as a browser does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator(':focus').evaluate((element, written) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', written)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
