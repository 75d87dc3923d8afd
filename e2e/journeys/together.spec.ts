import { expect, test } from '../support/test.ts'

test('two people see each other’s changes without asking for them', async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  const other = await open(tom)
  await page.goto(mill.at('c/OFF/work'))
  await other.goto(mill.at('c/OFF/work?view=board'))
  const row = page.getByRole('row', { name: /Order the site sign/ })
  await expect(row).toBeVisible()
  await expect(other.getByRole('listitem', { name: /Order the site sign/ })).toBeVisible()

  await row.getByRole('button', { name: 'State: Backlog' }).click()
  await page.getByRole('option', { name: 'In progress' }).click()
  const column = other.getByRole('region', { name: /^In progress/ })
  await expect(column.getByRole('listitem', { name: /Order the site sign/ })).toBeVisible()

  await other.keyboard.press('c')
  await other.getByRole('textbox', { name: 'Title' }).fill('Rent a crane')
  await other.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Rent a crane/ })).toBeVisible()
})

test('who changed meanwhile what one is writing is said, and either can be kept', async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  const other = await open(tom)
  await page.goto(mill.at('i/OFF-1'))
  await other.goto(mill.at('i/OFF-1'))
  const mine = page.getByRole('textbox', { name: 'Title' })
  const theirs = other.getByRole('textbox', { name: 'Title' })
  await mine.fill('Order the large sign')
  await theirs.fill('Order a sign of steel')
  await theirs.press('Enter')
  // Their change has arrived here by the time the page tells of it.
  await page.getByRole('tab', { name: 'Activity' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Activity' })).toContainText('Order a sign of steel')
  await mine.press('Enter')
  const notice = page.getByRole('alert').filter({ hasText: 'Tom Dahl changed the title' })
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Keep mine' }).click()
  await expect(theirs).toHaveValue('Order the large sign')
})

test('what is not allowed is taken back on the screen, with the reason', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const [parentId = ''] = await mill.addItems(list, [{ title: 'Set up the site office' }])
  await mill.addItems(list, [{ title: 'Order the site sign', parentId }])
  await page.goto(mill.at('c/OFF/work'))
  const row = page.getByRole('row', { name: /Set up the site office/ })
  await row.getByRole('button', { name: 'State: Backlog' }).click()
  await page.getByRole('option', { name: 'Done' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /sub-item|open/i })).toBeVisible()
  await expect(row.getByRole('button', { name: 'State: Backlog' })).toBeVisible()
})

test('what was done can be taken back and done again', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  await page.goto(mill.at('c/OFF/work'))
  const row = page.getByRole('row', { name: /Order the site sign/ })
  await expect(row).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(row.getByRole('button', { name: 'State: Done' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row.getByRole('button', { name: 'State: Backlog' })).toBeVisible()
  await page.keyboard.press('Control+Shift+Z')
  await expect(row.getByRole('button', { name: 'State: Done' })).toBeVisible()

  await page.keyboard.press('c')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Rent a crane')
  await page.keyboard.press('Enter')
  const crane = page.getByRole('row', { name: /Rent a crane/ })
  await expect(crane).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(crane).toHaveCount(0)
  await page.reload()
  await expect(row).toBeVisible()
  await expect(crane).toHaveCount(0)
})
