import { readFile } from 'node:fs/promises'
import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('an owner reads who did what, filters it, and takes it away as a table', { tag: '@long' }, async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office', visibility: 'private' })
  await mill.grant(list, { personId: tom.id, role: 'viewer' })
  await page.goto(mill.at('settings/audit'))
  const rows = page.getByRole('table', { name: 'Audit' }).getByRole('row')
  await expect(rows.filter({ hasText: 'gave access to Site office' }).first()).toContainText(
    'Tom Dahl, may look',
  )
  await expect(rows.filter({ hasText: 'added a person Tom Dahl' })).toContainText('Rosa Marin')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('combobox', { name: 'What' }).click()
  await page.getByRole('option', { name: 'People, teams and invitations' }).click()
  await expect(rows.filter({ hasText: 'Site office' })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Tom Dahl' })).toHaveCount(1)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click()
  const text = await readFile(await (await coming).path(), 'utf8')
  expect(text).toContain('Rosa Marin,identity.person_added,Tom Dahl')
  expect(text).not.toContain('Site office')

  const other = await open(tom)
  await other.goto(mill.at('settings/audit'))
  await expect(other.getByText('Only owners and administrators read it.')).toBeVisible()
})
