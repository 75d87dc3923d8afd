import { PLAN_FILE } from '../support/plan-file.ts'
import { expect, test } from '../support/test.ts'
import { chooseFile } from '../support/upload.ts'

test('a plan of Microsoft Project comes in as it stands, with its baseline, and goes without a trace', async ({
  mill,
  page,
}) => {
  await page.goto(mill.at('imports'))
  await chooseFile(page, 'Choose a file', {
    name: 'gartenhaus.xml',
    content: PLAN_FILE,
    mimeType: 'text/xml',
  })
  await expect(page.getByRole('row', { name: /Fundament gießen 10 Mar 2021 17 Mar 2021/ })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Gartenhaus')
  await page.getByRole('textbox', { name: 'Key', exact: true }).fill('GH')
  await page.getByRole('button', { name: 'Check what will happen' }).click()
  await expect(page.getByText('Everything fits.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toContainText([
    '5 items',
    '3 of them sub-items',
    '1 milestone',
    '2 relations',
    '1 new placeholder',
    '1 assignment',
    '1 baseline',
  ])
  await page.getByRole('button', { name: 'Import 5 items' }).click()
  await page.getByRole('link', { name: 'Look at it' }).click()

  await test.step('it is asked whether its dates are to be kept, with what would move', async () => {
    const dialog = page.getByRole('dialog', { name: 'What scheduling would move' })
    await expect(dialog.getByText(/items would move|Nothing: the dates/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Keep the dates' }).click()
    await expect(page.getByText('Dates are kept as they came.')).toBeVisible()
  })

  await test.step('outline, dates and links are those of the file', async () => {
    const rows = page.getByRole('treegrid', { name: 'Plan' }).getByRole('row')
    await expect(
      rows.filter({ has: page.getByRole('button', { name: 'Rohbau', exact: true }) }),
    ).toHaveAttribute('aria-expanded', 'true')
    const row = (title: string) =>
      rows.filter({ has: page.getByRole('button', { name: title, exact: true }) })
    await expect(row('Baugrube ausheben')).toHaveAttribute('aria-level', '2')
    await expect(row('Baugrube ausheben')).toContainText(/1 Mar 2021.*5 Mar 2021.*100 %/s)
    await expect(row('Fundament gießen')).toContainText(/1\.2.*10 Mar 2021.*17 Mar 2021/s)
    await expect(row('Dach decken')).toHaveAttribute('aria-level', '1')
    await expect(row('Dach decken')).toContainText(/22 Mar 2021.*1 Apr 2021/s)
    await expect(page.locator('svg path[marker-end]')).toHaveCount(2)
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue('0: Baseline')
    await page.getByRole('button', { name: 'Fold Rohbau' }).click()
    await expect(row('Fundament gießen')).toHaveCount(0)
  })

  await test.step('the link is told at the item as well, with who does the work', async () => {
    await page.goto(mill.at('i/GH-3'))
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Fundament gießen')
    await expect(page.getByRole('button', { name: 'Responsible: Ida Kühn' })).toBeVisible()
    const relations = page.getByRole('region', { name: 'Relations' })
    await expect(relations).toContainText(/Comes after.*Baugrube ausheben.*Comes before.*Rohbau fertig/s)
  })

  await test.step('taken back, nothing of it is left', async () => {
    await page.goto(mill.at('imports'))
    await page.getByRole('link', { name: 'gartenhaus.xml' }).click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByRole('heading', { name: 'This import was taken back.' })).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Kept/ })).toHaveCount(0)
    await page.goto(mill.at('projects'))
    await expect(page.getByRole('heading', { name: 'No project yet' })).toBeVisible()
    await page.goto(mill.at('people'))
    await expect(page.getByRole('row', { name: /Rosa Marin/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Ida Kühn/ })).toHaveCount(0)
  })
})
