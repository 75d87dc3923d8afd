import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const DAY_MIN = 480

test('work is split by key, its parts are moved, and it becomes one piece again', async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'SPL', { name: 'Bridge', startsOn: '2027-03-01' })
  const [pour = '', strip = ''] = await mill.addItems(project, [
    { title: 'Pour the deck' },
    { title: 'Strip the forms' },
  ])
  const plan = (itemId: string, days: number) =>
    mill.run([
      'schedule.changePlanItem',
      { containerId: project, itemId, patch: { durationMin: days * DAY_MIN } },
    ])
  await plan(pour, 4)
  await plan(strip, 1)
  await mill.relate(pour, strip)
  await page.goto(mill.at('c/SPL/plan'))
  const row = (title: string) => page.getByRole('row', { name: title })
  const bar = page.getByRole('button', { name: /^Pour the deck, / })
  await expect(row('Strip the forms')).toContainText('5 Mar 2027')

  await test.step('it rests from a day on, and what follows waits for its last part', async () => {
    await row('Pour the deck').getByText('1 Mar 2027').click()
    await page.keyboard.press('Shift+X')
    const dialog = page.getByRole('dialog', { name: 'Parts of Pour the deck' })
    await expect(dialog.getByText('It is done in one piece.')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await dialog.getByRole('textbox', { name: 'For' }).fill('2d')
    await dialog.getByRole('button', { name: 'Split here' }).click()
    await expect(dialog.getByText('Rests after 16 h')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bar).toHaveAccessibleName(/in 2 parts/)
    await expect(row('Strip the forms')).toContainText('9 Mar 2027')
  })

  await test.step('its second part is drawn to a later day', async () => {
    const part = bar.getByTitle('Draw a part to let it begin on another day')
    const box = await part.boundingBox()
    const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + 6]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 12, y, { steps: 4 })
    await page.mouse.up()
    await expect(row('Strip the forms')).toContainText('10 Mar 2027')
    await page.keyboard.press('Control+z')
    await expect(row('Strip the forms')).toContainText('9 Mar 2027')
  })

  await test.step('the menu of the row ends the rest', async () => {
    await row('Pour the deck').click({ button: 'right' })
    await page.getByRole('menuitem', { name: /Split here/ }).click()
    await page.getByRole('button', { name: 'No rest after 16 h' }).click()
    await expect(page.getByText('It is done in one piece.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(row('Strip the forms')).toContainText('5 Mar 2027')
  })
})
