import type { ContainerRole, OrgRole } from '@millrace/core/people'
import type { Unit } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** How the link of an invitation gets to whom it is for. */
export type InvitationMail = 'none' | 'waiting' | 'sent' | 'failed'

/** An invitation as it stands in the tables, without the hash of its secret. */
export type InvitationRow = {
  readonly id: string
  readonly email: string
  readonly org_role: OrgRole
  readonly mail: InvitationMail
  readonly invited_by: string
  readonly created_at: number
  readonly expires_at: number
  readonly accepted_at: number | null
  readonly revoked_at: number | null
  readonly version: number
  readonly containers: readonly { readonly containerId: string; readonly role: ContainerRole }[]
}

/** The columns of an `InvitationRow`, of `invitation i`. */
export const INVITATION_COLUMNS = `
  i.id, i.email, i.org_role, i.mail, i.invited_by, i.created_at, i.expires_at, i.accepted_at, i.revoked_at, i.version,
  coalesce((
    select json_agg(json_build_object('containerId', c.container_id, 'role', c.role) order by c.container_id)
    from invitation_container c
    where c.organisation_id = i.organisation_id
      and c.invitation_id = i.id), '[]') as containers`

/** A new invitation; its hash is null when its secret is made later, with the mail. */
export type NewInvitation = Pick<
  InvitationRow,
  'id' | 'email' | 'org_role' | 'mail' | 'expires_at' | 'containers'
> & { readonly secret_hash: string | null }

/** Keeps invitations of the person who asks. Ids that exist already are left out of the answer. */
export async function insertInvitations(
  unit: Unit,
  rows: readonly NewInvitation[],
): Promise<ReadonlySet<string>> {
  const made = await unit.tx.query<{ id: string }>({
    name: 'identity_insert_invitations',
    text: `
insert into invitation (organisation_id, id, email, org_role, secret_hash, mail, invited_by, created_at, expires_at)
select $1, x.id, x.email, x.org_role, x.secret_hash, x.mail, $2, to_timestamp($4::bigint / 1000.0), to_timestamp(x.expires_at / 1000.0)
from json_to_recordset($3::json) as x (id uuid, email text, org_role text, secret_hash text, mail text, expires_at bigint)
on conflict (organisation_id, id) do nothing
returning id`,
    values: [unit.organisationId, unit.principal.personId, JSON.stringify(rows), unit.now],
  })
  return new Set(made.map(({ id }) => id))
}

/** Keeps what new invitations let into. */
export async function insertInvitationContainers(
  unit: Unit,
  places: readonly {
    readonly invitation_id: string
    readonly container_id: string
    readonly role: ContainerRole
  }[],
): Promise<void> {
  if (places.length === 0) return
  await unit.tx.query({
    text: `
insert into invitation_container (organisation_id, invitation_id, container_id, role)
select $1, x.invitation_id, x.container_id, x.role
from json_to_recordset($2::json) as x (invitation_id uuid, container_id uuid, role text)`,
    values: [unit.organisationId, JSON.stringify(places)],
  })
}

/** Locks invitations that nobody has accepted or taken back. */
export async function lockInvitations(
  unit: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, InvitationRow>> {
  const rows = await unit.tx.query<InvitationRow>({
    name: 'identity_lock_invitations',
    text: `
select ${INVITATION_COLUMNS}
from invitation i
where i.organisation_id = $1
  and i.id = any($2::uuid[])
  and i.accepted_at is null
  and i.revoked_at is null
order by i.id
for update of i`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Locks the invitation of a secret, in whatever state. */
export async function lockInvitationOf(unit: Unit, secretHash: string): Promise<InvitationRow | null> {
  const rows = await unit.tx.query<InvitationRow>({
    name: 'identity_lock_invitation_of',
    text: `
select ${INVITATION_COLUMNS}
from invitation i
where i.organisation_id = $1
  and i.secret_hash = $2
for update of i`,
    values: [unit.organisationId, secretHash],
  })
  return rows[0] ?? null
}

/** Gives invitations other secrets, in the name of the person who asks. */
export async function renewInvitations(
  unit: Unit,
  rows: readonly Pick<NewInvitation, 'id' | 'mail' | 'expires_at' | 'secret_hash'>[],
): Promise<void> {
  await unit.tx.query({
    text: `
update invitation i
set secret_hash = x.secret_hash,
    mail = x.mail,
    expires_at = to_timestamp(x.expires_at / 1000.0),
    invited_by = $2,
    version = i.version + 1
from json_to_recordset($3::json) as x (id uuid, secret_hash text, mail text, expires_at bigint)
where i.organisation_id = $1
  and i.id = x.id`,
    values: [unit.organisationId, unit.principal.personId, JSON.stringify(rows)],
  })
}

/** Takes invitations back; their secrets are forgotten. */
export async function revokeInvitations(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
update invitation
set revoked_at = to_timestamp($3::bigint / 1000.0),
    secret_hash = null,
    version = version + 1
where organisation_id = $1
  and id = any($2::uuid[])`,
    values: [unit.organisationId, ids, unit.now],
  })
}

/** Notes who accepted an invitation; its secret is forgotten. */
export async function closeInvitation(unit: Unit, id: string, personId: string): Promise<void> {
  await unit.tx.query({
    text: `
update invitation
set accepted_at = to_timestamp($4::bigint / 1000.0),
    accepted_by = $3,
    secret_hash = null,
    version = version + 1
where organisation_id = $1
  and id = $2`,
    values: [unit.organisationId, id, personId, unit.now],
  })
}

/** What the mail of an invitation says. */
export type InvitationLetter = {
  readonly email: string
  readonly expires_at: number
  readonly organisation: string
  readonly inviter: string
  /** Of whoever has an account with the address, else of whoever invites; null when neither chose one. */
  readonly language: string | null
}

/** Gives an invitation the secret that goes out by mail; null when it is not to go out any more. */
export async function keepMailedSecret(
  tx: Tx,
  mailed: {
    readonly organisationId: string
    readonly id: string
    readonly version: number
    readonly hash: string
  },
): Promise<InvitationLetter | null> {
  const rows = await tx.query<InvitationLetter>({
    text: `
update invitation i
set secret_hash = $4
from organisation o, person p
where i.organisation_id = $1
  and i.id = $2
  and i.version = $3
  and i.accepted_at is null
  and i.revoked_at is null
  and i.expires_at > now()
  and o.id = i.organisation_id
  and p.organisation_id = i.organisation_id
  and p.id = i.invited_by
returning i.email, i.expires_at, o.name as organisation, p.name as inviter, coalesce(
  (select u.language from auth_user u where u.email = i.email),
  (
    select u.language
    from auth_member m
    join auth_user u on u.id = m.user_id
    where m.organisation_id = i.organisation_id
      and m.person_id = i.invited_by
  )
) as language`,
    values: [mailed.organisationId, mailed.id, mailed.version, mailed.hash],
  })
  return rows[0] ?? null
}

/** Notes how the mail of an invitation fared. */
export async function noteInvitationMail(
  tx: Tx,
  noted: { readonly organisationId: string; readonly id: string; readonly mail: InvitationMail },
): Promise<void> {
  await tx.query({
    text: 'update invitation set mail = $3 where organisation_id = $1 and id = $2',
    values: [noted.organisationId, noted.id, noted.mail],
  })
}
