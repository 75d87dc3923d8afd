import { expect, test } from 'vitest'
import { type ContainerRole, containerRoleOf, impliedScopes } from './index.ts'

test.each([
  ['members contribute to what is open', 'member', true, [], 'contributor'],
  ['members do not see what is private', 'member', false, [], null],
  ['a grant opens what is private', 'member', false, ['viewer'], 'viewer'],
  ['the strongest of several grants counts', 'member', false, ['commenter', 'manager', 'viewer'], 'manager'],
  ['a weak grant takes nothing away from a member', 'member', true, ['viewer'], 'contributor'],
  ['guests do not see what is open', 'guest', true, [], null],
  ['guests have their grants', 'guest', true, ['commenter'], 'commenter'],
  ['admins manage everything', 'admin', false, [], 'manager'],
  ['owners manage everything', 'owner', false, [], 'manager'],
] as const)('%s', (_name, orgRole, isOpen, granted, expected: ContainerRole | null) => {
  expect(containerRoleOf({ orgRole, isOpen, granted })).toBe(expected)
})

test('a scope includes the lesser ones', () => {
  expect(impliedScopes(['read'])).toEqual(['read'])
  expect(impliedScopes(['write', 'write'])).toEqual(['read', 'write'])
  expect(impliedScopes(['admin'])).toEqual(['read', 'write', 'admin'])
})
