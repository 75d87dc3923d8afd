import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from './index.ts'
import { ITEM_RECORD, readItem } from './item-record.ts'
import { ITEM_COLUMNS, type ItemRow, toItem } from './item-row.ts'

const scene = await Scene.open({ commands: workCommands, queries: workQueries })
afterAll(() => scene.close())

test('an item reads the same as one text and by its columns', async () => {
  const containerId = await scene.addContainer('list')
  const personId = scene.personId('contributor')
  const make = (more: object) =>
    scene.run('contributor', 'work.createItem', { id: newId(), containerId, title: 'Slab', ...more })
  const full = await make({
    title: 'A "slab", (level 2)\\',
    description: 'First line\nsecond line, "quoted"',
    stateId: 'done',
    priority: 4,
    isMilestone: true,
    responsibleId: personId,
    accountableId: personId,
    startsOn: '2026-02-28',
    dueOn: '2026-03-01',
    effortMin: 90,
    effortLowMin: 60,
    effortHighMin: 120,
    costOfDelayMinor: 5_000_000_000,
    role: 'Foreman',
    practice: '',
  })
  await make({ parentId: full.id })
  const found = await scene.sql(
    `select ${ITEM_COLUMNS}, ${ITEM_RECORD} as item from work_item w order by w.id`,
  )
  const rows = found as unknown as readonly (ItemRow & { readonly item: string })[] // As just selected.
  expect(rows).toHaveLength(2)
  expect(rows.map(({ item }) => readItem(item))).toEqual(rows.map(toItem))
})
