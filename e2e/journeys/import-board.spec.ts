import { expect, test } from '../support/test.ts'
import { chooseFile } from '../support/upload.ts'

const BOARD = {
  name: 'Harbour wall',
  lists: [
    { id: 'l1', name: 'To do', pos: 1 },
    { id: 'l2', name: 'Night shift', pos: 2 },
    { id: 'l3', name: 'Done', pos: 3 },
  ],
  members: [{ id: 'm1', fullName: 'Tom Dahl' }],
  labels: [{ id: 'g1', name: 'Steel' }],
  checklists: [
    {
      id: 'k1',
      idCard: 'c1',
      name: 'Before the delivery',
      checkItems: [
        { id: 'i1', name: 'Ask for a price', state: 'complete', pos: 1 },
        { id: 'i2', name: 'Close the road', state: 'incomplete', pos: 2 },
      ],
    },
  ],
  cards: [
    {
      id: 'c1',
      idShort: 7,
      name: 'Order sheet piles',
      desc: 'As **drawn**',
      idList: 'l1',
      pos: 1,
      idMembers: ['m1'],
      idLabels: ['g1'],
      shortUrl: 'https://trello.com/c/abc',
      attachments: [{ name: 'Offer', url: 'https://example.org/offer.pdf' }],
    },
    { id: 'c2', idShort: 8, name: 'Drive sheet piles', idList: 'l2', pos: 1 },
    { id: 'c3', idShort: 9, name: 'Clear the quay', idList: 'l3', pos: 1 },
    { id: 'c4', idShort: 10, name: 'Old fence', idList: 'l1', pos: 9, closed: true },
  ],
  actions: [
    {
      type: 'commentCard',
      date: '2026-01-06T09:00:00.000Z',
      memberCreator: { id: 'gone', fullName: 'Old Hand' },
      data: { text: 'The *long* ones', card: { id: 'c1' } },
    },
  ],
}

test('a board of Trello is looked at, brought in with what was said on it, and taken back', {
  tag: '@long',
}, async ({ mill, page }) => {
  await mill.addPerson('Tom Dahl', 'member')
  await page.goto(mill.at('imports'))
  const content = Buffer.from(JSON.stringify(BOARD))
  await chooseFile(page, 'Choose a file', { name: 'x1y2z3.json', content })

  await test.step('the board says what it holds, and a list can be given a state', async () => {
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Harbour wall')
    await expect(page.getByRole('cell', { name: 'Order sheet piles', exact: true })).toBeVisible()
    await page.getByRole('textbox', { name: 'Key', exact: true }).fill('WALL')
    await page.getByRole('combobox', { name: 'What “Night shift” means' }).click()
    await page.getByRole('option', { name: 'In progress' }).click()
    await page.getByRole('button', { name: 'Check what will happen' }).click()
  })

  await test.step('the dry run counts checklists, comments and archived cards', async () => {
    const counts = page
      .getByRole('region', { name: 'This will be made' })
      .or(page.locator('section', { hasText: 'This will be made' }))
      .getByRole('listitem')
    for (const count of [
      '4 items',
      '1 already done',
      '2 checklist lines',
      '1 comment',
      '1 of the items archived',
    ])
      await expect(counts.filter({ hasText: count }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Import 4 items' }).click()
    await expect(page.getByRole('heading', { name: 'Look at what was made, then decide' })).toBeVisible()
  })

  await test.step('what was on a card is on its item, said by who said it', async () => {
    await page.getByRole('link', { name: 'Look at it' }).click()
    const driven = page.getByRole('row', { name: /Drive sheet piles/ })
    await expect(driven.getByRole('button', { name: 'State: In progress' })).toBeVisible()
    await expect(page.getByRole('row', { name: /Old fence/ })).toHaveCount(0)
    await page.goto(mill.at('i/WALL-1'))
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Order sheet piles')
    await expect(page.getByRole('checkbox', { name: /Ask for a price/ })).toBeChecked()
    await expect(page.getByText('The long ones')).toBeVisible()
    await expect(page.getByText('Old Hand').first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Offer' })).toHaveAttribute(
      'href',
      'https://example.org/offer.pdf',
    )
    await expect(page.getByRole('link', { name: '#7' })).toHaveAttribute('href', 'https://trello.com/c/abc')
  })

  await test.step('it is taken back with all of it', async () => {
    await page.goto(mill.at('imports'))
    await page.getByRole('link', { name: 'x1y2z3.json' }).click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByRole('heading', { name: 'This import was taken back.' })).toBeVisible()
    await page.goto(mill.at('people'))
    await expect(page.getByRole('row', { name: /Tom Dahl/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Old Hand/ })).toHaveCount(0)
  })
})
