import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('estimates as ranges and risks become a finish as a range', { tag: '@long' }, async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const [dig = '', pour = ''] = await mill.addItems(project, [
    { title: 'Dig the pit', effortMin: 4800 },
    { title: 'Pour the slab', effortMin: 2400 },
    { title: 'Strip the forms', effortMin: 480 },
  ])
  await mill.relate(dig, pour)
  await mill.run([
    'schedule.changePlanSettings',
    { containerId: project, patch: { startsAt: Date.parse('2027-03-01T07:00:00Z') } },
  ])
  await page.goto(mill.at('c/TWR/plan?view=forecast'))
  const forecast = page.getByRole('region', { name: 'Forecast' })

  await test.step('without ranges it says what would help', async () => {
    await expect(forecast.getByText(/Give ranges of effort to 3 items/)).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('with ranges it can be worked out', async () => {
    await mill.run(
      ['work.changeItem', { id: dig, patch: { effortLowMin: 3840, effortHighMin: 9600 } }],
      ['work.changeItem', { id: pour, patch: { effortLowMin: 1920, effortHighMin: 3840 } }],
    )
    await forecast.getByRole('button', { name: 'Work out the forecast' }).click()
    await expect(forecast.getByText(/^Finished .* with 85% certainty by/)).toBeVisible()
    await expect(forecast.getByText(/2 of 3 open items have a range/)).toBeVisible()
    await forecast.getByText('As a table').click()
    await expect(forecast.getByRole('table', { name: 'Finish', exact: true }).getByRole('row')).toHaveCount(
      13,
    )
    const movers = forecast.getByRole('table', { name: 'What moves the finish most' })
    await expect(movers.getByRole('row').nth(1)).toContainText('TWR-1 Dig the pit')
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('it can be worked out otherwise, and says how it was', async () => {
    await forecast.getByText('How it is worked out').click()
    await forecast.getByRole('combobox', { name: 'Estimates are spread' }).click()
    await page.getByRole('option', { name: 'evenly' }).click()
    await forecast.getByLabel('Seed').fill('7')
    expect(await seriousFindings(page)).toEqual([])
    await forecast.getByRole('button', { name: 'Work it out so' }).click()
    await expect(forecast.getByText(/with seed 7 they come out the same/)).toBeVisible()
    await expect(forecast.getByText(/Estimates are spread evenly/)).toBeVisible()
  })

  await test.step('the critical chain says what to promise, and how it goes', async () => {
    await expect(forecast.getByText(/^Planned to end 19 Mar 2027; with its buffer of/)).toBeVisible()
    await expect(forecast.getByText(/of the chain is done, .* of the buffer is used/)).toBeVisible()
    await forecast.getByText('Half of the chain').click()
    await expect(forecast.getByText(/with its buffer of 7.5 d/)).toBeVisible()
  })

  await test.step('a risk makes it out of date, and then wider', async () => {
    await forecast.getByRole('button', { name: 'Add a risk' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a risk' })
    await dialog.getByLabel('What may happen').fill('Rain during the pour')
    await dialog.getByLabel('How likely (%)').fill('60')
    await dialog.getByLabel('Delays by at least').fill('1w')
    await dialog.getByLabel('at most').first().fill('2w')
    await dialog.getByLabel('Costs at least').fill('1000')
    await dialog.getByLabel('at most').last().fill('5000')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(forecast.getByRole('row', { name: /Rain during the pour/ })).toContainText('60%')
    await expect(forecast.getByText(/has changed since/)).toBeVisible()
    await forecast.getByRole('button', { name: 'Work it out anew' }).click()
    await expect(forecast.getByText(/^Costs .* to /)).toBeVisible()
    await expect(forecast.getByText(/has changed since/)).toBeHidden()
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('the register can be emptied again', async () => {
    await forecast.getByRole('button', { name: 'Remove: Rain during the pour' }).click()
    await expect(forecast.getByText('Nothing is written down yet.')).toBeVisible()
  })
})
