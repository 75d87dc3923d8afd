import type { Tx } from '../../../platform/db/transaction.ts'

/** A project that may be measured. */
export type MeasurableProject = {
  readonly id: string
  readonly key: string
  readonly name: string
  /** Items of its plan; null: it has no baseline to be measured by. */
  readonly items: number | null
}

/** Projects in the order of their keys; `visibleIds` null: all of the organisation. */
export async function findMeasurable(
  tx: Tx,
  organisationId: string,
  of: { readonly visibleIds: readonly string[] | null; readonly after: string; readonly limit: number },
): Promise<readonly MeasurableProject[]> {
  return await tx.query<MeasurableProject>({
    name: 'cost_find_measurable',
    text: `
select c.id, c.key, c.name, n.items
from container c
left join lateral (
  select count(*)::integer as items
  from work_item w
  where w.organisation_id = c.organisation_id
    and w.container_ids @> array[c.id]
    and w.archived_at is null
  having exists (
    select 1
    from baseline b
    where b.organisation_id = c.organisation_id
      and b.project_id = c.id
      and b.removed_at is null)
) n on true
where c.organisation_id = $1
  and c.kind = 'project'
  and c.archived_at is null
  and ($2::uuid[] is null or c.id = any($2))
  and c.key > $3
order by c.key
limit $4`,
    values: [organisationId, of.visibleIds, of.after, of.limit],
  })
}
