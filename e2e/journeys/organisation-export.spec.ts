import { readFile } from 'node:fs/promises'
import { unzip } from '../../packages/server/src/features/exchange/testing/unzip.ts'
import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('the whole organisation leaves as one archive, for those who run it', { tag: '@long' }, async ({
  mill,
  page,
  open,
}) => {
  const tower = await mill.addContainer('project', 'TWR', { name: 'Tower A', visibility: 'private' })
  await mill.addItems(tower, [{ title: 'Pour the slab' }, { title: 'Order the façade' }])
  await page.goto(mill.at('settings/export'))

  await test.step('the page says what it is for before there is anything', async () => {
    await expect(page.getByText('Take everything with you')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('it is made in the background, and fetched', async () => {
    await page.getByRole('button', { name: 'Export everything' }).click()
    const row = page.getByRole('list', { name: 'Exports' }).getByRole('listitem')
    await expect(row.getByText('Ready')).toBeVisible({ timeout: 20_000 })
    await expect(row.getByText(/^2 items, 0 files, .* MB\. Kept until/)).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    const arriving = page.waitForEvent('download')
    await row.getByRole('link', { name: /^Download/ }).click()
    const download = await arriving
    expect(download.suggestedFilename()).toMatch(/^mill-[\da-f]+-\d{4}-\d\d-\d\d\.zip$/)
    const files = unzip(await readFile(await download.path()))
    const items = (files.get('tables/work_item.ndjson') ?? '').trim().split('\n')
    // Both were made in one moment: which of them comes first is nowhere said.
    expect(items.map((line) => (JSON.parse(line) as { title: string }).title).toSorted()).toEqual([
      'Order the façade',
      'Pour the slab',
    ])
  })

  await test.step('the audit tells of it', async () => {
    await page.goto(mill.at('settings/audit'))
    await expect(page.getByText(/exported the organisation as/)).toBeVisible()
  })

  await test.step('it can be removed', async () => {
    await page.goto(mill.at('settings/export'))
    await page.getByRole('button', { name: /^Remove the export/ }).click()
    await expect(page.getByText('Take everything with you')).toBeVisible()
  })

  await test.step('somebody else does not see it', async () => {
    const ben = await mill.addPerson('Ben Okafor', 'member')
    const other = await open(ben)
    await other.goto(mill.at('settings/export'))
    await expect(other.getByText('Only owners and administrators see this.')).toBeVisible()
    await expect(other.getByRole('button', { name: 'Export everything' })).toHaveCount(0)
  })
})
