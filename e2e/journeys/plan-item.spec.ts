import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const DAY_MIN = 480

test('what the plan says about an item is read and changed beside it, and can be taken back', {
  tag: '@long',
}, async ({ mill, page }) => {
  await mill.addPerson('Tom Dahl', 'member')
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  const [dig = '', wall = ''] = await mill.addItems(project, [
    { title: 'Dig the pit', effortMin: 2 * DAY_MIN },
    { title: 'Build the wall', effortMin: 4 * DAY_MIN },
  ])
  for (const itemId of [dig, wall]) {
    const patch = { isEffortDriven: true }
    await mill.run(['schedule.changePlanItem', { containerId: project, itemId, patch }])
  }
  await page.goto(mill.at('i/TWR-2'))
  await page.getByRole('tab', { name: 'Plan' }).click()
  const panel = page.getByRole('tabpanel', { name: 'Plan' })
  const dates = (text: string) => expect(panel.getByText(text)).toBeVisible()
  const undo = () => page.keyboard.press('Control+z')

  await test.step('it says what it waits for', async () => {
    await dates('1 Mar 2027 – 4 Mar 2027')
    const add = panel.getByRole('combobox', { name: 'Add what must come first' })
    await add.fill('Dig')
    await page.getByRole('option', { name: /Dig the pit/ }).click()
    await dates('3 Mar 2027 – 8 Mar 2027')
  })

  await test.step('whoever is on it shares its work', async () => {
    const add = panel.getByRole('combobox', { name: 'Add somebody or something' })
    await add.fill('Rosa')
    await page.getByRole('option', { name: /Rosa Marin/ }).click()
    await expect(panel.getByRole('textbox', { name: 'Work of Rosa Marin' })).toHaveValue('4 d')
    await panel.getByRole('combobox', { name: 'Add somebody or something' }).fill('Tom')
    await page.getByRole('option', { name: /Tom Dahl/ }).click()
    await expect(panel.getByRole('textbox', { name: 'Work of Rosa Marin' })).toHaveValue('16 h')
    await dates('3 Mar 2027 – 4 Mar 2027')
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('who is taken off can be put back', async () => {
    await panel.getByRole('button', { name: 'Take Tom Dahl off' }).click()
    await dates('3 Mar 2027 – 8 Mar 2027')
    await undo()
    await expect(panel.getByRole('textbox', { name: 'Work of Tom Dahl' })).toHaveValue('16 h')
    await expect(panel.getByRole('textbox', { name: 'Duration' })).toHaveValue('16 h')
  })

  await test.step('a duration changes the work, by the keyboard', async () => {
    await panel.getByRole('textbox', { name: 'Duration' }).fill('4d')
    await page.keyboard.press('Enter')
    await expect(panel.getByText('Effort 8 d')).toBeVisible()
    // In a text, the keys of undoing take back what was typed.
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(panel.getByText('Effort 4 d')).toBeVisible()
  })

  await test.step('a constraint holds it where somebody said', async () => {
    await panel.getByRole('combobox', { name: 'Constraint' }).click()
    await page.getByRole('option', { name: 'Start no earlier than' }).click()
    await panel.getByRole('textbox', { name: 'Day of the constraint' }).fill('15 Mar 2027')
    await page.keyboard.press('Tab')
    await dates('15 Mar 2027 – 16 Mar 2027')
  })
})

test('a plan is calculated by its own calendar and settings', { tag: '@long' }, async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  await mill.addItems(project, [{ title: 'Dig the pit', effortMin: 2 * DAY_MIN }])
  const startsAt = Date.parse('2027-03-01T00:00Z')
  await mill.run(['schedule.changePlanSettings', { containerId: project, patch: { startsAt } }])
  await page.goto(mill.at('c/TWR/plan'))
  const row = page.getByRole('row', { name: 'Dig the pit' })
  await expect(row).toContainText('2 Mar 2027')
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'How this plan is calculated' })

  await test.step('a calendar of mornings takes twice as long', async () => {
    await dialog.getByRole('tab', { name: 'Calendars' }).click()
    await dialog.getByRole('button', { name: 'Add a calendar' }).click()
    const day = (name: string) => dialog.getByRole('textbox', { name, exact: true })
    await day('Name').fill('Mornings')
    for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
      await day(name).fill('8-12')
      await page.keyboard.press('Enter')
      await expect(day(name)).toHaveValue('8:00-12:00')
    }
    expect(await seriousFindings(page)).toEqual([])
    await dialog.getByRole('tab', { name: 'Calculation' }).click()
    await dialog.getByRole('combobox', { name: 'Calendar of the plan' }).click()
    await page.getByRole('option', { name: 'Mornings' }).click()
    await page.keyboard.press('Escape')
    await expect(row).toContainText('4 Mar 2027')
  })

  await test.step('and is taken back', async () => {
    await page.keyboard.press('Control+z')
    await expect(row).toContainText('2 Mar 2027')
  })
})
