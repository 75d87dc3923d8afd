import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceChoices, audienceOf, chosenOf, NOBODY } from './audience.ts'

test('an audience is the same after it was chosen again', () => {
  const ids = fc.uniqueArray(fc.uuid())
  const roles = fc.subarray(['member' as const, 'guest' as const])
  fc.assert(
    fc.property(fc.record({ roles, teamIds: ids, personIds: ids }), (audience) => {
      expect(audienceOf(chosenOf(audience))).toEqual(audience)
    }),
  )
  expect(audienceOf([])).toEqual(NOBODY)
})

test('who sees everything anyway, and who has left, need not be chosen', () => {
  const person = (name: string, orgRole: 'owner' | 'member', status: 'active' | 'inactive') => ({
    ...{ id: name, name, orgRole, status, email: null, title: '', colour: 1, version: 1 },
    origin: 'own' as const,
  })
  const people = [
    person('Rosa', 'owner', 'active'),
    person('Tom', 'member', 'active'),
    person('Ann', 'member', 'active'),
    person('Gone', 'member', 'inactive'),
  ]
  const names = { people: new Map(people.map((each) => [each.id, each])), teams: new Map() }
  const choices = audienceChoices(names, { member: 'Members', guest: 'Guests' })
  expect(choices.people.map(({ label }) => label)).toEqual(['Ann', 'Tom'])
  expect(choices.roles.map(({ value }) => value)).toEqual(['role member', 'role guest'])
})
