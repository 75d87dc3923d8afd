import { expect, test } from 'vitest'
import { checkResource, type ResourceToKeep } from './check-resource.ts'
import { projectResource } from './testing/small-project.ts'

const one = (id: string, more: Partial<ResourceToKeep> = {}): ResourceToKeep => ({
  ...projectResource(id),
  ...{ name: id, containerId: 'tower', rates: [] },
  ...more,
})

const known = (resources: readonly ResourceToKeep[], members: readonly string[] = []) => ({
  resources: new Map(resources.map((resource) => [resource.id, resource])),
  membersOfCrews: new Set(members),
})

const ann = one('ann')
const crane = one('crane', { kind: 'machine' })
const shared = one('shared', { containerId: null })
const elsewhere = one('elsewhere', { containerId: 'bridge' })
const crew = one('crew', { crewMemberIds: ['ann'] })
const everybody = known([ann, crane, shared, elsewhere, crew])

const days = (fromOn: string, toOn: string | null) => [{ fromOn, toOn, maxUnits: 1 }]

test.each([
  ['a day that does not exist', { availability: days('2027-02-30', null) }, 'availability_wrong'],
  ['an end before its beginning', { availability: days('2027-02-02', '2027-02-01') }, 'availability_wrong'],
  ['a rate from no day', { rates: [{ fromOn: '2027-13-01' }] }, 'rates_wrong'],
  ['two rates from one day', { rates: [{ fromOn: '2027-01-01' }, { fromOn: '2027-01-01' }] }, 'rates_wrong'],
  ['a member that is not there', { crewMemberIds: ['nobody'] }, 'member_unknown'],
  ['a member of another project', { crewMemberIds: ['elsewhere'] }, 'member_unknown'],
  ['a machine in a crew', { crewMemberIds: ['crane'] }, 'crew_nested'],
  ['a crew in a crew', { crewMemberIds: ['crew'] }, 'crew_nested'],
  ['itself', { id: 'ann', crewMemberIds: ['ann'] }, 'crew_nested'],
])('%s is refused', (_name, more, code) => {
  expect(checkResource(one('new', more), everybody)).toMatchObject({
    ok: false,
    refusal: { code: `schedule.${code}` },
  })
})

test('whoever belongs to a crew does not become one', () => {
  const asked = one('ann', { crewMemberIds: ['shared'] })
  expect(checkResource(asked, known([ann, shared], ['ann']))).toMatchObject({
    ok: false,
    refusal: { code: 'schedule.crew_nested' },
  })
})

test('people of the project and people whom all share make a crew', () => {
  const asked = one('new', {
    crewMemberIds: ['ann', 'shared'],
    availability: days('2027-02-01', '2027-02-01'),
  })
  expect(checkResource(asked, everybody)).toEqual({ ok: true, value: asked })
})

test('a crew that all share is made of people whom all share', () => {
  const asked = one('new', { containerId: null, crewMemberIds: ['ann'] })
  expect(checkResource(asked, everybody)).toMatchObject({
    ok: false,
    refusal: { code: 'schedule.member_unknown' },
  })
})
