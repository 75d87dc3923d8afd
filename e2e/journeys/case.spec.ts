import { expect, test } from '../support/test.ts'

test('a case goes through its stages, and stays open while something required is', async ({ mill, page }) => {
  await mill.addContainer('case', 'CLM', { name: 'Façade claim' })
  await page.goto(mill.at('c/CLM/plan'))
  await page.getByRole('button', { name: 'Add a stage' }).click()
  for (const stage of ['Intake', 'Assessment']) {
    await page.getByRole('textbox', { name: 'Name of the stage' }).fill(stage)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: `Actions for ${stage}` })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  const intake = page.getByRole('region', { name: /Intake/ })
  const now = page.getByRole('region', { name: 'Now', exact: true })

  await intake.getByRole('button', { name: 'Add an item' }).click()
  await page.keyboard.type('Interview the site manager')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(intake.getByRole('button', { name: 'Interview the site manager' })).toBeVisible()
  await intake.getByRole('button', { name: 'Actions for CLM-1' }).click()
  await page.getByRole('menuitem', { name: 'Required' }).click()
  await expect(page.getByText('1 required item is still open')).toBeVisible()

  await page.getByRole('button', { name: 'Actions for Intake' }).click()
  await page.getByRole('menuitem', { name: 'Start this stage' }).click()
  await expect(now.getByRole('button', { name: 'Interview the site manager' })).toBeVisible()
  await page.getByRole('button', { name: 'Actions for Intake' }).click()
  await page.getByRole('menuitem', { name: 'Complete this stage' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /required/ })).toBeVisible()

  await now.getByRole('button', { name: 'Interview the site manager' }).click()
  await page
    .getByRole('complementary', { name: /^Item CLM-/ })
    .getByRole('button', { name: 'Finish' })
    .click()
  await expect(page.getByText('Nothing required is open.')).toBeVisible()
  await page.getByRole('button', { name: 'Actions for Intake' }).click()
  await page.getByRole('menuitem', { name: 'Complete this stage' }).click()
  await expect(intake.getByRole('button', { name: 'Add an item' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Actions for Intake' }).click()
  await expect(page.getByRole('menuitem', { name: 'Take this stage up again' })).toBeVisible()
})
