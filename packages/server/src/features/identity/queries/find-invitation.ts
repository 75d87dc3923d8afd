import type { Tx } from '../../../platform/db/transaction.ts'
import { INVITATION_COLUMNS, type InvitationRow } from '../store/invitations.ts'

/** An invitation with what its page shows. */
export type FoundInvitation = InvitationRow & {
  readonly organisation_name: string
  readonly slug: string
  readonly inviter_name: string
  readonly access_version: number
}

/** The invitation of a secret, in whatever state. */
export async function findInvitation(
  tx: Tx,
  organisationId: string,
  secretHash: string,
): Promise<FoundInvitation | null> {
  const rows = await tx.query<FoundInvitation>({
    name: 'identity_find_invitation',
    text: `
select ${INVITATION_COLUMNS},
  o.name as organisation_name, o.slug, o.access_version, p.name as inviter_name
from invitation i
join organisation o on o.id = i.organisation_id
join person p on p.organisation_id = i.organisation_id and p.id = i.invited_by
where i.organisation_id = $1
  and i.secret_hash = $2`,
    values: [organisationId, secretHash],
  })
  return rows[0] ?? null
}

/** How many invitations an organisation has made or renewed whose links end after a moment. */
export async function countInvitationsEndingAfter(
  tx: Tx,
  organisationId: string,
  expiresAt: number,
): Promise<number> {
  const rows = await tx.query<{ count: number }>({
    text: `
select count(*)::integer as count
from invitation
where organisation_id = $1
  and mail <> 'none'
  and expires_at > to_timestamp($2::bigint / 1000.0)`,
    values: [organisationId, expiresAt],
  })
  return rows[0]?.count ?? 0
}

/** Those of some containers that exist. */
export async function findContainerIds(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.query<{ id: string }>({
    text: `
select c.id
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** As whom a user belongs to an organisation, if they do. */
export async function findMember(
  tx: Tx,
  organisationId: string,
  userId: string,
): Promise<{ readonly person_id: string; readonly status: string } | null> {
  const rows = await tx.query<{ person_id: string; status: string }>({
    text: `
select m.person_id, p.status
from auth_member m
join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
where m.organisation_id = $1
  and m.user_id = $2`,
    values: [organisationId, userId],
  })
  return rows[0] ?? null
}

/** Those of some e-mail addresses, in lower case, that people of the organisation have who are no placeholders. */
export async function findTakenEmails(
  tx: Tx,
  organisationId: string,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ email: string }>({
    text: `
select lower(p.email) as email
from person p
where p.organisation_id = $1
  and lower(p.email) = any($2::text[])
  and p.status <> 'placeholder'`,
    values: [organisationId, emails],
  })
  return new Set(rows.map(({ email }) => email))
}
