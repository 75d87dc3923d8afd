import { expect, test } from '../support/test.ts'

test('a template is written line by line, and begun from a day with C', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await page.goto(mill.at('settings/templates'))
  await expect(page.getByText('Work that comes again and again is kept once')).toBeVisible()
  await page.getByRole('button', { name: 'New template' }).click()
  const editor = page.getByRole('dialog', { name: 'New template' })
  await editor.getByRole('textbox', { name: 'Name' }).fill('Joining')
  await editor.getByRole('textbox', { name: 'Line 1', exact: true }).fill('Welcome')
  await editor.getByRole('textbox', { name: 'Welcome: days from the start until it is due' }).fill('3')
  await editor.getByRole('button', { name: 'Add a line' }).click()
  await editor.getByRole('textbox', { name: 'Line 2', exact: true }).fill('Hand out keys')
  await editor.getByRole('button', { name: 'Put Hand out keys under the one above' }).click()
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Joining Item, 2 items Everybody but guests/ })).toBeVisible()

  await page.keyboard.press('c')
  await page.getByRole('button', { name: 'From a template…' }).click()
  const begin = page.getByRole('dialog', { name: 'Begin from a template' })
  await begin.getByRole('combobox', { name: 'Template' }).click()
  await page.getByRole('option', { name: /Joining/ }).click()
  await begin.getByRole('textbox', { name: 'Title' }).fill('Rosa joins')
  await begin.getByRole('textbox', { name: 'Start' }).fill('2126-11-29')
  await begin.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Rosa joins')
  await expect(page.getByText('Hand out keys')).toBeVisible()
  await expect(page.getByText('4 Dec 2126').first()).toBeVisible()
})
