import type { ItemView, TypeView } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf } from '../../platform/testing/scene.ts'
import { createWorkWorld } from './testing/work-world.ts'

const world = await createWorkWorld()
afterAll(() => world.database.close())

async function run<Answer>(name: string, input: object): Promise<Answer> {
  const { results } = await world.run([{ name, input }])
  return results[0] as Answer // What the command of this name answers.
}

const workflow = {
  moves: 'any',
  states: ['ready', 'done'].map((group) => ({ id: group, name: group, group, wipLimit: null })),
}

async function openList() {
  const id = newId()
  await run('work.createContainer', { id, kind: 'list', key: `K${id.slice(-6).toUpperCase()}`, name: 'List' })
  return id
}

test('a new item begins with what its type says, and a copy or what was said stays as it is', async () => {
  const [riskId, labelId, typeId] = [newId(), newId(), newId()]
  await run('work.createField', { id: riskId, key: 'risk', name: 'Risk', kind: 'text' })
  await run('work.createLabel', { id: labelId, name: 'Site' })
  const defaults = {
    ...{ description: '## What is to be seen', priority: 3, responsibleId: 'maker', labelIds: [labelId] },
    ...{ effortMin: 240, dueInDays: 5, fields: { [riskId]: 'low' } },
  }
  const type = await run<TypeView>('work.createType', {
    ...{ id: typeId, name: 'Inspection', workflow, defaults, fieldIds: [riskId] },
  })
  expect(type).toMatchObject({ defaults, fieldIds: [riskId] })
  const containerId = await openList()
  const make = (more: object = {}) =>
    run<ItemView>('work.createItem', { id: newId(), containerId, typeId, title: 'Look', ...more })
  const made = await make({ startsOn: '2098-01-01' })
  expect(made).toMatchObject({
    ...{ description: '## What is to be seen', priority: 3, labelIds: [labelId], effortMin: 240 },
    ...{ responsibleId: world.owner.personId, dueOn: '2098-01-06', fields: { [riskId]: 'low' } },
  })
  expect((await make()).dueOn).not.toBe(null)
  const said = await make({ responsibleId: null, dueOn: null, fields: { [riskId]: 'high' }, priority: 0 })
  expect(said).toMatchObject({ responsibleId: null, dueOn: null, priority: 0, fields: { [riskId]: 'high' } })
  const copy = await run<ItemView>('work.copyItem', { id: said.id, copyId: newId() })
  expect(copy).toMatchObject({ responsibleId: null, dueOn: null, fields: { [riskId]: 'high' } })

  const changed = await run<TypeView>('work.changeType', {
    id: typeId,
    patch: { defaults: {}, fieldIds: null },
  })
  expect(changed).toMatchObject({ defaults: {}, fieldIds: null })
  expect((await make()).priority).toBe(0)
})

test('defaults that no item could have are refused', async () => {
  const refused = (more: object) =>
    refusalOf(run('work.createType', { id: newId(), name: 'Wrong', workflow, ...more }))
  expect(await refused({ defaults: { labelIds: [newId()] } })).toBe('work.label_unknown')
  expect(await refused({ defaults: { fields: { [newId()]: 'x' } } })).toBe('work.field_unknown')
  expect(await refused({ defaults: { responsibleId: newId() } })).toBe('platform.reference_unknown')
  expect(await refused({ fieldIds: [newId()] })).toBe('work.field_unknown')
})
