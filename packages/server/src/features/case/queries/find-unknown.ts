import type { Tx } from '../../../platform/db/transaction.ts'

/** Those of some ids of people and teams that this organisation does not have. */
export async function findUnknown(
  tx: Tx,
  organisationId: string,
  ids: { readonly people: readonly string[]; readonly teams: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'case_find_unknown',
    text: `
select x.id
from unnest($2::uuid[]) as x (id)
where not exists (
  select 1
  from person p
  where p.organisation_id = $1
    and p.id = x.id)
union
select x.id
from unnest($3::uuid[]) as x (id)
where not exists (
  select 1
  from team t
  where t.organisation_id = $1
    and t.id = x.id)
order by id`,
    values: [organisationId, ids.people, ids.teams],
  })
  return new Set(rows.map(({ id }) => id))
}
