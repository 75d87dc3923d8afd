import { expect, test } from '../support/test.ts'

test('two items about the same work become one that has everything of both', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const [slab = ''] = await mill.addItems(list, [
    { title: 'Slab: pour', dueOn: '2026-03-10', description: 'As drawn' },
    { title: 'Pour the slab' },
  ])
  await mill.addItems(list, [{ title: 'Set forms', parentId: slab }])
  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('textbox', { name: 'Comment' }).fill('The crane is booked')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The crane is booked')).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Merge with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge OFF-1 with another' })
  await dialog.getByRole('combobox').fill('pour the slab')
  await page.getByRole('option', { name: /Pour the slab/ }).click()
  await expect(dialog.getByRole('radio', { name: 'OFF-2 Pour the slab' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page).toHaveURL(/i\/OFF-2/)
  await expect(page.getByText('The crane is booked')).toBeVisible()
  await expect(page.getByText('Set forms')).toBeVisible()
  await expect(page.getByText('As drawn')).toBeVisible()
  await page.goto(mill.at('c/OFF/work'))
  await expect(page.getByRole('row', { name: /Pour the slab/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Slab: pour/ })).toHaveCount(0)
})

test('a type says where items go and what they begin with; a key is placed elsewhere', {
  tag: '@long',
}, async ({ mill, page }) => {
  await page.goto(mill.at('settings/types'))
  await page.getByRole('button', { name: 'Edit Task' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Moves' }).click()
  await dialog.getByRole('switch', { name: /^Every state can follow/ }).click()
  await dialog.getByRole('combobox', { name: 'After Backlog comes' }).focus()
  await page.keyboard.press('Backspace')
  await dialog.getByRole('tab', { name: 'Begins with' }).click()
  await dialog.getByRole('combobox', { name: 'Who does it' }).click()
  await page.getByRole('option', { name: 'Whoever makes it' }).click()
  await dialog.getByRole('textbox', { name: 'Effort' }).fill('4h')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)

  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await page.goto(mill.at('c/OFF/work'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByRole('button', { name: /^Create an item: C/ }).click()
  await page.keyboard.press('n')
  await expect(keys.getByRole('button', { name: /^Create an item: N/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await page.keyboard.press('n')
  const create = page.getByRole('dialog', { name: 'Create an item' })
  await create.getByRole('textbox', { name: 'Title' }).fill('Order the sign +OFF')
  await page.keyboard.press('Enter')
  await expect(create).toBeHidden()
  await page.goto(mill.at('i/OFF-1'))
  await expect(page.getByText('Rosa Marin').first()).toBeVisible()
  await expect(page.getByText('4 h').first()).toBeVisible()
  await page.getByRole('button', { name: 'State: Backlog' }).click()
  await expect(page.getByRole('option', { name: 'Ready' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Done' })).toBeDisabled()
})
