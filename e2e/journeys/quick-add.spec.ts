import { expect, test } from '../support/test.ts'

test('one line says what is to be done, by whom, where, how urgent and until when', async ({
  mill,
  page,
}) => {
  await mill.addPerson('Tom Dahl', 'member')
  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addContainer('list', 'TWR', { name: 'Tower' })
  await page.goto(mill.at('c/OFF/work'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Create an item' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Rent a crane @tom !high +TWR ~2h tomorrow')
  const understood = dialog.getByRole('status', { name: 'Understood from the line' })
  for (const said of ['Tom Dahl', 'High', 'Tower', 'Effort 2 h', 'Due tomorrow'])
    await expect(understood).toContainText(said)
  await dialog.getByRole('button', { name: 'Leave “~2h” in the title' }).click()
  await expect(understood).not.toContainText('Effort')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await page.goto(mill.at('c/TWR/work?view=table'))
  const row = page.getByRole('row', { name: /Rent a crane ~2h/ })
  await expect(row).toContainText('Tomorrow')
  await expect(row.getByText('Tom Dahl').or(row.getByLabel('Tom Dahl')).first()).toBeVisible()
})

test('a list written or pasted into a group is read line by line', async ({ mill, page }) => {
  await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  await page.goto(mill.at('c/OFF/work'))
  await page.getByRole('grid').getByRole('button', { name: 'New item' }).first().click()
  const line = page.getByRole('textbox', { name: /^Add an item to/ })
  await line.fill('Call the city @nobody')
  await expect(page.getByText('@nobody: no such name')).toBeVisible()
  await line.fill('Call the city @tom friday')
  await line.press('Enter')
  await expect(page.getByRole('row', { name: /Call the city/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Call the city @tom/ })).toHaveCount(0)
})
