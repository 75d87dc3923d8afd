import type { Tx } from '../../../platform/db/transaction.ts'

type Within = { readonly tx: Tx; readonly organisationId: string }

/** Lets people of an organisation in who have an account here by the same address; gives who that is. */
export async function insertKnownMembers(
  { tx, organisationId }: Within,
  people: readonly { readonly person_id: string; readonly email_vouched: boolean }[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ person_id: string }>({
    text: `
insert into auth_member (user_id, organisation_id, person_id, email_vouched)
select u.id, p.organisation_id, p.id, x.email_vouched
from json_to_recordset($2::json) as x (person_id uuid, email_vouched boolean)
join person p on p.organisation_id = $1 and p.id = x.person_id
join auth_user u on u.email = lower(p.email)
returning person_id`,
    values: [organisationId, JSON.stringify(people)],
  })
  return rows.map(({ person_id: id }) => id)
}

/** Somebody who could sign in where they come from, and cannot here. */
export type Stranger = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly org_role: 'owner' | 'admin' | 'member' | 'guest'
}

/** Makes active people wait to be invited; gives those it did, owners first. */
export async function putOnHold(
  { tx, organisationId }: Within,
  ids: readonly string[],
): Promise<readonly Stranger[]> {
  return await tx.query<Stranger>({
    text: `
with held as (
  update person p
  set status = 'placeholder',
      version = p.version + 1
  where p.organisation_id = $1
    and p.id = any($2::uuid[])
    and p.status = 'active'
  returning p.id, p.name, p.email, p.org_role
)
select h.id, h.name, h.email, h.org_role
from held h
order by array_position(array['owner', 'admin', 'member', 'guest'], h.org_role), lower(h.email), h.id`,
    values: [organisationId, ids],
  })
}

/** Takes back open invitations of some addresses: others are made for them. */
export async function revokeInvitationsOf(
  { tx, organisationId }: Within,
  emails: readonly string[],
): Promise<void> {
  await tx.query({
    text: `
update invitation i
set revoked_at = now(),
    version = i.version + 1
where i.organisation_id = $1
  and lower(i.email) = any($2::text[])
  and i.accepted_at is null
  and i.revoked_at is null`,
    values: [organisationId, emails],
  })
}

/** An owner of the organisation, whether or not they can sign in; those who can come first. */
export async function findAnyOwner({ tx, organisationId }: Within): Promise<string | null> {
  const rows = await tx.query<{ id: string }>({
    text: `
select p.id
from person p
left join auth_member m on m.organisation_id = p.organisation_id and m.person_id = p.id
where p.organisation_id = $1
  and p.org_role = 'owner'
order by m.user_id is null, p.status, p.created_at, p.id
limit 1`,
    values: [organisationId],
  })
  return rows[0]?.id ?? null
}

/** Keeps invitations in somebody's name whose links are made when somebody asks for them. */
export async function insertInvitationsInName(
  { tx, organisationId }: Within,
  invited: {
    readonly by: string
    readonly expiresAt: number
    readonly people: readonly { readonly id: string; readonly email: string; readonly org_role: string }[]
  },
): Promise<void> {
  await tx.query({
    text: `
insert into invitation (organisation_id, id, email, org_role, mail, invited_by, created_at, expires_at)
select $1, x.id, x.email, x.org_role, 'none', $2, now(), to_timestamp($3::bigint / 1000.0)
from json_to_recordset($4::json) as x (id uuid, email text, org_role text)`,
    values: [organisationId, invited.by, invited.expiresAt, JSON.stringify(invited.people)],
  })
}
