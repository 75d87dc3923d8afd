import type { Page } from '@playwright/test'
import { seriousFindings } from '../support/axe.ts'
import { type Mill, newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

const textsOf = (page: Page) => page.locator('[data-line]').allInnerTexts()

test('a checklist is written, ticked, sorted and taken back by keyboard', { tag: '@long' }, async ({
  mill,
  open,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Pour the slab' }])
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const other = await open(tom)
  await page.goto(mill.at('i/OFF-1'))
  await other.goto(mill.at('i/OFF-1'))
  const section = page.getByRole('region', { name: 'Checklists' })
  await section.getByRole('button', { name: 'Add a checklist' }).click()
  await expect(page.getByRole('textbox', { name: 'New line in Checklist' })).toBeFocused()
  for (const text of ['Set the forms', 'Order rebar']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await paste(page, '- Pump ready\n- Crew told\n\n- Slump test')
  await page.keyboard.press('Escape')
  await expect(section.getByText('0 of 5').first()).toBeVisible()
  expect(await textsOf(page)).toEqual([
    'Set the forms',
    'Order rebar',
    'Pump ready',
    'Crew told',
    'Slump test',
  ])

  await section.getByRole('checkbox', { name: 'Set the forms' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(section.getByRole('checkbox', { name: 'Order rebar' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Order 12 t of rebar')
  await page.keyboard.press('Enter')
  await expect(section.getByRole('checkbox', { name: 'Order 12 t of rebar' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(section.getByRole('checkbox', { name: 'Crew told' })).toBeFocused()
  const kept = ['Order 12 t of rebar', 'Set the forms', 'Crew told', 'Slump test']
  await expect.poll(() => textsOf(page)).toEqual(kept)
  await expect.poll(() => textsOf(other)).toEqual(kept)
  await expect(other.getByText('1 of 4').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(() => textsOf(other)).toEqual([...kept.slice(0, 2), 'Pump ready', ...kept.slice(2)])

  await page.getByRole('tab', { name: 'Activity' }).click()
  await expect(page.getByText('ticked “Set the forms”')).toBeVisible()
  expect(await seriousFindings(page, 'all')).toEqual([])
  await page.goto(mill.at('c/OFF/work'))
  await expect(page.getByTitle('1 of 5 checklist lines done')).toBeVisible()
})

test('a line for somebody is on their list, and becomes an item that the line follows', {
  tag: '@long',
}, async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  await addChecklist(mill, ['Order rebar', 'Set the forms'])
  await page.goto(mill.at('i/OFF-1'))
  const row = page.locator('[data-line]').filter({ hasText: 'Order rebar' })
  await row.hover()
  await row.getByRole('button', { name: /^Responsible/ }).click()
  await page.getByRole('option', { name: /Tom Dahl/ }).click()
  await expect(row.getByRole('button', { name: /Responsible: Tom Dahl/ })).toBeVisible()

  const his = await open(tom)
  await his.goto(mill.at('my'))
  await his.getByRole('button', { name: /Later/ }).click()
  await expect(his.getByText('1 line for you')).toBeVisible()

  await row.hover()
  await row.getByRole('button', { name: /Make it a sub-item/ }).click()
  const link = row.getByRole('link', { name: /OFF-2/ })
  await expect(link).toBeVisible()
  await expect(his.getByText('Order rebar')).toBeVisible()
  await expect(his.getByText('1 line for you')).toBeHidden()
  await link.click()
  await expect(page).toHaveURL(/OFF-2/)
  await page.keyboard.press('e')
  await page.goto(mill.at('i/OFF-1'))
  await expect(page.getByRole('region', { name: 'Checklists' }).getByText('1 of 2').first()).toBeVisible()
})

test('a line that was made an item is taken back by one undo', { tag: '@long' }, async ({ mill, page }) => {
  await addChecklist(mill, ['Order rebar'])
  await page.goto(mill.at('i/OFF-1'))
  const row = page.locator('[data-line]')
  await row.hover()
  await row.getByRole('button', { name: /Make it a sub-item/ }).click()
  await expect(row.getByRole('link', { name: /OFF-2/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row.getByRole('checkbox', { name: 'Order rebar' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sub-items' }).getByRole('listitem')).toHaveCount(0)
})

test('a line is dragged to another place, and one who may only read changes nothing', {
  tag: '@long',
}, async ({ mill, open, page }) => {
  const { list } = await addChecklist(mill, ['One', 'Two', 'Three'])
  await page.goto(mill.at('i/OFF-1'))
  const row = (text: string) => page.locator('[data-line]').filter({ hasText: text })
  await row('Three').hover()
  await row('Three')
    .getByTitle('Drag to move')
    .dragTo(row('One'), { targetPosition: { x: 60, y: 3 } })
  await expect.poll(() => textsOf(page)).toEqual(['Three', 'One', 'Two'])

  const guest = await mill.addPerson('Ada Guest', 'guest')
  await mill.grant(list, { role: 'viewer', personId: guest.id })
  const reading = await open(guest)
  await reading.goto(mill.at('i/OFF-1'))
  await expect(reading.getByRole('checkbox', { name: 'Three' })).toBeDisabled()
  await expect(reading.getByRole('button', { name: 'Add a line' })).toHaveCount(0)
})

async function addChecklist(mill: Mill, texts: readonly string[]) {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const [itemId = ''] = await mill.addItems(list, [{ title: 'Pour the slab' }])
  const checklistId = newId()
  await mill.run(
    ['work.addChecklist', { id: checklistId, itemId, name: 'Before the pour' }],
    ...texts.map((text) => ['work.addChecklistLine', { id: newId(), checklistId, text }] as const),
  )
  return { list, itemId }
}

/** Pastes as the browser does: the clipboard itself is closed to tests. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}
