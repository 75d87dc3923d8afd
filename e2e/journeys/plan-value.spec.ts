import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('what was agreed, what is done and what it took stand side by side', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const [dig = ''] = await mill.addItems(project, [
    { title: 'Dig the pit', startsOn: '2026-03-02', dueOn: '2026-03-03', effortMin: 960 },
    { title: 'Pour the slab', startsOn: '2026-03-04', dueOn: '2026-03-06', effortMin: 1440 },
  ])
  await mill.run([
    'schedule.changePlanSettings',
    { containerId: project, patch: { statusAt: Date.parse('2026-03-05T23:00:00Z') } },
  ])
  await page.goto(mill.at('c/TWR/plan?view=value'))

  await test.step('without a baseline it says what that is for, and takes one', async () => {
    await expect(page.getByRole('heading', { name: 'What was agreed?' })).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Take a baseline of the plan as it is' }).click()
  })

  const value = page.getByRole('region', { name: 'Earned value' })
  await test.step('nothing done and nothing spent is not yet known, and never infinite', async () => {
    await expect(
      value.getByText('4 d was to be done, 0 min is done. Nobody has written down what it took.'),
    ).toBeVisible()
    await expect(value.getByText('not yet known').first()).toBeVisible()
    await expect(value).not.toContainText('∞')
  })

  await test.step('progress and time move curve, indices and table', async () => {
    await mill.run(
      [
        'schedule.changePlanItem',
        {
          ...{ containerId: project, itemId: dig },
          patch: { percentComplete: 50, actualStartAt: Date.parse('2026-03-02T07:00:00Z') },
        },
      ],
      ['cost.addTime', { id: newId(), itemId: dig, day: '2026-03-02', minutes: 600, note: '' }],
    )
    await expect(value.getByText('4 d was to be done, 8 h is done, and it took 10 h.')).toBeVisible()
    const table = value.getByRole('table', { name: 'By item' })
    await expect(table.getByRole('row', { name: /Dig the pit/ })).toContainText('0.80')
    await value.getByText('As a table').click()
    await expect(value.getByRole('table', { name: 'Earned value' })).toContainText('6 Mar')
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('an item earns by the rule that is chosen', async () => {
    await value.getByRole('combobox', { name: 'How Dig the pit earns' }).click()
    await page.getByRole('option', { name: 'all at the end' }).click()
    await expect(value.getByText('4 d was to be done, 0 min is done, and it took 10 h.')).toBeVisible()
    await value.getByRole('combobox', { name: 'How Dig the pit earns' }).click()
    await page.getByRole('option', { name: 'units done' }).click()
    await value.getByLabel('Units of Dig the pit that were ordered').fill('4')
    await value.getByLabel('Units of Dig the pit that are done').fill('3')
    await value.getByLabel('Units of Dig the pit that are done').press('Enter')
    await expect(value.getByText('4 d was to be done, 12 h is done, and it took 10 h.')).toBeVisible()
  })

  await test.step('projects stand beside each other', async () => {
    await page.goto(mill.at('projects'))
    await page.getByRole('button', { name: 'Earned value' }).click()
    const table = page.getByRole('table', { name: 'Earned value of projects' })
    await expect(table.getByRole('row', { name: /Tower A/ })).toContainText('1.20')
    expect(await seriousFindings(page)).toEqual([])
    await table.getByRole('link', { name: /Tower A/ }).click()
    await expect(value).toBeVisible()
  })
})
