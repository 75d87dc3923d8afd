import type { Page } from '@playwright/test'
import { packFiles, workbook } from '../support/archive.ts'
import { expect, test } from '../support/test.ts'
import { chooseFile } from '../support/upload.ts'

const block = (id: string, type: string, more: object) =>
  JSON.stringify({
    type: 'block',
    data: { id, type, parentId: 'b1', boardId: 'b1', createdBy: 'uann4711', fields: {}, ...more },
  })

const STATUS = {
  id: 'p1',
  name: 'Status',
  type: 'select',
  options: [
    { id: 'o1', value: 'To Do' },
    { id: 'o2', value: 'Night shift 🌙' },
  ],
}

const FOCALBOARD = packFiles({
  'version.json': '{"version":2,"date":1767603600000}',
  'b1/board.jsonl': [
    JSON.stringify({ type: 'board', data: { id: 'b1', title: 'Quay wall', cardProperties: [STATUS] } }),
    block('c1', 'card', { title: 'Order sheet piles', fields: { properties: { p1: 'o2' } } }),
    block('c2', 'card', { title: 'Clear the quay', fields: { properties: { p1: 'o1' } } }),
    block('k1', 'checkbox', { parentId: 'c1', title: 'Ask for a price', fields: { value: true } }),
    block('m1', 'comment', { parentId: 'c1', title: 'The *long* ones', createAt: 1767690000000 }),
    block('i1', 'attachment', { parentId: 'c1', title: 'offer.txt', fields: { fileId: '7offer.txt' } }),
  ].join('\n'),
  'b1/7offer.txt': '120 tons',
})

const JIRA = [
  'Summary,Issue key,Issue id,Parent id,Issue Type,Status,Status Category,Project key,Project name,Assignee,Labels,Comment',
  'Foundations,TWR-1,10001,,Epic,To Do,To Do,TWR,Tower A,,,',
  'Pour the slab,TWR-7,10007,10001,Task,Night work,In Progress,TWR,Tower A,Tom Dahl,night,02/Feb/26 9:30 AM;Ann Lee;Which *mix*?',
].join('\r\n')

const PLAN = workbook({
  Notes: [['Title'], ['Remember the crane']],
  Plan: [['Tower B'], ['Task', 'Phase', 'Parent'], ['Dig', 'Done', ''], ['Pour', 'Curing', 'Dig']],
})

const MONDAY = workbook({
  'crane yard': [
    ['Crane yard'],
    ['This month'],
    ['Name', 'Subitems', 'Person', 'Status', 'Item ID (auto generated)'],
    ['Grease the crane', 'Buy grease', 'Tom Dahl', 'Working on it', '7001'],
    ['Subitems', 'Name', 'Owner', 'Status', 'Item ID (auto generated)'],
    ['', 'Buy grease', '', 'Done', '7101'],
  ],
  updates: [
    ['Crane yard'],
    ['Item ID', 'Item Name', 'Content Type', 'User', 'Created At', 'Update Content'],
    ['7001', 'Grease the crane', 'Update', 'Ann Lee', '06/January/2026  09:00:00 AM', 'Blue tin'],
  ],
})

async function check(page: Page, key: string) {
  await page.getByRole('textbox', { name: 'Key', exact: true }).fill(key)
  await page.getByRole('button', { name: 'Check what will happen' }).click()
}

async function bringIn(page: Page, items: number) {
  await page.getByRole('button', { name: `Import ${items} items` }).click()
  await expect(page.getByRole('heading', { name: 'Look at what was made, then decide' })).toBeVisible()
}

test('an archive of Focalboard brings its cards, what was said, and the files in it', {
  tag: '@long',
}, async ({ mill, page }) => {
  await page.goto(mill.at('imports'))
  await chooseFile(page, 'Choose a file', { name: 'x.boardarchive', content: FOCALBOARD })
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Quay wall')
  await page.getByRole('combobox', { name: 'What “Night shift” means' }).click()
  await page.getByRole('option', { name: 'In progress' }).click()
  await check(page, 'QUAY')
  await expect(page.getByRole('listitem').filter({ hasText: '1 file of the archive' })).toBeVisible()
  await bringIn(page, 2)
  await page.goto(mill.at('i/QUAY-1'))
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Order sheet piles')
  await expect(page.getByRole('button', { name: 'State: In progress' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /Ask for a price/ })).toBeChecked()
  await expect(page.getByText('The long ones')).toBeVisible()
  await page.getByRole('tab', { name: 'Files' }).click()
  await expect(page.getByText('offer.txt')).toBeVisible()
  await page.goto(mill.at('imports'))
  await expect(page.getByRole('row', { name: /x\.boardarchive/ })).toContainText('Focalboard')
  await page.getByRole('link', { name: 'x.boardarchive' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('heading', { name: 'This import was taken back.' })).toBeVisible()
})

test('issues of Jira keep their keys, and a status can be given a state', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  await mill.addPerson('Tom Dahl', 'member')
  await page.goto(mill.at('imports'))
  await chooseFile(page, 'Choose a file', { name: 'jira.txt', content: JIRA })
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Tower A')
  await expect(page.getByRole('textbox', { name: 'Key', exact: true })).toHaveValue('TWR')
  await expect(page.getByRole('cell', { name: 'TWR-7', exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'What “Night work” means' }).click()
  await page.getByRole('option', { name: 'Waiting' }).click()
  await page.getByRole('button', { name: 'Check what will happen' }).click()
  await bringIn(page, 2)
  await page.goto(mill.at('i/TWR-7'))
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Pour the slab')
  await expect(page.getByRole('button', { name: 'State: Waiting' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Responsible: Tom Dahl' })).toBeVisible()
  await expect(page.getByText('Which mix?')).toBeVisible()
  await page.goto(mill.at('i/TWR-1'))
  await expect(page.getByRole('article').getByText('Pour the slab')).toBeVisible()
})

test('a sheet of a spreadsheet is chosen, and its columns and values are mapped', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  await page.goto(mill.at('imports'))
  await chooseFile(page, 'Choose a file', { name: 'plan.xlsx', content: PLAN })
  await page.getByRole('combobox', { name: 'Sheet' }).click()
  await page.getByRole('option', { name: /Plan/ }).click()
  await expect(page.getByRole('cell', { name: 'Pour', exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Phase becomes' }).click()
  await page.getByRole('option', { name: 'State', exact: true }).click()
  await page.getByRole('button', { name: /^Values/ }).click()
  await page.getByRole('combobox', { name: 'What “Curing” means' }).click()
  await page.getByRole('option', { name: 'Waiting' }).click()
  await check(page, 'TWB')
  await bringIn(page, 2)
  await page.getByRole('link', { name: 'Look at it' }).click()
  await expect(
    page.getByRole('row', { name: /Dig/ }).getByRole('button', { name: 'State: Done' }),
  ).toBeVisible()
  await page.goto(mill.at('i/TWB-2'))
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Pour')
  await expect(page.getByRole('button', { name: 'State: Waiting' })).toBeVisible()
})

test('a board of monday needs no mapping', { tag: '@long' }, async ({ mill, page }) => {
  await page.goto(mill.at('imports'))
  await chooseFile(page, 'Choose a file', { name: 'Crane_yard.xlsx', content: MONDAY })
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Crane yard')
  await check(page, 'YARD')
  await bringIn(page, 2)
  await page.goto(mill.at('i/YARD-1'))
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Grease the crane')
  await expect(page.getByRole('button', { name: 'State: In progress' })).toBeVisible()
  await expect(page.getByRole('article').getByText('Buy grease')).toBeVisible()
  await expect(page.getByText('Blue tin')).toBeVisible()
})
