import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

const DAY_MIN = 480

test('a plan is calculated as it is made, and says what holds its end', async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  const [dig = '', pour = '', order = '', strip = ''] = await mill.addItems(project, [
    { title: 'Dig the pit' },
    { title: 'Pour the slab' },
    { title: 'Order the sign' },
    { title: 'Strip the forms' },
  ])
  const plan = (itemId: string, days: number) =>
    mill.run([
      'schedule.changePlanItem',
      { containerId: project, itemId, patch: { durationMin: days * DAY_MIN } },
    ])
  await plan(dig, 3)
  await plan(pour, 2)
  await plan(order, 1)
  await plan(strip, 1)
  await mill.relate(dig, pour)
  await mill.relate(pour, strip)
  await page.goto(mill.at('c/TWR/plan'))
  const row = (title: string) => page.getByRole('row', { name: title })
  const bar = (title: string) => page.getByRole('button', { name: new RegExp(`^${title}, `) })

  await test.step('links and durations are dates, and what may slip says by how much', async () => {
    await expect(row('Strip the forms')).toContainText('8 Mar 2027')
    await expect(bar('Strip the forms')).toHaveAccessibleName(/critical/)
    await expect(row('Order the sign')).toContainText('5')
    await expect(page.getByText('3 critical')).toBeVisible()
  })

  await test.step('the chosen row says why it lies where it does', async () => {
    await row('Pour the slab').getByText('4 Mar 2027').click()
    await expect(page.getByText('Waits until Dig the pit is finished')).toBeVisible()
  })

  await test.step('a longer task pushes what follows, and undoing takes all of it back', async () => {
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(row('Strip the forms')).toContainText('9 Mar 2027')
    await page.keyboard.press('Control+z')
    await expect(row('Strip the forms')).toContainText('8 Mar 2027')
  })

  await test.step('a bar that is drawn along takes what follows with it before it is let go', async () => {
    const box = await bar('Pour the slab').boundingBox()
    const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + 8]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 12 * 7, y, { steps: 7 })
    await expect(row('Strip the forms')).toContainText('15 Mar 2027')
    const saved = page.waitForResponse(
      (answer) => answer.ok() && (answer.request().postData() ?? '').includes('SNET'),
    )
    await page.mouse.up()
    await expect(row('Strip the forms')).toContainText('15 Mar 2027')
    await saved
    await page.reload()
    await expect(row('Strip the forms')).toContainText('15 Mar 2027')
  })

  await test.step('Escape gives up a drag, and the menu of a row does what a drag does', async () => {
    const before = await bar('Pour the slab').boundingBox()
    const [x, y] = [(before?.x ?? 0) + 4, (before?.y ?? 0) + 8]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 12 * 7, y, { steps: 7 })
    await expect(row('Strip the forms')).toContainText('22 Mar 2027')
    await page.keyboard.press('Escape')
    await expect(row('Strip the forms')).toContainText('15 Mar 2027')
    await page.mouse.up()
    await expect(row('Strip the forms')).toContainText('15 Mar 2027')
    await row('Order the sign').getByText('1 Mar 2027').first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'A day later' }).click()
    await expect(row('Order the sign')).toContainText('2 Mar 2027')
    await page.keyboard.press('Control+z')
    await expect(row('Order the sign')).toContainText('1 Mar 2027')
  })

  await test.step('a link is drawn from start to start, says so, and is opened where it lies', async () => {
    await bar('Dig the pit').hover()
    const from = await page.locator('[data-end="start"]').first().boundingBox()
    const to = await bar('Order the sign').boundingBox()
    await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5)
    await page.mouse.down()
    await page.mouse.move((to?.x ?? 0) + 2, (to?.y ?? 0) + 8, { steps: 5 })
    await expect(page.getByText('Start to start: Order the sign')).toBeVisible()
    await page.mouse.up()
    const link = page.locator('svg g', { hasText: 'Dig the pit → Order the sign: Start to start' })
    await expect(link).toHaveCount(1)
    await link.locator('path').first().dispatchEvent('click')
    const dialog = page.getByRole('dialog', { name: 'Links of Order the sign' })
    await expect(dialog.getByRole('combobox', { name: 'How it is tied to Dig the pit' })).toHaveValue(
      'Start to start',
    )
    await dialog.getByRole('button', { name: 'Remove the link with Dig the pit' }).click()
    await page.keyboard.press('Escape')
    await expect(link).toHaveCount(0)
  })

  await test.step('links are made and changed by keyboard', async () => {
    await row('Order the sign').getByText('1 Mar 2027').first().click()
    await page.keyboard.press('Shift+K')
    const dialog = page.getByRole('dialog', { name: 'Links of Order the sign' })
    await dialog.getByRole('combobox', { name: 'Choose an item' }).fill('Strip')
    await page.getByRole('option', { name: /Strip the forms/ }).click()
    await dialog.getByRole('button', { name: 'Link', exact: true }).click()
    await expect(dialog.getByText('Strip the forms')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(row('Order the sign')).toContainText('16 Mar 2027')
  })
  expect(await seriousFindings(page)).toEqual([])
})

test('a plan from elsewhere keeps its dates until somebody has seen what would move', {
  tag: '@long',
}, async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A', startsOn: '2027-03-01' })
  const [dig = '', pour = ''] = await mill.addItems(project, [{ title: 'Dig the pit' }, { title: 'Pour' }])
  await mill.run(['schedule.changePlanSettings', { containerId: project, patch: { isScheduled: false } }])
  const at = (day: string, hour: number) => Date.parse(`${day}T00:00:00+01:00`) + hour * 3_600_000
  for (const [itemId, day] of [
    [dig, '2027-03-01'],
    [pour, '2027-03-20'],
  ] as const) {
    const dates = { startAt: at(day, 8), finishAt: at(day, 17) }
    await mill.run(
      [
        'schedule.changePlanItem',
        { containerId: project, itemId, patch: { isManual: true, durationMin: DAY_MIN, ...dates } },
      ],
      ['schedule.changePlanItem', { containerId: project, itemId, patch: { isManual: false } }],
    )
  }
  await mill.run(['work.relateItems', { id: newId(), fromId: dig, toId: pour, kind: 'precedes' }])
  await page.goto(mill.at('c/TWR/plan'))
  const row = page.getByRole('row', { name: 'Pour' })
  await expect(row).toContainText('20 Mar 2027')
  await page.getByRole('button', { name: 'See what scheduling would move' }).click()
  const dialog = page.getByRole('dialog', { name: 'What scheduling would move' })
  await expect(dialog).toContainText('1 of 2 items would move')
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Schedule the plan' }).click()
  await expect(row).toContainText('2 Mar 2027')
})
