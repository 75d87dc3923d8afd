import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('the health of a plan names what deserves a look and leads there', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const [dig = '', pour = '', sign = '', strip = ''] = await mill.addItems(project, [
    { title: 'Dig the pit', effortMin: 960 },
    { title: 'Pour the slab', effortMin: 480 },
    { title: 'Order the sign', effortMin: 480 },
    { title: 'Strip the forms' },
  ])
  const precedes = { kind: 'precedes', linkType: 'FS' } as const
  await mill.run(
    ['work.relateItems', { id: newId(), fromId: dig, toId: pour, ...precedes, lag: 480 }],
    ['work.relateItems', { id: newId(), fromId: pour, toId: strip, ...precedes }],
    [
      'schedule.changePlanItem',
      { containerId: project, itemId: pour, patch: { deadlineAt: Date.parse('2027-01-04T17:00:00Z') } },
    ],
    [
      'schedule.changePlanSettings',
      { containerId: project, patch: { startsAt: Date.parse('2027-03-01T07:00:00Z') } },
    ],
  )
  await page.goto(mill.at('c/TWR/plan?view=health'))
  const health = page.getByRole('region', { name: 'Health of the plan' })

  await test.step('a missed deadline is told in words', async () => {
    await expect(health.getByText(/after its deadline 4 Jan 2027/)).toBeVisible()
  })

  await test.step('a check opens what failed it, by key, and that leads to the item', async () => {
    const loose = health.locator('details').filter({ hasText: 'Work without links' })
    await expect(loose).toContainText('3 of 4 (75%), in order up to 5%')
    await loose.locator('summary').focus()
    await page.keyboard.press('Enter')
    await loose.getByRole('button', { name: 'TWR-3 Order the sign' }).click()
    await expect(page).toHaveURL(/peek=TWR-3/)
    await page.keyboard.press('Escape')
    await expect(health.locator('details').filter({ hasText: 'Links with a lag' })).toContainText('1 of 2')
  })

  await test.step('what is mended leaves the list by itself', async () => {
    await mill.run(
      ['work.relateItems', { id: newId(), fromId: dig, toId: sign, ...precedes }],
      ['schedule.changePlanItem', { containerId: project, itemId: pour, patch: { deadlineAt: null } }],
    )
    await expect(health.getByText('Everything in the plan fits together.')).toBeVisible()
  })

  expect(await seriousFindings(page)).toEqual([])
})
