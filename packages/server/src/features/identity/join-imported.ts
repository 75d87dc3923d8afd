import { INVITATION_DAYS } from '@millrace/core/people'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import {
  findAnyOwner,
  insertInvitationsInName,
  insertKnownMembers,
  putOnHold,
  revokeInvitationsOf,
} from './store/join-imported.ts'

const DAY_MS = 86_400_000

/** Who of an organisation that came in as a whole can sign in here. */
export type Joined = {
  /** People with an account here by the same address. */
  readonly known: number
  /** People who are invited: they set a password of their own when they accept. */
  readonly invited: number
  /** An owner, when no owner can sign in; they are to be let in from the terminal. */
  readonly lockedOwner: { readonly name: string; readonly email: string } | null
}

/**
 * Lets the people of an organisation that came in as a whole in: by their address, when this installation
 * has an account of it; the others wait, and are invited as what they are. No account is made, and no
 * password comes along: an address in an archive proves nothing.
 *
 * @param members who could sign in where the archive comes from
 */
export async function joinImported(
  within: { readonly tx: Tx; readonly organisationId: string },
  members: readonly { readonly person_id: string; readonly email_vouched: boolean }[],
): Promise<Joined> {
  const known = new Set(await insertKnownMembers(within, members))
  const others = members.filter(({ person_id: id }) => !known.has(id)).map(({ person_id: id }) => id)
  const waiting = await putOnHold(within, others)
  const people = waiting.flatMap(({ email, org_role }) =>
    email === null ? [] : [{ id: newId<'Invitation'>(), email: email.toLowerCase(), org_role }],
  )
  const by = await findAnyOwner(within)
  if (by !== null && people.length > 0) {
    await revokeInvitationsOf(
      within,
      people.map(({ email }) => email),
    )
    await insertInvitationsInName(within, { by, expiresAt: Date.now() + INVITATION_DAYS * DAY_MS, people })
  }
  const isOwned = by !== null && known.has(by)
  const [owner] = waiting.flatMap(({ org_role: role, name, email }) =>
    role === 'owner' && email !== null ? [{ name, email }] : [],
  )
  return {
    known: known.size,
    invited: by === null ? 0 : people.length,
    lockedOwner: isOwned ? null : (owner ?? null),
  }
}
