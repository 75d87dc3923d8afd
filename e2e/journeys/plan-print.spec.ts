import { readFile } from 'node:fs/promises'
import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('a plan is printed page by page with its signs explained, and kept as a picture', {
  tag: '@long',
}, async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const rows = Array.from({ length: 45 }, (_, index) => ({
    title: `Part ${String(index + 1)} <slab>`,
    ...{ responsibleId: mill.owner.id, effortMin: 480 },
    startsOn: '2027-03-01',
    dueOn: `2027-03-${String(2 + (index % 25)).padStart(2, '0')}`,
  }))
  const items = await mill.addItems(project, rows)
  for (const [index, itemId] of items.slice(0, 12).entries()) {
    const next = items[index + 1]
    if (next !== undefined) await mill.relate(itemId, next)
  }
  await mill.run(['schedule.takeBaseline', { id: newId(), containerId: project }])
  // A real dialog of the browser would wait for somebody; what it would print stays to be looked at.
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-asked-to-print', 'yes')
  })
  await page.goto(mill.at('c/TWR/plan'))
  await expect(page.getByRole('treegrid', { name: 'Plan' })).toBeVisible()
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: 'The plan on paper' })
  await expect(dialog).toContainText('2 pages')
  expect(await seriousFindings(page)).toEqual([])

  await test.step('as a picture', async () => {
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Keep as a picture (PNG)' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('Tower A.png')
    const bytes = await readFile(await file.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    // Twice as wide as it is drawn.
    expect(bytes.readUInt32BE(16)).toBe(3_200)
  })

  await test.step('on paper, and nothing else of the page', async () => {
    await dialog.getByText('A3, on its side').click()
    await expect(dialog).toContainText('1 page')
    await dialog.getByText('A4, on its side').click()
    await dialog.getByRole('button', { name: 'Print, or keep as PDF' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-asked-to-print', 'yes')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('img', { name: 'Page 1 of 2' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Page 2 of 2' })).toBeVisible()
    await expect(dialog).toBeHidden()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(page.getByRole('img', { name: 'Page 2 of 2' })).toHaveCount(0)
    await expect(dialog).toBeVisible()
  })

  await test.step('the network and the load, whole, each as what it is', async () => {
    await page.keyboard.press('Escape')
    await page.goto(mill.at('c/TWR/plan?view=network'))
    await expect(page.getByRole('group', { name: 'Network of the plan' })).toBeVisible()
    await page.keyboard.press('Control+p')
    const network = page.getByRole('dialog', { name: 'The network on paper' })
    await expect(network.getByText('3 pages')).toBeVisible()
    await network.getByRole('button', { name: 'Next page' }).click()
    await expect(network.getByRole('img', { name: 'Preview: Page 2 of 3' })).toBeVisible()
    await network.getByText('Fitted to the page').click()
    await expect(network.getByText('1 page')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')

    await page.goto(mill.at('c/TWR/plan?view=load'))
    await expect(page.getByRole('group', { name: 'Load by day or week' })).toBeVisible()
    await page.keyboard.press('Control+p')
    const load = page.getByRole('dialog', { name: 'The load on paper' })
    await load.getByRole('button', { name: 'Print, or keep as PDF' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-asked-to-print', 'yes')
    await page.emulateMedia({ media: 'print' })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
