import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'
import { chooseFile } from '../support/upload.ts'

const NAME = 'Prüfbericht Ост №3 – Größe.txt'
const CONTENT = 'Beton geprüft: 37 N/mm²\u0000\u00ff'

test('a file is attached, seen at once by others, fetched as it was, and taken away', {
  tag: '@long',
}, async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Test the concrete' }])
  const other = await open(tom)
  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('tab', { name: 'Files' }).click()
  await other.goto(mill.at('c/OFF/files'))
  await expect(other.getByText('Nothing is attached.')).toBeVisible()

  await chooseFile(page, 'Choose files', { name: NAME, content: CONTENT, mimeType: 'text/plain' })
  await expect(page.getByRole('link', { name: NAME })).toBeVisible()
  await expect(other.getByRole('link', { name: NAME })).toBeVisible()
  await expect(other.getByRole('button', { name: 'at OFF-1' })).toBeVisible()
  expect(await readFileOf(other, NAME)).toEqual(Buffer.from(CONTENT))

  await test.step('one that is dropped belongs to the list itself', async () => {
    await drop(other, { name: 'plan.bin', content: 'x'.repeat(70_000) })
    await expect(other.getByRole('link', { name: 'plan.bin' })).toBeVisible()
    expect(await keepFile(other, 'plan.bin')).toHaveLength(70_000)
    await expect(page.getByRole('link', { name: 'plan.bin' })).toHaveCount(0)
  })

  await test.step('one that is too large is refused with the reason, and can be given up', async () => {
    const large = 'y'.repeat(1_200_000)
    await chooseFile(page, 'Choose files', { name: 'film.bin', content: large })
    await expect(page.getByRole('alert')).toContainText('The file is larger than 1 MB.')
    await page.getByRole('button', { name: 'Do not send film.bin' }).click()
    await expect(page.getByText('film.bin')).toHaveCount(0)
    await page.reload()
    await page.getByRole('tab', { name: 'Files' }).click()
    await expect(page.getByRole('link', { name: NAME })).toBeVisible()
    await expect(page.getByText('film.bin')).toHaveCount(0)
  })

  await test.step('taken away, it is gone for everybody', async () => {
    await page.getByRole('button', { name: `Remove ${NAME}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(page.getByRole('link', { name: NAME })).toHaveCount(0)
    await expect(other.getByRole('link', { name: NAME })).toHaveCount(0)
    await expect(other.getByRole('link', { name: 'plan.bin' })).toBeVisible()
  })
})

/** Opens a text in a page of its own, where the browser shows it. */
async function readFileOf(page: Page, name: string): Promise<Buffer> {
  const opening = page.context().waitForEvent('page')
  await page.getByRole('link', { name }).click()
  const opened = await opening
  await expect(opened.getByText('Beton geprüft')).toBeVisible()
  const address = opened.url()
  await opened.close()
  return await (await page.request.get(address)).body()
}

/** Follows the link of a file that browsers cannot show, to where they keep it. */
async function keepFile(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe(name)
  return await readFile(await download.path())
}

/** Drops a file from outside of the browser on the page's list of files. */
async function drop(page: Page, file: { readonly name: string; readonly content: string }): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ name, content }) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], name, { type: 'application/octet-stream' }))
    return transfer
  }, file)
  const area = page.getByRole('button', { name: 'Choose files' })
  for (const type of ['dragenter', 'dragover', 'drop']) await area.dispatchEvent(type, { dataTransfer })
}
