import { readFile } from 'node:fs/promises'
import { readCsv } from '@millrace/formats/csv'
import type { Download, Page } from '@playwright/test'
import { unzip } from '../../packages/server/src/features/exchange/testing/unzip.ts'
import { url } from '../support/address.ts'
import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const COLUMNS = 'cols=key,title,due,effort'

async function downloaded(page: Page, ask: () => Promise<void>): Promise<Download> {
  const arriving = page.waitForEvent('download')
  await ask()
  return await arriving
}

async function contentOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path())
}

test('what a view shows leaves it as table, spreadsheet, JSON and on the clipboard', {
  tag: '@long',
}, async ({ mill, page }) => {
  const tower = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  await mill.addItems(tower, [
    { title: 'Pour the slab', dueOn: '2027-03-20', effortMin: 90, priority: 4, responsibleId: mill.owner.id },
    { title: '=1+1', dueOn: '2027-03-01' },
    { title: 'Not asked for' },
  ])
  await page.goto(mill.at(`c/TWR/work?view=table&q=due%20is%20not%20empty&sort=due&${COLUMNS}`))
  await expect(page.getByRole('row', { name: /Pour the slab/ })).toBeVisible()
  const link = (key: string) => `${url}${mill.at(`i/${key}`)}`

  await test.step('a table from the menu, with the query’s items in its order', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByRole('menuitem', { name: /Spreadsheet/ })).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    const file = await downloaded(page, () => page.getByRole('menuitem', { name: /CSV/ }).click())
    expect(file.suggestedFilename()).toMatch(/^tower-a-\d{4}-\d\d-\d\d\.csv$/)
    const read = readCsv(await contentOf(file), { header: 'none' })
    expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual([
      ['Key', 'Title', 'Due', 'Effort (h)', 'Container', 'Link'],
      ['TWR-2', "'=1+1", '2027-03-01', '', 'Tower A', link('TWR-2')],
      ['TWR-1', 'Pour the slab', '2027-03-20', '1.5', 'Tower A', link('TWR-1')],
    ])
    await expect(page.getByText(/2 items are in tower-a/)).toBeVisible()
  })

  await test.step('a spreadsheet by its keys', async () => {
    const file = await downloaded(page, async () => {
      await page.keyboard.press('v')
      await page.keyboard.press('x')
    })
    const sheet = unzip(await contentOf(file)).get('xl/worksheets/sheet1.xml') ?? ''
    expect([...sheet.matchAll(/<t xml:space="preserve">([^<]*)</g)].map((match) => match[1])).toEqual([
      ...['Key', 'Title', 'Due', 'Effort (h)', 'Container', 'Link'],
      ...['TWR-2', '=1+1', 'Tower A', link('TWR-2')],
      ...['TWR-1', 'Pour the slab', 'Tower A', link('TWR-1')],
    ])
  })

  await test.step('JSON from the palette, of a person’s own list', async () => {
    await page.goto(mill.at('my'))
    await expect(page.getByText('Pour the slab')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('Export for programs')
    await expect(page.getByRole('option', { name: /^Export for programs/ })).toBeVisible()
    const file = await downloaded(page, () => page.keyboard.press('Enter'))
    expect(file.suggestedFilename()).toMatch(/^my-work-.+\.json$/)
    const items = JSON.parse((await contentOf(file)).toString()) as unknown
    expect(items).toMatchObject([{ key: 'TWR-1', title: 'Pour the slab', effortHours: 1.5 }])
  })

  await test.step('everything shown, copied as a table', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(mill.at(`items?view=table&q=due%20is%20not%20empty&sort=due&${COLUMNS}`))
    await expect(page.getByRole('row', { name: /Pour the slab/ })).toBeVisible()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /Copy as table/ }).click()
    await expect(page.getByText('2 items copied as table')).toBeVisible()
    const text = await page.evaluate(async () => await navigator.clipboard.readText())
    const [head, ...rows] = text.split('\n').map((line) => line.split('\t').slice(0, 2))
    expect([head, ...rows]).toEqual([
      ['Key', 'Title'],
      ['TWR-2', "'=1+1"],
      ['TWR-1', 'Pour the slab'],
    ])
  })
})
