import type { Tx } from '../../../platform/db/transaction.ts'

/** Links by their ids, and all those that some items have. */
export type Linked = { readonly linkIds: readonly string[]; readonly itemIds: readonly string[] }

/** A link, and a project that it leads out of or into: it has one of the ends and not the other; null: there is none. */
export type LeadingOut = { readonly relationId: string; readonly projectId: string | null }

/** Some links with every project that they lead out of or into. */
export async function findLeadingOut(
  tx: Tx,
  organisationId: string,
  { linkIds, itemIds }: Linked,
): Promise<readonly LeadingOut[]> {
  return await tx.query<LeadingOut>({
    name: 'schedule_find_leading_out',
    text: `
select r.id as "relationId", c.id as "projectId"
from relation r
join work_item f on f.organisation_id = r.organisation_id and f.id = r.from_id
join work_item t on t.organisation_id = r.organisation_id and t.id = r.to_id
left join container c on c.organisation_id = r.organisation_id
  and c.id = any(f.container_ids || t.container_ids)
  and c.kind = 'project'
  and (c.id = any(f.container_ids)) <> (c.id = any(t.container_ids))
where r.organisation_id = $1
  and r.kind = 'precedes'
  and (r.id = any($2::uuid[]) or r.from_id = any($3::uuid[]) or r.to_id = any($3::uuid[]))
order by r.id, c.id
limit 400000`,
    values: [organisationId, linkIds, itemIds],
  })
}
