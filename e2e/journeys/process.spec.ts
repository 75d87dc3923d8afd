import { expect, test } from '../support/test.ts'

test('an instance goes from step to step, and others watch it', async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const process = await mill.addContainer('process', 'TEN', { name: 'Tenant request' })
  await mill.addSteps(process, ['Receive', 'Approve', 'Repair'])
  const other = await open(tom)
  await page.goto(mill.at('c/TEN/plan?tab=instances'))
  await other.goto(mill.at('c/TEN/plan?tab=instances'))
  const chain = (who: typeof page) => who.getByRole('list', { name: 'Steps' }).getByRole('button')
  await expect(chain(other)).toContainText(['Receive', 'Approve', 'Repair'])

  await test.step('an instance is started, and its first step is an item', async () => {
    await page.getByRole('button', { name: 'Start an instance' }).click()
    await page.getByRole('textbox', { name: 'What is it about' }).fill('Lift in house B stands still')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
  })
  const line = other.getByRole('row', { name: /Lift in house B/ })
  await expect(line.getByRole('cell', { name: 'Receive', exact: true })).toBeVisible()

  await test.step('whoever finishes the item hands it on', async () => {
    await page.getByRole('link', { name: 'Work', exact: true }).click()
    await expect(page.getByRole('row', { name: /Receive: Lift in house B/ })).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await expect(page.getByRole('row', { name: /Approve: Lift in house B/ })).toBeVisible()
    await expect(line.getByRole('cell', { name: 'Approve', exact: true })).toBeVisible()
    await page.goto(mill.at('c/TEN/work?view=board'))
    await page.getByRole('listitem', { name: /Approve: Lift in house B/ }).click()
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect(line.getByRole('cell', { name: 'Repair', exact: true })).toBeVisible()
  })

  await test.step('an instance is ended before its time, and its open item goes', async () => {
    await page.goto(mill.at('c/TEN/plan?tab=instances'))
    await page.getByRole('button', { name: 'Actions for Lift in house B stands still' }).click()
    await page.getByRole('menuitem', { name: 'Cancel this instance' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel this instance' }).click()
    await expect(line).toHaveCount(0)
    await other.getByText('Cancelled', { exact: true }).click()
    await expect(line).toBeVisible()
    await other.getByRole('link', { name: 'Work', exact: true }).click()
    await expect(other.getByRole('row', { name: /Receive: Lift in house B/ })).toBeVisible()
    await expect(other.getByRole('row', { name: /Repair: Lift in house B/ })).toHaveCount(0)
  })
})

test('the last step finished, an instance is over', async ({ mill, page }) => {
  const process = await mill.addContainer('process', 'TEN', { name: 'Tenant request' })
  await mill.addSteps(process, ['Receive'])
  await mill.startInstance(process, 'Lift stands still')
  await page.goto(mill.at('c/TEN/plan?tab=instances'))
  await expect(page.getByText('1 running, 0 finished')).toBeVisible()
  const line = page.getByRole('row', { name: /Lift stands still/ })
  await line.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByText('0 running, 1 finished')).toBeVisible()
  await expect(page.getByText('Nothing is running.')).toBeVisible()
})
