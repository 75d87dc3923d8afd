import type { Tx } from '../../../platform/db/transaction.ts'

/** A column that names a person or a team, in any table of any feature. */
type Reference = { readonly table_name: string; readonly column_name: string }

/**
 * Which of the people or teams are still named somewhere: by a foreign key of any table, as the
 * database itself lists them, so that a table added later counts without anybody thinking of it.
 *
 * @param ignored tables whose rows go together with what they name
 */
export async function findReferenced(
  tx: Tx,
  organisationId: string,
  about: {
    readonly entity: 'person' | 'team'
    readonly ids: readonly string[]
    readonly ignored: readonly string[]
  },
): Promise<ReadonlySet<string>> {
  const { entity, ids, ignored } = about
  if (ids.length === 0) return new Set()
  const references = (await listReferences(tx, entity)).filter(
    ({ table_name: table }) => !ignored.includes(table),
  )
  const parts = references.map(
    ({ table_name: table, column_name: column }) => `
select r.${column} as id
from ${table} r
where r.organisation_id = $1
  and r.${column} = any($2::uuid[])`,
  )
  const rows = await tx.query<{ id: string }>({
    text: [...parts, entity === 'person' ? LOOSE_PEOPLE : LOOSE_TEAMS].join('\nunion\n'),
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Places without a foreign key: whose stay it was, people that items mention, and who sees what is confidential. */
const LOOSE_PEOPLE = `
select v.owner_id as id
from visit v
where v.organisation_id = $1
  and v.owner_id = any($2::uuid[])
union
select (w.waiting_for ->> 'personId')::uuid as id
from work_item w
where w.organisation_id = $1
  and (w.waiting_for ->> 'personId')::uuid = any($2::uuid[])
union
select (w.fields ->> f.id::text)::uuid as id
from custom_field f
join work_item w on w.organisation_id = $1 and w.fields ? f.id::text
where f.organisation_id = $1
  and f.kind = 'person'
  and (w.fields ->> f.id::text)::uuid = any($2::uuid[])
union
select unnest(w.own_seen_by) as id
from work_item w
where w.organisation_id = $1
  and w.seen_by is not null
  and w.own_seen_by && $2::uuid[]`

const LOOSE_TEAMS = `
select v.team_id as id
from visit v
where v.organisation_id = $1
  and v.team_id = any($2::uuid[])`

/** Every column with a foreign key to people or teams; the organisation is always the first of the key. */
async function listReferences(tx: Tx, entity: 'person' | 'team'): Promise<readonly Reference[]> {
  return await tx.query<Reference>({
    text: `
select quote_ident(c.conrelid::regclass::text) as table_name, quote_ident(a.attname) as column_name
from pg_constraint c
join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
where c.contype = 'f'
  and c.confrelid = $1::regclass
  and array_length(c.conkey, 1) = 2
  and c.conparentid = 0
order by 1, 2`,
    values: [entity],
  })
}
