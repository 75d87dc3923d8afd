import { expect, test } from 'vitest'
import {
  changeMembership,
  type Membership,
  type MembershipChange,
  mayAppoint,
  type OrgRole,
} from './index.ts'

const owner: Membership = { orgRole: 'owner', status: 'active' }
const member: Membership = { orgRole: 'member', status: 'active' }
const left: Membership = { orgRole: 'member', status: 'inactive' }

function decide(
  before: Membership,
  change: MembershipChange,
  context: { actorRole?: OrgRole; hasAccount?: boolean; otherOwnerCount?: number } = {},
) {
  const usual = { actorRole: 'owner' as const, name: 'Ada', hasAccount: true, otherOwnerCount: 1 }
  const result = changeMembership(before, change, { ...usual, ...context })
  return result.ok ? result.value : result.refusal.code
}

test.each([
  [
    'an admin makes a member guest',
    member,
    { orgRole: 'guest' },
    { actorRole: 'admin' },
    { orgRole: 'guest', status: 'active' },
  ],
  [
    'an admin cannot make an owner',
    member,
    { orgRole: 'owner' },
    { actorRole: 'admin' },
    'identity.owner_only',
  ],
  [
    'an admin cannot demote an owner',
    owner,
    { orgRole: 'member' },
    { actorRole: 'admin' },
    'identity.owner_only',
  ],
  [
    'an admin cannot put an owner out',
    owner,
    { status: 'inactive' },
    { actorRole: 'admin' },
    'identity.owner_only',
  ],
  [
    'an owner steps down beside another',
    owner,
    { orgRole: 'member' },
    {},
    { orgRole: 'member', status: 'active' },
  ],
  [
    'the last owner cannot step down',
    owner,
    { orgRole: 'admin' },
    { otherOwnerCount: 0 },
    'identity.last_owner',
  ],
  [
    'the last owner cannot leave',
    owner,
    { status: 'inactive' },
    { otherOwnerCount: 0 },
    'identity.last_owner',
  ],
  [
    'saying the same again changes nothing',
    owner,
    { orgRole: 'owner' },
    { otherOwnerCount: 0, actorRole: 'admin' },
    owner,
  ],
  ['who comes back with an account is active', left, { status: 'active' }, {}, member],
  [
    'who comes back without one is a placeholder',
    left,
    { status: 'active' },
    { hasAccount: false },
    { orgRole: 'member', status: 'placeholder' },
  ],
] as const)('%s', (_name, before, change, context, expected) => {
  expect(decide(before, change, context)).toEqual(expected)
})

test('only an owner appoints owners', () => {
  expect(mayAppoint('admin', 'owner')).toBe(false)
  expect(mayAppoint('admin', 'admin')).toBe(true)
  expect(mayAppoint('owner', 'owner')).toBe(true)
})
