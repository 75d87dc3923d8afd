import { expect, test } from '../support/test.ts'

test('a line makes an item that repeats; done, the next one is there; then it repeats no more', {
  tag: '@long',
}, async ({ mill, page }) => {
  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await page.goto(mill.at('c/OFF/work'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('c')
  const create = page.getByRole('dialog', { name: 'Create an item' })
  await create.getByRole('textbox', { name: 'Title' }).fill('Check the pumps jeden Montag')
  await expect(create.getByRole('status', { name: 'Understood from the line' })).toContainText('every Monday')
  await page.keyboard.press('Enter')
  await expect(create).toBeHidden()

  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('button', { name: 'Repeats every Monday' }).click()
  const dialog = page.getByRole('dialog', { name: 'How OFF-1 repeats' })
  await dialog.getByRole('textbox', { name: 'Every' }).fill('2')
  await expect(dialog.getByRole('status')).toContainText('Repeats every second Monday. Then Mon')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Repeats every second Monday' })).toBeVisible()

  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('link', { name: 'The newest is OFF-2' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Check the pumps')
  await page.getByRole('button', { name: 'Repeats every second Monday' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop repeating' }).click()
  await expect(page.getByRole('button', { name: 'Does not repeat' })).toBeVisible()
})
