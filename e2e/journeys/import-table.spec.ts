import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'
import { chooseFile } from '../support/upload.ts'

const TABLE = [
  'Nr;Aufgabe;Gehört zu;Status;Bearbeiter;Frist;Dauer;Etiketten',
  'A1;Baustelle einrichten;;In progress;;31.03.2027;3;Rohbau',
  'A2;Zaun stellen;A1;Done;Tom Dahl;02.03.2027;1;Rohbau, Sicherheit',
  'A3;Kran mieten;A1;Ready;Ida Kühn;bald;viel;Gerät',
  'A4;;;Ready;Ida Kühn;;;',
  'A5;Ämter benachrichtigen;Z9;Backlog;ida.kuehn@example.org;15.04.2027;2;',
].join('\r\n')

test('a table is mapped, checked, brought in and taken back, and what people added stays', async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const other = await open(tom)
  await page.goto(mill.at('imports'))
  await chooseFile(page, 'Choose a file', { name: 'bauplan.csv', content: Buffer.from(TABLE, 'latin1') })

  await test.step('the columns are guessed and shown with the first rows', async () => {
    await expect(page.getByRole('combobox', { name: 'Aufgabe becomes' })).toHaveValue('Title')
    await expect(page.getByRole('cell', { name: 'Ämter benachrichtigen', exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: /The first rows 5 rows/ })).toBeVisible()
    const wanted = {
      Nr: 'Key (to find parents and links)',
      'Gehört zu': 'Parent',
      Status: 'State',
      Bearbeiter: 'Responsible',
      Frist: 'Due',
      Dauer: 'Effort',
      Etiketten: 'Labels',
    }
    for (const [column, field] of Object.entries(wanted)) await mapColumn(page, column, field)
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bauplan')
    await page.getByRole('textbox', { name: 'Key', exact: true }).fill('BAU')
    await page.getByRole('button', { name: 'Check what will happen' }).click()
  })

  await test.step('the dry run counts what will be made, and says by row what does not fit', async () => {
    const counts = section(page, 'This will be made').getByRole('listitem')
    await expect(counts).toContainText(['4 items', '2 of them sub-items', '1 already done'])
    await expect(counts.filter({ hasText: '1 person found' })).toBeVisible()
    await expect(counts.filter({ hasText: '1 row left out' })).toBeVisible()
    const problems = section(page, /things to look at/).getByRole('listitem')
    await expect(problems.filter({ hasText: /line 4 · Frist/ })).toContainText('bald')
    await expect(problems.filter({ hasText: /line 4 · Dauer/ })).toContainText('viel')
    await expect(problems.filter({ hasText: 'line 5' })).toContainText(/title/i)
    await expect(problems.filter({ hasText: 'line 6' }).first()).toContainText('Z9')
    await expect(section(page, 'Who is meant').getByRole('listitem')).toContainText([
      /Tom Dahl → Tom Dahl/,
      /Ida Kühn → Ida Kühn.*new placeholder/,
    ])
  })

  await test.step('what was announced is there', async () => {
    await page.getByRole('button', { name: 'Import 4 items' }).click()
    await expect(page.getByRole('heading', { name: 'Look at what was made, then decide' })).toBeVisible()
    await page.getByRole('link', { name: 'Look at it' }).click()
    const fence = page.getByRole('row', { name: /Zaun stellen/ })
    await expect(fence.getByRole('button', { name: 'Responsible: Tom Dahl' })).toBeVisible()
    await expect(fence.getByRole('button', { name: 'State: Done' })).toBeVisible()
    await page.goto(mill.at('i/BAU-1'))
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Baustelle einrichten')
    await expect(page.getByRole('article').getByText('Zaun stellen')).toBeVisible()
    await page.goto(mill.at('people'))
    await expect(page.getByRole('row', { name: /Ida Kühn/ })).toContainText('No account yet')
  })

  await test.step('somebody works on beside it', async () => {
    await other.goto(mill.at('c/BAU/work'))
    await expect(other.getByRole('row', { name: /Kran mieten/ })).toBeVisible()
    await other.keyboard.press('c')
    await other.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Strom bestellen')
    await other.keyboard.press('Enter')
    await expect(other.getByRole('row', { name: /Strom bestellen/ })).toBeVisible()
  })

  await test.step('the run is taken back, and says what it leaves and why', async () => {
    await page.goto(mill.at('imports'))
    await page.getByRole('link', { name: 'bauplan.csv' }).click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByRole('heading', { name: 'This import was taken back.' })).toBeVisible()
    const removed = section(page, 'Removed').getByRole('listitem')
    await expect(removed.filter({ hasText: /^4 items?$/ })).toBeVisible()
    await expect(section(page, 'Removed')).toContainText('Bauplan')
  })

  await test.step('the items are gone for everybody, and the own one is where it was', async () => {
    await expect(other.getByRole('row', { name: /Kran mieten/ })).toHaveCount(0)
    await expect(other.getByRole('row', { name: /Strom bestellen/ })).toBeVisible()
    await other.reload()
    await expect(other.getByRole('row', { name: /Strom bestellen/ })).toBeVisible()
    await expect(other.getByRole('row', { name: /Zaun stellen/ })).toHaveCount(0)
    await page.goto(mill.at('people'))
    await expect(page.getByRole('row', { name: /Tom Dahl/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Ida Kühn/ })).toHaveCount(0)
  })
})

test('a file that cannot be read is refused with the reason, and leaves no run behind', async ({
  mill,
  page,
}) => {
  await page.goto(mill.at('imports'))
  const refusal = page.getByRole('alert')
  for (const [name, content, reason] of [
    ['empty.csv', '', /empty/],
    ['page.csv', '<!doctype html><html></html>', /page\.csv/],
    ['plan.xml', '<?xml version="1.0"?><Project><Tasks>', /plan\.xml|read/],
    ['bomb.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Project/>', /document type/],
  ] as const) {
    await chooseFile(page, 'Choose a file', { name, content: Buffer.from(content) })
    await expect(refusal, name).toContainText(reason)
  }
  await expect(page.getByText('Nothing has been imported yet.')).toBeVisible()
})

test('letters that the encoding does not have are told by row before anything is made', async ({
  mill,
  page,
}) => {
  await page.goto(mill.at('imports'))
  const broken = Buffer.concat([
    Buffer.from('Title,Note\nÄmter fragen,gut\nKran '),
    Buffer.from([0xc3, 0x28, 0xff]),
    Buffer.from(' mieten,schön\n'),
  ])
  await chooseFile(page, 'Choose a file', { name: 'broken.csv', content: broken })
  await expect(section(page, /things to look at/).getByRole('listitem')).toContainText([
    'line 3 · Title',
    '2 bytes do not fit the encoding utf-8',
  ])
  await expect(page.getByRole('cell', { name: 'Ämter fragen', exact: true })).toBeVisible()
  await page.goto(mill.at('lists'))
  await expect(page.getByRole('heading', { name: 'No list yet' })).toBeVisible()
})

test('an import into a list that is there is approved, and then is like any other work', {
  tag: '@long',
}, async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  await page.goto(mill.at('imports'))
  await chooseFile(page, 'Choose a file', { name: 'work.csv', content: Buffer.from('Title\nRent a crane\n') })
  await page.getByText('Into one that is there').click()
  await page.getByRole('combobox', { name: 'Project, process, case or list' }).click()
  await page.getByRole('option', { name: 'OFF Site office' }).click()
  await page.getByRole('button', { name: 'Check what will happen' }).click()
  await page.getByRole('button', { name: /^Import 1 item/ }).click()
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('heading', { name: 'This import was approved.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take it back' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Look at it' }).click()
  await expect(page.getByRole('row', { name: /Rent a crane/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Order the site sign/ })).toBeVisible()
})

/** The part of the page under a heading. */
function section(page: Page, heading: string | RegExp): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) })
}

async function mapColumn(page: Page, column: string, field: string) {
  const select = page.getByRole('combobox', { name: `${column} becomes` })
  if ((await select.inputValue()) === field) return
  await select.click()
  await page.getByRole('option', { name: field, exact: true }).click()
  await expect(select).toHaveValue(field)
}
