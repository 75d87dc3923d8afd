import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('what has moved since a baseline is seen in working days, and copied', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const [slab = '', wall = ''] = await mill.addItems(project, [
    { title: 'Pour the slab', startsOn: '2027-03-01', dueOn: '2027-03-05', effortMin: 600 },
    { title: 'Raise the walls', startsOn: '2027-03-08', dueOn: '2027-03-12' },
    { title: 'Order the sign', startsOn: '2027-03-08', dueOn: '2027-03-08' },
  ])
  await page.goto(mill.at('c/TWR/plan?view=baseline'))
  await page.getByRole('button', { name: 'Take a baseline now' }).click()
  await expect(page.getByText('Nothing has moved since then.')).toBeVisible()
  await mill.run(
    ['work.changeItem', { id: slab, patch: { dueOn: '2027-03-09', effortMin: 900 } }],
    ['work.changeItem', { id: wall, patch: { startsOn: '2027-03-10', dueOn: '2027-03-19' } }],
    ['work.createItem', { id: newId(), containerId: project, title: 'Ask the city' }],
  )

  const table = page.getByRole('table', { name: 'Planned then and now' })
  await test.step('what slipped most stands first, and what has not moved is left out', async () => {
    await expect(page.getByText('2 of 4 items moved · 1 new since then')).toBeVisible()
    const rows = table.getByRole('row')
    await expect(rows.nth(1)).toContainText(
      /Raise the walls.*8 Mar 2027.*10 Mar 2027.*\+2.*12 Mar 2027.*19 Mar 2027.*\+5/s,
    )
    await expect(rows.nth(2)).toContainText(/Pour the slab.*5 Mar 2027.*9 Mar 2027.*\+2.*10 h.*15 h.*\+5 h/s)
    await expect(table.getByRole('row', { name: /Order the sign/ })).toHaveCount(0)
    await page.getByRole('checkbox', { name: 'Only what moved' }).uncheck()
    await expect(table.getByRole('row', { name: /Order the sign/ })).toBeVisible()
    await table.getByRole('button', { name: 'Finish ±' }).click()
    await expect(rows.nth(1)).toContainText('Order the sign')
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('the whole plan is summed up, and the table goes to the clipboard', async () => {
    await page.getByText('Phases', { exact: true }).last().click()
    await expect(table.getByRole('row', { name: /Whole plan/ })).toContainText(
      /12 Mar 2027.*19 Mar 2027.*\+5/s,
    )
    expect(await seriousFindings(page)).toEqual([])
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy as CSV' }).click()
    await expect(page.getByText('4 rows are on the clipboard')).toBeVisible()
    const copied = await page.evaluate(async () => await navigator.clipboard.readText())
    expect(copied).toContain('TWR-2,Raise the walls,2027-03-08,2027-03-10,2,2027-03-12,2027-03-19,5')
  })

  await test.step('two baselines are compared, one is renamed, deleted and brought back', async () => {
    await mill.run(['schedule.takeBaseline', { id: newId(), containerId: project, name: 'Autumn' }])
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue('2: Autumn')
    await page.getByRole('combobox', { name: 'Compare with' }).click()
    await page.getByRole('option', { name: 'Baseline 1' }).click()
    await page.getByRole('combobox', { name: 'With what the baseline is compared' }).click()
    await page.getByRole('option', { name: 'With 2: Autumn' }).click()
    await mill.run(['work.changeItem', { id: wall, patch: { dueOn: '2027-04-30' } }])
    await expect(table.getByRole('row', { name: /Whole plan/ })).toContainText(/12 Mar 2027.*19 Mar 2027/s)
    await page.reload()
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue('Baseline 1')
    await expect(page.getByRole('combobox', { name: 'With what the baseline is compared' })).toHaveValue(
      'With 2: Autumn',
    )
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    const settings = page.getByRole('dialog')
    await settings.getByRole('tab', { name: 'Calendars' }).click()
    await settings.getByRole('button', { name: 'Add a calendar' }).click()
    await expect(settings.getByRole('group', { name: 'New calendar' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(settings).toHaveCount(0)
    await page.getByRole('button', { name: 'Rename or delete' }).click()
    await page.getByRole('textbox', { name: 'Name of baseline 1' }).fill('Contract')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue('1: Contract')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Rename or delete' }).click()
    await page.getByRole('button', { name: 'Delete this baseline' }).click()
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue('2: Autumn')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue('1: Contract')
  })
})
