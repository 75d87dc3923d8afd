import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { processCommands, processQueries, processReactions, processTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
  topics: processTopics,
})
afterAll(() => scene.close())
beforeEach(() => {
  scene.now = Date.parse('2026-03-02T09:00:00Z')
})

const REASON = { parts: [{ kind: 'longText', key: 'reason', label: 'Reason', required: true }] } as const
type Given = Partial<Parameters<typeof saveInput>[1]>

function saveInput(
  containerId: string,
  given: { readonly id?: string; readonly key?: string; readonly name?: string; readonly version?: number },
) {
  return { id: newId(), containerId, key: 'reason', name: 'Reason', schema: REASON, ...given }
}

const save = async (containerId: string, given: Given = {}, who: Who = 'manager') =>
  await scene.run(who, 'process.saveForm', saveInput(containerId, given))
const list = async (containerId: string, who: Who = 'viewer') =>
  (await scene.ask(who, 'process.listForms', { containerId })).forms

test('a form is made, changed and read by whoever sees the process', async () => {
  const containerId = await scene.addContainer('process')
  const made = await save(containerId)
  expect(await scene.ask('viewer', 'process.getForm', { id: made.id })).toEqual(made)
  expect(made).toMatchObject({ version: 1, key: 'reason', schema: REASON, archivedAt: null })
  const changed = await save(containerId, { id: made.id, name: 'Why', version: 1 })
  expect(changed).toMatchObject({ id: made.id, name: 'Why', version: 2 })
  expect(await list(containerId)).toMatchObject([{ name: 'Why', fieldCount: 1, version: 2 }])
})

test('who does not manage the process changes no form, and who does not see it reads none', async () => {
  const containerId = await scene.addContainer('process')
  const { id } = await save(containerId)
  for (const who of ['contributor', 'viewer', 'stranger'] as const) {
    expect(await refusalOf(save(containerId, { key: 'other' }, who))).toMatch(/^platform\./)
    expect(await refusalOf(scene.run(who, 'process.removeForm', { id }))).toMatch(/^platform\./)
  }
  expect(await refusalOf(scene.ask('stranger', 'process.getForm', { id }))).toBe('platform.not_found')
  expect(await refusalOf(list(containerId, 'stranger'))).toBe('platform.not_found')
  expect(await list(containerId)).toMatchObject([{ id, version: 1, archivedAt: null }])
})

test('a form that cannot be filled in is refused with the reason and its place, and nothing changes', async () => {
  const containerId = await scene.addContainer('process')
  const { id } = await save(containerId)
  const schema = {
    parts: [
      { kind: 'number', key: 'a', label: 'A', computed: 'b + 1' },
      { kind: 'number', key: 'b', label: 'B', computed: 'a + 1' },
      { kind: 'note', text: 'Hello {{ 1 + }}' },
    ],
  } as const
  const input = { ...saveInput(containerId, { id }), schema }
  await expect(scene.run('manager', 'process.saveForm', input)).rejects.toMatchObject({
    refusal: {
      code: 'process.form_faulty',
      params: { name: 'Reason', part: 'a', problem: 'form.circular', keys: 'a, b', count: 2 },
    },
  })
  expect(await scene.ask('viewer', 'process.getForm', { id })).toMatchObject({ schema: REASON, version: 1 })
})

test('a key belongs to one form, until that is taken out', async () => {
  const containerId = await scene.addContainer('process')
  const first = await save(containerId)
  expect(await refusalOf(save(containerId, { name: 'Second' }))).toBe('process.form_key_taken')
  await scene.run('manager', 'process.removeForm', { id: first.id })
  const second = await save(containerId, { name: 'Second' })
  expect(await refusalOf(scene.run('manager', 'process.restoreForm', { id: first.id }))).toBe(
    'process.form_key_taken',
  )
  await scene.run('manager', 'process.removeForm', { id: second.id })
  const back = await scene.run('manager', 'process.restoreForm', { id: first.id })
  expect(back).toMatchObject({ archivedAt: null, schema: REASON })
  expect(await list(containerId)).toMatchObject([{ id: first.id }, { id: second.id, name: 'Second' }])
})

test('what somebody else has changed is not written over', async () => {
  const containerId = await scene.addContainer('process')
  const { id } = await save(containerId)
  await save(containerId, { id, name: 'Theirs' })
  const mine = save(containerId, { id, name: 'Mine', version: 1 })
  expect(await refusalOf(mine)).toBe('platform.version_old')
  expect(await list(containerId)).toMatchObject([{ name: 'Theirs' }])
})

test('the id of a form of another process is taken', async () => {
  const [here, there] = [await scene.addContainer('process'), await scene.addContainer('process')]
  const { id } = await save(there)
  expect(await refusalOf(save(here, { id }))).toBe('platform.exists')
  expect(await list(here)).toEqual([])
})

test('a project has no forms', async () => {
  const containerId = await scene.addContainer('project')
  expect(await refusalOf(save(containerId))).toBe('platform.not_found')
})

test('many forms are saved at once, and none when one of them is refused', async () => {
  const containerId = await scene.addContainer('process')
  const calls = ['a', 'b', 'a'].map((key) => ({
    name: 'process.saveForm' as const,
    input: saveInput(containerId, { key, name: key }),
  }))
  expect(await refusalOf(scene.runAll('manager', calls))).toBe('process.form_key_taken')
  expect(await list(containerId)).toEqual([])
  await scene.runAll('manager', calls.slice(0, 2))
  expect((await list(containerId)).map((form) => form.key)).toEqual(['a', 'b'])
})
