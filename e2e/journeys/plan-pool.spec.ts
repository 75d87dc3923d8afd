import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('what projects share is made once, and a project plans with it', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  await mill.addItems(project, [{ title: 'Weld the frame', effortMin: 960 }])
  await page.goto(mill.at('settings/planning'))

  await test.step('a calendar of the organisation takes a pasted list of holidays', async () => {
    await expect(page.getByText(/There is no calendar yet/)).toBeVisible()
    await page.getByRole('button', { name: 'Add a calendar' }).click()
    await page.getByRole('button', { name: 'Paste a list of holidays' }).click()
    await page
      .getByRole('textbox', { name: 'Holidays' })
      .fill('2027-03-01 Founding day\nto be agreed\n26.3.2027; Good Friday')
    await page.getByRole('button', { name: 'Add 2 days off' }).click()
    await expect(page.getByText('There is no day in “to be agreed”.')).toBeVisible()
    const off = page.getByRole('region', { name: 'Days off' })
    await expect(off.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Founding day')
  })

  await test.step('people are shared with what they can do and cost', async () => {
    await page.getByRole('textbox', { name: 'Name' }).first().fill('Ann')
    await page.getByRole('button', { name: 'Add for all projects' }).click()
    await page.getByRole('button', { name: 'More about Ann' }).click()
    const more = page.getByRole('group', { name: 'More about Ann' })
    await more.getByLabel('Skills').first().fill('Welding')
    await page.keyboard.press('Enter')
    await more.getByRole('textbox', { name: 'An hour' }).fill('60')
    await page.keyboard.press('Enter')
    await more.getByRole('button', { name: 'Part time from a day on' }).click()
    await expect(more.getByRole('textbox', { name: 'How much' })).toHaveValue('50 %')
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('whoever has the skill may do it instead', async () => {
    await page.goto(mill.at('i/TWR-1'))
    await page.getByRole('tab', { name: 'Plan' }).click()
    const panel = page.getByRole('tabpanel', { name: 'Plan' })
    const add = panel.getByRole('combobox', { name: 'Add somebody or something' })
    await add.fill('Ann')
    await page.getByRole('option', { name: 'Ann' }).click()
    await panel.getByRole('combobox', { name: 'Instead of Ann' }).click()
    await page.getByRole('option', { name: 'Anybody who can do' }).click()
    await panel.getByRole('combobox', { name: 'Anybody who can do' }).click()
    await page.getByRole('option', { name: 'Welding' }).click()
    await expect(panel.getByRole('combobox', { name: 'Anybody who can do' })).toHaveValue('Welding')
    expect(await seriousFindings(page)).toEqual([])
    await panel.getByRole('button', { name: 'Take Ann off' }).click()
  })

  await test.step('or anybody with it does, until somebody is chosen', async () => {
    const panel = page.getByRole('tabpanel', { name: 'Plan' })
    await panel.getByRole('combobox', { name: 'Add somebody or something' }).fill('Welding')
    await page.getByRole('option', { name: 'Anybody who can: Welding' }).click()
    await expect(panel.getByText(/Nobody has been chosen yet/)).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.goto(mill.at('c/TWR/plan?view=load'))
    await expect(page.getByText('Open: Welding').first()).toBeVisible()
    await page.goto(mill.at('i/TWR-1'))
    await page.getByRole('tab', { name: 'Plan' }).click()
    await panel.getByRole('combobox', { name: 'Give it to' }).click()
    await page.getByRole('option', { name: 'Ann' }).click()
    await expect(panel.getByRole('combobox', { name: 'Instead of Ann' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(panel.getByText(/Nobody has been chosen yet/)).toBeVisible()
  })
})
