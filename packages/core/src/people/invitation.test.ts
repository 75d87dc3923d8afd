import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CONTAINER_ROLES,
  type ContainerRole,
  checkInvitation,
  invitationState,
  type OrgRole,
  raisedRole,
} from './index.ts'

const roles = fc.constantFrom<OrgRole>('owner', 'admin', 'member', 'guest')
const containerRoles = fc.constantFrom<ContainerRole>(...CONTAINER_ROLES)

function decide(orgRole: OrgRole, wish: { orgRole: OrgRole; in: readonly (ContainerRole | null)[] }) {
  const result = checkInvitation(
    { orgRole, roleIn: (id) => wish.in[Number(id)] ?? null },
    { orgRole: wish.orgRole, containerIds: wish.in.map((_role, index) => String(index)) },
  )
  return result.ok ? 'ok' : result.refusal.code
}

test.each([
  ['an admin invites a member', 'admin', { orgRole: 'member', in: [] }, 'ok'],
  ['an admin invites no owner', 'admin', { orgRole: 'owner', in: [] }, 'identity.owner_only'],
  ['an owner invites an owner', 'owner', { orgRole: 'owner', in: [] }, 'ok'],
  ['a manager invites a guest into what they manage', 'member', { orgRole: 'guest', in: ['manager'] }, 'ok'],
  ['a guest who manages may, too', 'guest', { orgRole: 'guest', in: ['manager'] }, 'ok'],
  [
    'a manager invites no member',
    'member',
    { orgRole: 'member', in: ['manager'] },
    'identity.invitation_guest_only',
  ],
  ['a member invites nobody into nothing', 'member', { orgRole: 'guest', in: [] }, 'platform.not_allowed'],
  [
    'one place that is not managed is one too many',
    'member',
    { orgRole: 'guest', in: ['manager', 'contributor'] },
    'platform.not_allowed',
  ],
  [
    'what cannot be seen is not there',
    'member',
    { orgRole: 'guest', in: ['manager', null] },
    'platform.not_found',
  ],
] as const)('%s', (_name, orgRole, wish, expected) => {
  expect(decide(orgRole, wish)).toBe(expected)
})

test('nobody who does not run the organisation gets anybody further than a guest where they manage', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<OrgRole>('member', 'guest'),
      roles,
      fc.array(fc.option(containerRoles), { maxLength: 4 }),
      (inviter, orgRole, places) => {
        const isAllowed = decide(inviter, { orgRole, in: places }) === 'ok'
        const isHarmless =
          orgRole === 'guest' && places.length > 0 && places.every((role) => role === 'manager')
        expect(isAllowed).toBe(isHarmless)
      },
    ),
    { seed: 19 },
  )
})

test('an invitation raises a role and never lowers one', () => {
  fc.assert(
    fc.property(fc.option(containerRoles), containerRoles, (before, given) => {
      const after = CONTAINER_ROLES.indexOf(raisedRole(before, given))
      expect(after).toBe(
        Math.max(before === null ? -1 : CONTAINER_ROLES.indexOf(before), CONTAINER_ROLES.indexOf(given)),
      )
    }),
    { seed: 20 },
  )
})

test('an invitation that was accepted or taken back stays so, and else ends at its moment', () => {
  const at = { expiresAt: 100, acceptedAt: null, revokedAt: null }
  expect(invitationState(at, 99)).toBe('open')
  expect(invitationState(at, 100)).toBe('expired')
  expect(invitationState({ ...at, revokedAt: 50 }, 200)).toBe('revoked')
  expect(invitationState({ ...at, acceptedAt: 50 }, 200)).toBe('accepted')
})
