import type { OrgRole, PersonStatus } from '@millrace/core/people'
import type { Unit } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A person as it stands in the table. */
export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly org_role: OrgRole
  readonly status: PersonStatus
  readonly title: string
  readonly colour: number
  readonly origin: 'own' | 'demo' | 'import'
  readonly version: number
}

/** The columns of a `PersonRow`, of `person p`. */
export const PERSON_COLUMNS =
  'p.id, p.name, p.email, p.org_role, p.status, p.title, p.colour, p.origin, p.version'

/** A person locked for change, with whether they can sign in. */
export type LockedPerson = PersonRow & { readonly has_account: boolean }

/** Locks people by id or by e-mail (in lower case), and every active owner beside them. */
export async function lockPeople(
  { tx, organisationId }: { readonly tx: Tx; readonly organisationId: string },
  which: { readonly ids: readonly string[]; readonly emails: readonly string[] },
): Promise<readonly LockedPerson[]> {
  return await tx.query<LockedPerson>({
    name: 'identity_lock_people',
    text: `
select ${PERSON_COLUMNS},
  exists (
    select 1
    from auth_member m
    where m.organisation_id = p.organisation_id
      and m.person_id = p.id) as has_account
from person p
where p.organisation_id = $1
  and (p.id = any($2::uuid[]) or lower(p.email) = any($3::text[]) or (p.org_role = 'owner' and p.status = 'active'))
order by p.id
for no key update of p`,
    values: [organisationId, which.ids, which.emails],
  })
}

/** Adds people, or writes the new state of locked ones. */
export async function savePeople(unit: Unit, rows: readonly PersonRow[]): Promise<void> {
  if (rows.length === 0) return
  await unit.tx.query({
    name: 'identity_save_people',
    text: `
insert into person (organisation_id, id, name, email, org_role, status, title, colour, origin, created_at, version)
select $1, r.id, r.name, r.email, r.org_role, r.status, r.title, r.colour, r.origin, to_timestamp($3::bigint / 1000.0), r.version
from json_populate_recordset(null::person, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    email = excluded.email,
    org_role = excluded.org_role,
    status = excluded.status,
    title = excluded.title,
    colour = excluded.colour,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows), unit.now],
  })
}
