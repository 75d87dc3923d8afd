import { expect, test } from '../support/test.ts'

test('what somebody needs to know who takes over is read where the item is', async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  await page.goto(mill.at('i/OFF-1'))
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeVisible()
  await page.keyboard.press('h')
  await page.getByRole('combobox', { name: 'Who takes over' }).fill('Tom')
  await page.getByRole('option', { name: 'Tom Dahl' }).click()
  await page.getByRole('textbox', { name: 'What they need to know' }).fill('Two metres, the owner said.')
  await page.getByRole('button', { name: 'Hand off', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Responsible: Tom Dahl' })).toBeVisible()

  const other = await open(tom)
  await other.goto(page.url())
  await expect(other.getByRole('article').getByText('Two metres, the owner said.')).toBeVisible()
})
