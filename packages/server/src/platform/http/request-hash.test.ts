import { expect, test } from 'vitest'
import { hashOf } from './request-hash.ts'

const person = { id: '1', name: 'Ada', email: 'ada@mill.example', orgRole: 'member' }
const add = (input: unknown) => [{ name: 'identity.addPerson', input }]

test('the hash of a request tells requests apart, and does not depend on a password', () => {
  const hash = hashOf(add({ ...person, password: 'correct horse battery' }))
  expect(hashOf(add({ ...person, password: 'another horse battery' }))).toBe(hash)
  expect(hashOf(add(person))).toBe(hash)
  expect(hashOf(add({ ...person, name: 'Bea' }))).not.toBe(hash)
  expect(hashOf([{ name: 'identity.addTeam', input: person }])).not.toBe(hash)
})
