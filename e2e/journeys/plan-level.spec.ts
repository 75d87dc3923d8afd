import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const DAY_MIN = 480

test('work for the same person at the same time is put one after the other', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  const [slab = '', wall = '', roof = ''] = await mill.addItems(project, [
    { title: 'Pour the slab', responsibleId: mill.owner.id },
    { title: 'Build the wall', responsibleId: mill.owner.id },
    { title: 'Order the roof' },
  ])
  for (const [itemId, days] of [
    [slab, 3],
    [wall, 2],
    [roof, 1],
  ] as const) {
    const patch = { durationMin: days * DAY_MIN }
    await mill.run(['work.changeItem', { id: itemId, patch: { effortMin: days * DAY_MIN } }])
    await mill.run(['schedule.changePlanItem', { containerId: project, itemId, patch }])
  }
  await page.goto(mill.at('c/TWR/plan'))
  const row = (title: string) => page.getByRole('row', { name: title })
  await expect(row('Build the wall')).toContainText('1 Mar 2027')
  await page.getByRole('button', { name: 'Level', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Level the plan' })
  await dialog.getByRole('combobox', { name: 'Look for' }).click()
  await page.getByRole('option', { name: '2 seconds' }).click()
  await dialog.getByRole('button', { name: 'Level', exact: true }).click()

  await test.step('what would move is shown, with how good it is and why, before anything changes', async () => {
    await expect(dialog.getByText('1 item moves')).toBeVisible()
    await expect(dialog.getByText('no shorter plan is possible')).toBeVisible()
    await expect(dialog.getByRole('row', { name: /Rosa Marin works on/ })).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('accepted, it stands; the row says so, and undo takes it back', async () => {
    await dialog.getByRole('button', { name: 'Accept' }).click()
    await expect(
      row('Build the wall')
        .or(row('Pour the slab'))
        .getByText(/[34] Mar 2027/)
        .first(),
    ).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(row('Build the wall')).toContainText('2 Mar 2027')
    await expect(row('Pour the slab')).toContainText('3 Mar 2027')
  })
})

test('work in another project counts: the plan goes around it, or both are levelled together', {
  tag: '@long',
}, async ({ mill, page }) => {
  const day = { responsibleId: mill.owner.id, effortMin: DAY_MIN }
  const at = (hour: number) => Date.parse('2027-03-01T00:00:00Z') + hour * 3_600_000
  for (const [key, name, title] of [
    ['BRG', 'Bridge', 'Set the girders'],
    ['TWR', 'Tower A', 'Pour the slab'],
  ] as const) {
    const project = await mill.addContainer('project', key, { name, startsOn: '2027-03-01' })
    const [itemId = ''] = await mill.addItems(project, [{ title, ...day }])
    const patch = { durationMin: DAY_MIN, isManual: key === 'BRG' }
    const dates = key === 'BRG' ? { startAt: at(8), finishAt: at(17) } : {}
    await mill.run([
      'schedule.changePlanItem',
      { containerId: project, itemId, patch: { ...patch, ...dates } },
    ])
  }
  await page.goto(mill.at('c/TWR/plan'))
  const row = page.getByRole('row', { name: 'Pour the slab' })
  await expect(row).toContainText('1 Mar 2027')
  await page.getByRole('button', { name: 'Level', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Level the plan' })
  await expect(dialog.getByRole('checkbox', { name: 'Bridge' })).not.toBeChecked()
  await dialog.getByRole('combobox', { name: 'Look for' }).click()
  await page.getByRole('option', { name: /1,000 orders/ }).click()
  await dialog.getByRole('button', { name: 'Level', exact: true }).click()
  await expect(dialog.getByRole('row', { name: /Rosa Marin works on Set the girders/ })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Accept' }).click()
  await expect(row).toContainText('2 Mar 2027')
})

test('what if: changes are tried out, nobody sees them, and carried out all at once', {
  tag: '@long',
}, async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  const [dig = '', pour = ''] = await mill.addItems(project, [{ title: 'Dig the pit' }, { title: 'Pour' }])
  for (const itemId of [dig, pour]) {
    const patch = { durationMin: DAY_MIN }
    await mill.run(['schedule.changePlanItem', { containerId: project, itemId, patch }])
  }
  await mill.relate(dig, pour)
  await page.goto(mill.at('c/TWR/plan'))
  const row = page.getByRole('row', { name: 'Pour' })
  await expect(row).toContainText('2 Mar 2027')
  await page.getByRole('button', { name: 'What if' }).click()
  await page.getByRole('row', { name: 'Dig the pit' }).getByText('1 Mar 2027').first().click()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(row).toContainText('3 Mar 2027')
  await expect(page.getByText('Finish 2 Mar 2027 → 3 Mar 2027')).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])

  await test.step('it is still open after a reload, and the plan is as it was', async () => {
    await page.reload()
    await expect(page.getByText('1 change', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Drop' }).click()
    await expect(row).toContainText('2 Mar 2027')
  })

  await test.step('its steps are taken back and made again, and it is kept beside another one', async () => {
    await page.getByRole('button', { name: 'What if' }).click()
    await page.getByRole('row', { name: 'Dig the pit' }).getByText('1 Mar 2027').first().click()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(row).toContainText('3 Mar 2027')
    await page.keyboard.press('Control+z')
    await expect(row).toContainText('2 Mar 2027')
    await page.keyboard.press('Control+Shift+z')
    await expect(row).toContainText('3 Mar 2027')
    await page.getByLabel('Name of the what-if').fill('Longer dig')
    await page.getByLabel('Name of the what-if').press('Enter')
    await page.getByRole('button', { name: 'What if' }).click()
    await page.getByRole('menuitem', { name: 'New what-if' }).click()
    await expect(row).toContainText('2 Mar 2027')
  })

  await test.step('links and cells go into it as well, and names do not', async () => {
    await row.getByText('2 Mar 2027').first().click()
    await page.keyboard.press('Shift+k')
    const links = page.getByRole('dialog', { name: 'Links of Pour' })
    await links.getByRole('button', { name: 'Remove the link with Dig the pit' }).click()
    await page.keyboard.press('Escape')
    await expect(row).toContainText('1 Mar 2027')
    await page.getByRole('radio', { name: 'Grid' }).click()
    const cell = (name: string) => page.getByRole('row', { name: 'Pour' }).getByRole('gridcell', { name })
    await cell('1d').click()
    await page.keyboard.type('2d')
    await page.keyboard.press('Enter')
    await expect(page.getByText('2 changes', { exact: true })).toBeVisible()
    await page.getByRole('gridcell', { name: 'Pour', exact: true }).click()
    await page.keyboard.type('Pour the slab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('A what-if cannot hold this change')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Back to the plan' }).click()
    await expect(cell('1d')).toBeVisible()
  })

  await test.step('carried out, it is the plan, and undo takes it back', async () => {
    await page.getByRole('radio', { name: 'Gantt' }).click()
    await page.getByRole('button', { name: 'What if' }).click()
    await page.getByRole('menuitemradio', { name: 'Longer dig' }).click()
    await expect(row).toContainText('3 Mar 2027')
    await page.getByRole('button', { name: 'Carry out' }).click()
    await expect(page.getByRole('region', { name: 'What if' })).toBeHidden()
    await expect(row).toContainText('3 Mar 2027')
    await page.keyboard.press('Control+z')
    await expect(row).toContainText('2 Mar 2027')
  })
})
