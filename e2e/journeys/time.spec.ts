import { expect, test } from '../support/test.ts'

test('time is taken by a timer and written down by hand, with its sum on the item', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Pour slab' }])
  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('tab', { name: 'Time' }).click()
  const panel = page.getByRole('tabpanel', { name: 'Time' })
  await expect(panel.getByText('No time has been written down here.')).toBeVisible()

  await panel.getByRole('textbox', { name: 'Time spent' }).fill('1h 30m')
  await panel.getByRole('textbox', { name: 'Note' }).fill('Forms set')
  await panel.getByRole('button', { name: 'Add' }).click()
  const entries = panel.getByRole('listitem')
  await expect(entries.filter({ hasText: 'Forms set' })).toContainText('1.5 h')
  await expect(panel.getByText('1.5 h spent on this item')).toBeVisible()

  await entries.getByRole('button', { name: 'Change' }).click()
  await entries.getByRole('textbox', { name: 'Time spent' }).fill('2h')
  await entries.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText('2 h spent on this item')).toBeVisible()

  await panel.getByRole('button', { name: 'Start the timer' }).click()
  const running = page.getByRole('link', { name: /The timer runs on OFF-1/ })
  await expect(running).toBeVisible()
  await page.goto(mill.at('my'))
  await running.click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Pour slab')
  await page.getByRole('complementary').getByRole('button', { name: 'Stop the timer' }).click()
  await expect(running).toBeHidden()
})
