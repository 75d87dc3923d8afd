import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from './index.ts'

const scene = await Scene.open({ commands: workCommands, queries: workQueries })
afterAll(() => scene.close())

test('a custom field that names a person names somebody of the organisation', async () => {
  const fieldId = newId()
  await scene.sql(
    `insert into custom_field (organisation_id, id, key, name, kind, rank)
     values ($1, $2, 'inspector', 'Inspector', 'person', 'V')`,
    [scene.organisationId, fieldId],
  )
  const containerId = await scene.addContainer('list')
  const make = (personId: string) =>
    scene.run('contributor', 'work.createItem', {
      id: newId(),
      containerId,
      title: 'Slab',
      fields: { [fieldId]: personId },
    })
  const { id } = await make(scene.personId('viewer'))
  const change = (value: string | null) =>
    scene.run('contributor', 'work.changeItem', { id, patch: { fields: { [fieldId]: value } } })
  expect(await refusalOf(make(newId()))).toBe('platform.reference_unknown')
  expect(await refusalOf(change(containerId))).toBe('platform.reference_unknown')
  expect(await refusalOf(change('Bea'))).toBe('work.field_value_wrong')
  expect((await change(scene.personId('manager'))).fields).toEqual({ [fieldId]: scene.personId('manager') })
  expect((await change(null)).fields).toEqual({})
})
