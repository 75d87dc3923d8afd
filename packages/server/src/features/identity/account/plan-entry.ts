import type { Id } from '@millrace/core/kernel'
import { refuse } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { usualColour } from '../person-colour.ts'
import { findMember } from '../queries/find-invitation.ts'
import { type LockedPerson, lockPeople, type PersonRow } from '../store/people.ts'
import type { OpenInvitation } from './invitation-door.ts'

/** Whoever comes in: with the account they have, or with one that is made on the way. */
export type Comer = {
  readonly userId: string
  readonly name: string
  readonly email: string
  /** Null: the account exists. */
  readonly passwordHash: string | null
}

/** As whom somebody comes in; `row` is null when they are in already. */
export type Entry = {
  readonly personId: Id<'Person'>
  readonly row: PersonRow | null
  readonly isJoining: boolean
}

/** Who comes by which invitation, and the id they get when they are new. */
export type Coming = {
  readonly comer: Comer
  readonly open: OpenInvitation
  readonly freshId: Id<'Person'>
}

/**
 * As whom somebody comes in. The placeholder of the invited address becomes them only when whoever
 * runs the organisation invited: with it comes what it was let into. Nobody becomes a placeholder by
 * the address of their own account, which nobody has checked.
 *
 * @throws Refused with `identity.invitation_known`
 */
export async function planEntry(
  { tx, organisationId }: { readonly tx: Tx; readonly organisationId: string },
  coming: Coming,
): Promise<Entry> {
  const { comer, open, freshId } = coming
  const member = await findMember(tx, organisationId, comer.userId)
  if (member?.status === 'active') {
    return { personId: member.person_id, row: null, isJoining: false }
  }
  if (member) return refuse('identity.invitation_known')
  const emails = [open.found.email, comer.email]
  const rows = await lockPeople({ tx, organisationId }, { ids: [], emails })
  const waiting = findWaiting(rows, open)
  const same = findByEmail(rows, comer.email)
  if (same && same !== waiting) return refuse('identity.invitation_known')
  const said = {
    name: comer.name,
    email: comer.email,
    org_role: open.found.org_role,
    status: 'active' as const,
  }
  if (waiting) {
    const row = { ...waiting, ...said, version: waiting.version + 1 }
    return { personId: waiting.id, row, isJoining: true }
  }
  const fresh = { id: freshId, title: '', colour: usualColour(freshId), origin: 'own' as const, version: 1 }
  return { personId: freshId, row: { ...fresh, ...said }, isJoining: false }
}

function findWaiting(
  rows: readonly LockedPerson[],
  { found, inviterRole }: OpenInvitation,
): LockedPerson | undefined {
  if (inviterRole !== 'owner' && inviterRole !== 'admin') return undefined
  const named = findByEmail(rows, found.email)
  return named?.status === 'placeholder' ? named : undefined
}

function findByEmail(rows: readonly LockedPerson[], email: string): LockedPerson | undefined {
  return rows.find((row) => row.email?.toLowerCase() === email.toLowerCase())
}
