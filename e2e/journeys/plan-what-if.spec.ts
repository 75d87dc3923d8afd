import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const DAY_MIN = 480

test('what if somebody helped, or something were not done: compared, carried out at once, taken back', {
  tag: '@long',
}, async ({ mill, page }) => {
  await mill.addPerson('Tom Dahl', 'member')
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  const [wall = '', paint = '', open = ''] = await mill.addItems(project, [
    { title: 'Build the wall', effortMin: 4 * DAY_MIN },
    { title: 'Paint it', effortMin: DAY_MIN },
    { title: 'Open the house', effortMin: DAY_MIN },
  ])
  const effortDriven = { containerId: project, itemId: wall, patch: { isEffortDriven: true } }
  await mill.run(['schedule.changePlanItem', effortDriven])
  await mill.relate(wall, paint)
  await mill.relate(paint, open)
  await page.goto(mill.at('c/TWR/plan?view=grid'))
  const lineOf = (title: string) => page.getByRole('row', { name: title })
  const resourcesOf = (title: string) => lineOf(title).locator('[data-column="resources"]')
  const write = async (title: string, text: string) => {
    await resourcesOf(title).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await write('Build the wall', 'Rosa Marin')
  await expect(page.getByText('Finish 8 Mar 2027').first()).toBeVisible()
  await page.getByRole('button', { name: 'What if' }).click()
  const bar = page.getByRole('region', { name: 'What if' })
  await bar.getByLabel('Name of the what-if').fill('Tom helps')
  await page.keyboard.press('Enter')

  await test.step('one more person makes the finish come closer, and nobody else sees it', async () => {
    await write('Build the wall', 'Rosa Marin; Tom Dahl')
    await expect(bar.getByText('Finish 8 Mar 2027 → 4 Mar 2027')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('another one leaves something out', async () => {
    await page.getByRole('button', { name: 'What if', exact: true }).click()
    await page.getByRole('menuitem', { name: 'New what-if' }).click()
    await bar.getByLabel('Name of the what-if').fill('No paint')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'Gantt' }).click()
    await lineOf('Paint it').getByText('Paint it').click()
    await page.keyboard.press('Delete')
    await expect(lineOf('Paint it')).toBeHidden()
    await expect(bar.getByText('Finish 8 Mar 2027 → 5 Mar 2027')).toBeVisible()
  })

  await test.step('both stand beside the plan', async () => {
    await bar.getByRole('button', { name: 'Compare' }).click()
    const table = page.getByRole('table', { name: 'The plan and its what-ifs' })
    await expect(table.getByRole('row', { name: /Tom helps/ })).toContainText('4 d earlier')
    await expect(table.getByRole('row', { name: /No paint/ })).toContainText('3 d earlier')
    await expect(table.getByRole('row', { name: /The plan as it stands/ })).toContainText('8 Mar 2027')
    const busy = page.getByRole('table', { name: 'Who is busy how much' })
    await expect(busy.getByRole('row', { name: /Tom Dahl/ })).toContainText('16 h')
    expect(await seriousFindings(page)).toEqual([])
    await table.getByRole('button', { name: 'Open Tom helps' }).click()
  })

  await test.step('carried out, it is the plan; undo takes all of it back', async () => {
    await page.getByRole('radio', { name: 'Grid' }).click()
    await bar.getByRole('button', { name: 'Carry out' }).click()
    await expect(bar).toBeHidden()
    await expect(resourcesOf('Build the wall')).toHaveText('Rosa Marin; Tom Dahl')
    await expect(page.getByText('Finish 4 Mar 2027').first()).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(resourcesOf('Build the wall')).toHaveText('Rosa Marin')
    await page.reload()
    await expect(resourcesOf('Build the wall')).toHaveText('Rosa Marin')
    await expect(page.getByText('Finish 8 Mar 2027').first()).toBeVisible()
  })
})
