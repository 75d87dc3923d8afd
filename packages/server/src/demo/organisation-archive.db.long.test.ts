import { afterAll, expect, test } from 'vitest'
import { bringAccounts, openLab, rowsOf, TABLES } from '../app/testing/archive-lab.ts'
import { makeHarbourTower } from './testing/harbour-tower.ts'

const tower = await makeHarbourTower(new Date('2028-02-29T11:00:00Z'))
const lab = await openLab()
afterAll(async () => {
  await tower.close()
  await lab.close()
})

test('Harbour Tower comes into another installation as it is, half a year of journal included', async () => {
  const { organisationId } = tower.owner
  await bringAccounts(tower.database, lab.target, organisationId)
  const archive = await lab.pack(tower.database, organisationId, tower.deps.files)
  const before = await rowsOf(tower.database, organisationId)
  const imported = await lab.unpack(archive)
  expect(imported).toMatchObject({ known: 25, invited: 0, missing: 0 })
  const after = await rowsOf(lab.target, organisationId)
  const unlike = TABLES.filter((table) => {
    const [old, fresh] = [before.get(table) ?? [], after.get(table) ?? []]
    return old.length !== fresh.length || old.some((row, index) => row !== fresh[index])
  })
  // The export stands in the journal of the one, the import in that of the other.
  expect(unlike).toEqual(['event'])
  expect(before.get('event')?.filter((row) => !after.get('event')?.includes(row)).length).toBe(1)
  // Again, out of the other one: an archive of an archive.
  const again = await openLab()
  await bringAccounts(lab.target, again.target, organisationId)
  await again.unpack(await lab.pack(lab.target, organisationId, lab.there))
  const third = await rowsOf(again.target, organisationId)
  expect(
    TABLES.filter(
      (table) =>
        table !== 'event' &&
        table !== 'journal_head' &&
        third.get(table)?.join() !== after.get(table)?.join(),
    ),
  ).toEqual([])
  await again.close()
})
