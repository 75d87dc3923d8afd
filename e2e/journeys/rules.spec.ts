import { expect, test } from '../support/test.ts'

test('a decision is written by keys, checked, tried, kept to an example and published', async ({
  mill,
  page,
}) => {
  await mill.addContainer('process', 'APP', { name: 'Approvals' })
  await page.goto(mill.at('c/APP/plan?tab=rules'))
  await page.getByRole('button', { name: 'New decision' }).click()
  const dialog = page.getByRole('dialog', { name: 'New decision' })
  await dialog.getByRole('textbox', { name: 'What is decided' }).fill('Who approves')
  await dialog.getByRole('textbox', { name: 'What it depends on' }).fill('Amount')
  await dialog.getByRole('textbox', { name: 'What comes out' }).fill('Approver')
  await dialog.getByRole('button', { name: 'Make the table' }).click()
  const grid = page.getByRole('grid', { name: 'Rules of Who approves' })

  await test.step('rules are typed as into a spreadsheet', async () => {
    await grid.focus()
    await page.keyboard.type('< 1000')
    await page.keyboard.press('Tab')
    await page.keyboard.type('"foreman"')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Home')
    await page.keyboard.type('> 1000')
    await page.keyboard.press('Tab')
    await page.keyboard.type('owner')
    await page.keyboard.press('Enter')
    await expect(grid.getByRole('row')).toHaveCount(3)
  })

  await test.step('what is wrong and what is open is told, and mended', async () => {
    const panel = page.getByRole('complementary', { name: 'Beside the rules' })
    await expect(panel.getByText('There is nothing of the name owner here.')).toBeVisible()
    await panel.getByRole('button', { name: /Rule 2, Approver/ }).click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('"owner"')
    await page.keyboard.press('Enter')
    await expect(panel.getByText('Amount: 1000')).toBeVisible()
    await panel.getByRole('button', { name: 'Add a rule for it' }).click()
    await page.keyboard.type('"owner"')
    await page.keyboard.press('Enter')
    await expect(panel.getByText('Every combination of inputs is decided')).toBeVisible()
  })

  await test.step('it is tried, and kept to an example', async () => {
    await page.getByRole('tab', { name: 'Try it' }).click()
    await page.getByRole('textbox', { name: 'Amount' }).fill('20')
    await expect(page.getByText('"foreman"').last()).toBeVisible()
    await expect(page.getByText('rule 1 matched')).toBeVisible()
    await page.getByRole('textbox', { name: 'Name of the example' }).fill('Small order')
    await page.getByRole('button', { name: 'Keep as an example' }).click()
    await page.getByRole('tab', { name: 'Examples' }).click()
    await expect(page.getByRole('button', { name: 'Try Small order' })).toContainText('foreman')
  })

  await test.step('it is published, and still there', async () => {
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('textbox', { name: 'What changed' }).fill('First of all')
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('Version 1 decides from now on')).toBeVisible()
    await page.reload()
    await expect(grid.getByRole('gridcell', { name: '"foreman"' })).toBeVisible()
  })
})
