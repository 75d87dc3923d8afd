import { expect, test } from '../support/test.ts'

test('a regulation written as a list becomes a model, is edited step by step and published', async ({
  mill,
  page,
}) => {
  await mill.addContainer('process', 'ROOF', { name: 'Roof maintenance' })
  await page.goto(mill.at('c/ROOF/plan?tab=steps'))
  const row = (name: string | RegExp) => page.getByRole('treeitem', { name })

  await test.step('what is not understood is named by its line', async () => {
    await page.getByRole('button', { name: 'Write as a list' }).click()
    const list = page.getByRole('textbox', { name: 'List' })
    await list.fill('1. Announce to tenants (Caretaker)\n2. Inspect the roof within 2 days\n3. Back to 7')
    await expect(page.getByText('No step beside it has this number.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Take over as draft' })).toBeDisabled()
    await list.fill(
      '1. Announce to tenants (Caretaker)\n2. Inspect the roof within 2 days\n3. If cost > 500: Ask the owner\n4. Repair',
    )
    await expect(page.getByRole('tree', { name: 'What it becomes' }).getByRole('treeitem')).toHaveCount(10)
    await page.getByRole('button', { name: 'Take over as draft' }).click()
    await expect(page.getByRole('button', { name: 'Publish …' })).toBeVisible()
  })

  await test.step('steps are renamed, moved and added from the keyboard, and taken back', async () => {
    await row(/Announce to tenants/).click()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(row(/^2 Announce to tenants/)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await page.keyboard.type('Order scaffolding')
    await page.keyboard.press('Enter')
    await expect(row(/^3 Order scaffolding/)).toBeVisible()
    await row(/If cost > 500/).click()
    await page.getByRole('textbox', { name: 'Taken if' }).fill('cost > 800')
    await page.keyboard.press('Enter')
    await expect(row(/If cost > 800/)).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(row(/If cost > 500/)).toBeVisible()
  })

  await test.step('published, everybody reads it', async () => {
    await page.getByRole('button', { name: 'Publish …' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText('Version 1', { exact: true })).toBeVisible()
    await expect(row(/^3 Order scaffolding/)).toBeVisible()
    await page.getByRole('tab', { name: 'Instances' }).click()
    await expect(page.getByRole('list', { name: 'Steps' }).getByRole('button')).toContainText([
      'Inspect the roof',
      'Announce to tenants',
      'Order scaffolding',
    ])
  })
})
