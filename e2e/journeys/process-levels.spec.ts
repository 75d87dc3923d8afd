import { expect, test } from '../support/test.ts'

test('a promise is set, what is at risk is seen, and maintenance is planned', async ({ mill, page }) => {
  const process = await mill.addContainer('process', 'LFT', { name: 'Lift maintenance' })
  await mill.addSteps(process, ['Inspect', 'Sign the log'])
  await page.goto(mill.at('c/LFT/plan?tab=levels'))

  await test.step('a service level is set', async () => {
    await page.getByRole('button', { name: 'Add a service level' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Promised within' }).first().fill('2')
    await dialog.getByRole('combobox', { name: 'Promised within' }).click()
    await page.getByRole('option', { name: 'minutes' }).click()
    await dialog.getByRole('combobox', { name: 'Counted in' }).click()
    await page.getByRole('option', { name: 'time on the clock' }).click()
    await dialog.getByRole('textbox', { name: 'At risk after' }).fill('1')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('table', { name: 'Service levels' })).toContainText('2 minutes by the clock')
  })

  await test.step('what has used up its time is at risk', async () => {
    await mill.startInstance(process, 'Lift in house B')
    const clocks = page.getByRole('table', { name: 'Running against the promise' })
    await expect(async () => {
      await page.reload()
      await expect(clocks.getByRole('row', { name: /Lift in house B/ })).toContainText('at risk')
    }).toPass()
    await page.getByText('Too late', { exact: true }).click()
    await expect(page.getByText('Nothing is too late.')).toBeVisible()
  })

  await test.step('planned maintenance is scheduled, and says its next dates', async () => {
    await page.getByRole('button', { name: 'Plan starts' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Instances are called' }).fill('Inspection {month}')
    await dialog.getByRole('combobox', { name: 'How often' }).click()
    await page.getByRole('option', { name: 'every month on that day', exact: true }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('Inspection {month}')).toBeVisible()
    await expect(page.getByText(/^Next starts: .+ · .+/)).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText('Next starts: resting')).toBeVisible()
  })
})
