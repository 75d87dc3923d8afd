import { expect, test } from '../support/test.ts'

test('a type with a formula and a needed field: an item is refused, filled in, and done @long', async ({
  mill,
  page,
}) => {
  await page.goto(mill.at('settings/fields'))
  const addField = async (name: string, kind: string) => {
    await page.getByRole('button', { name: 'New field' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: kind, exact: true }).click()
  }
  await addField('Hours', 'Number')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Hours/ })).toBeVisible()
  await addField('Price', 'Formula')
  const source = page.getByRole('textbox', { name: /^Formula/ })
  await source.fill('hours * prce')
  await expect(page.getByText('There is no field prce.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await source.fill('hours * 80')
  await expect(page.getByText('Comes to a number.')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Price/ })).toContainText('hours * 80')

  await page.goto(mill.at('settings/types'))
  await page.getByRole('button', { name: 'Edit Task' }).click()
  await page.getByRole('tab', { name: 'Rules' }).click()
  await page.getByRole('combobox', { name: 'Done', exact: true }).click()
  await page.getByRole('option', { name: 'Hours' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the lift' }])
  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('button', { name: 'State: Backlog' }).click()
  await page.getByRole('option', { name: 'Done' }).click()
  await expect(page.getByRole('alert').first()).toContainText('The state Done requires hours.')
  await page.getByRole('button', { name: 'Fill in…' }).click()
  const missing = page.getByRole('dialog', { name: 'Needed for Done' })
  await expect(missing.getByRole('button', { name: 'Move to Done' })).toBeDisabled()
  await missing.getByRole('textbox', { name: 'Hours' }).fill('3')
  await missing.getByRole('button', { name: 'Move to Done' }).click()
  await expect(missing).toHaveCount(0)
  await expect(page.getByText('240', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'State: Done' })).toBeVisible()

  await page.goto(mill.at('c/OFF/work?view=table&cols=title,field.price&q=price%20%3E%20200'))
  await expect(page.getByRole('row', { name: /Order the lift/ })).toContainText('240')
})
