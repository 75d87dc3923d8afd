import { afterAll, expect, test } from 'vitest'
import type { Unit } from '../../platform/commands/index.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { getCatalogue } from './catalogue-cache.ts'
import { createLabel } from './commands/change-catalogue.ts'

const scene = await Scene.open({ commands: [], queries: [] })
afterAll(() => scene.close())

/** The labels that the catalogue knows, and how many statements it took to say so. */
async function look(seen?: number): Promise<{ version: number; labels: readonly string[]; asked: number }> {
  return await scene.read(async (tx) => {
    let asked = 0
    const counting: Tx = {
      ...tx,
      query: (statement) => {
        asked += 1
        return tx.query(statement)
      },
    }
    const { version, labelIds } = await getCatalogue(counting, scene.organisationId, seen)
    return { version, labels: [...labelIds], asked }
  })
}

const label = () => ({ id: newId<'Label'>(), name: `Site ${newId().slice(-6)}`, colour: 'blue' as const })

test('a catalogue whose version was seen already is not asked for again', async () => {
  const { version, labels } = await look()
  expect(await look()).toEqual({ version, labels, asked: 1 })
  expect(await look(version)).toEqual({ version, labels, asked: 0 })
})

test('a version that another process made is read anew', async () => {
  const before = await look()
  const { id, name, colour } = label()
  await scene.sql('insert into label (organisation_id, id, name, colour) values ($1, $2, $3, $4)', [
    scene.organisationId,
    id,
    name,
    colour,
  ])
  await scene.sql('update organisation set catalogue_version = catalogue_version + 1 where id = $1', [
    scene.organisationId,
  ])
  const after = await look(before.version + 1)
  expect(after).toMatchObject({ version: before.version + 1, labels: [...before.labels, id] })
  expect((await look(after.version)).asked).toBe(0)
})

test('a transaction sees what it has changed itself, whatever the request had seen', async () => {
  const { version, labels } = await look()
  const made = label()
  const known = await scene.within('manager', async (unit: Unit) => {
    await createLabel.run(unit, [made])
    return await getCatalogue(unit.tx, unit.organisationId, version)
  })
  expect(known.labelIds).toEqual(new Set([...labels, made.id]))
})

test('what was undone is known to nobody, though its version comes again', async () => {
  const { version, labels } = await look()
  const [undone, made] = [label(), label()]
  const undoing = scene.within('manager', async (unit: Unit) => {
    await createLabel.run(unit, [undone])
    await getCatalogue(unit.tx, unit.organisationId, version)
    throw new Error('undo')
  })
  await expect(undoing).rejects.toThrow('undo')
  await scene.within('manager', (unit: Unit) => createLabel.run(unit, [made]))
  expect((await look(version + 1)).labels.toSorted()).toEqual([...labels, made.id].toSorted())
})
