import { operations, type ParsedInputOf } from '@millrace/contract'
import { changeMembership, isActiveOwner } from '@millrace/core/people'
import { accepted, command, mayInOrganisation, refuse, type Unit } from '../../../platform/commands/index.ts'
import { accessChanged, identityEvent } from '../identity-events.ts'
import { presentPerson } from '../present.ts'
import { touchAccess } from '../store/access-version.ts'
import { endSessionsOf } from '../store/accounts.ts'
import { type LockedPerson, lockPeople, savePeople } from '../store/people.ts'
import { deleteTokensOf } from '../store/tokens.ts'

type Input = ParsedInputOf<(typeof operations)['identity.changePerson']>

/** Changes people. Everybody may change how they themselves are shown. */
export const changePerson = command(operations['identity.changePerson'], async (unit, inputs) => {
  inputs.forEach((input, index) => {
    checkMay(unit, input, index)
  })
  // Holds the organisation's row: two owners who step down at once do so one after the other.
  await touchAccess(unit)
  const rows = await lockPeople(unit, { ids: inputs.map((input) => input.id), emails: [] })
  const people = new Map(rows.map((row) => [row.id, row]))
  const results = inputs.map((input, index) => {
    const before = people.get(input.id) ?? refuse('platform.not_found', { what: 'person' }, index)
    const after = change(unit, { before, input, index }, [...people.values()])
    people.set(after.id, after)
    return { before, after }
  })
  const changed = [...new Set(inputs.map((input) => input.id))].flatMap((id) => people.get(id) ?? [])
  await savePeople(unit, changed)
  const gone = changed.filter((row) => row.status === 'inactive').map((row) => row.id)
  if (gone.length > 0) {
    await deleteTokensOf(unit, gone)
    await endSessionsOf(unit, gone)
  }
  unit.record(results.flatMap(({ before, after }) => eventsOf(unit, before, after)))
  return results.map(({ after }) => presentPerson(after))
})

function checkMay(unit: Unit, { id, patch }: Input, index: number): void {
  if (mayInOrganisation(unit.principal, 'people.manage')) return
  const isOwnLook =
    id === unit.principal.personId && patch.orgRole === undefined && patch.status === undefined
  if (!isOwnLook) refuse('platform.not_allowed', { permission: 'people.manage' }, index)
}

type Change = { readonly before: LockedPerson; readonly input: Input; readonly index: number }

function change(unit: Unit, { before, input, index }: Change, people: readonly LockedPerson[]): LockedPerson {
  const { patch } = input
  const membership = accepted(
    changeMembership(toMembership(before), patch, {
      actorRole: unit.principal.orgRole,
      name: before.name,
      hasAccount: before.has_account,
      otherOwnerCount: people.filter((row) => row.id !== before.id && isActiveOwner(toMembership(row)))
        .length,
    }),
    index,
  )
  return {
    ...before,
    name: patch.name ?? before.name,
    title: patch.title ?? before.title,
    colour: patch.colour ?? before.colour,
    org_role: membership.orgRole,
    status: membership.status,
    version: before.version + 1,
  }
}

function toMembership(row: LockedPerson) {
  return { orgRole: row.org_role, status: row.status }
}

function eventsOf(unit: Unit, before: LockedPerson, after: LockedPerson) {
  const subject = { kind: 'person', id: after.id }
  const changed = identityEvent(unit, 'identity.person_changed', {
    subject,
    data: { person: presentPerson(after) },
  })
  const isSame = before.org_role === after.org_role && before.status === after.status
  return isSame ? [changed] : [changed, accessChanged(unit, subject)]
}
