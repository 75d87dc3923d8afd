import { expect, test } from '../support/test.ts'

test('a formula is written, put right, shown and filtered by @long', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [
    { title: 'Order the lift', effortMin: 180 },
    { title: 'Rent a crane', effortMin: 60 },
  ])
  await page.goto(mill.at('settings/fields'))
  await page.getByRole('button', { name: 'New field' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Price')
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Formula', exact: true }).click()
  const source = page.getByRole('textbox', { name: /^Formula/ })
  await source.fill('efort * 80')
  await expect(page.getByText(/There is no field efort/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await source.fill('effort * 80')
  await expect(page.getByText('Comes to a number.')).toBeVisible()
  await expect(page.getByText('240', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Price/ })).toContainText('effort * 80')

  await page.goto(mill.at('c/OFF/work?view=table&cols=title,field.price&group=none'))
  await expect(page.getByRole('row', { name: /Order the lift/ })).toContainText('240')
  await expect(page.getByRole('row', { name: /^Sum/ })).toContainText('320')
  await page.goto(mill.at('c/OFF/work?view=table&cols=title,field.price&q=price%20%3E%20200'))
  await expect(page.getByRole('row', { name: /Order the lift/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Rent a crane/ })).toHaveCount(0)
})
