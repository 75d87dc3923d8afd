import { expect, test } from '../support/test.ts'

test('an item is copied with what lies under it, and moved to another place with its key', {
  tag: '@long',
}, async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addContainer('list', 'YRD', { name: 'Yard' })
  const [slabId = ''] = await mill.addItems(list, [{ title: 'Pour slab', dueOn: '2026-03-10' }])
  await mill.addItems(list, [{ title: 'Set forms', parentId: slabId, dueOn: '2026-03-02' }])
  await page.goto(mill.at('i/OFF-1'))
  const menu = page.getByRole('button', { name: 'More actions' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Make a copy…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Pour slab, level 2')
  await dialog.getByRole('textbox', { name: 'Earliest day' }).fill('2026-04-01')
  await dialog.getByRole('button', { name: 'Copy' }).click()
  const notice = page.getByRole('status').filter({ hasText: /Copied as OFF-\d/ })
  await notice.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Pour slab, level 2')
  await expect(page.getByText('Set forms')).toBeVisible()

  await page.goto(mill.at('i/OFF-1'))
  await menu.click()
  await page.getByRole('menuitem', { name: 'Move to…' }).click()
  await dialog.getByRole('combobox', { name: 'To' }).fill('yard')
  await page.getByRole('option', { name: /Yard/ }).click()
  await dialog.getByRole('button', { name: 'Move' }).click()
  await page.goto(mill.at('c/YRD/work'))
  await expect(page.getByRole('row', { name: /OFF-1.*Pour slab/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Set forms/ })).toBeVisible()
})
