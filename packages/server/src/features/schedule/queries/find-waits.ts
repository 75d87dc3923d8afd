import type { PlanRowView } from '@millrace/contract'
import { type Access, mayInContainers } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What levelling found that an item waits for. */
export type Wait = NonNullable<PlanRowView['levelledFor']>

type Row = Wait & { readonly heldId: string; readonly containerIds: readonly string[] | null }

/**
 * What items of a project wait for since it was levelled, by item. Of work that the reader may not see, nothing but
 * that it is there. Null as item: of all items of the project.
 */
export async function findWaits(
  tx: Tx,
  organisationId: string,
  of: { readonly projectId: string; readonly itemId: string | null; readonly access: Access },
): Promise<ReadonlyMap<string, Wait>> {
  const rows = await tx.query<Row>({
    name: 'schedule_find_waits',
    text: `
select p.item_id as "heldId", x."resourceId", coalesce(r.name, n.name) as "resourceName", w.id as "itemId", w.title,
  w.container_ids as "containerIds"
from plan_item p
cross join jsonb_to_record(p.levelled_for) as x ("resourceId" uuid, "itemId" uuid)
left join resource r on r.organisation_id = p.organisation_id and r.id = x."resourceId"
left join person n on n.organisation_id = p.organisation_id and n.id = x."resourceId"
left join work_item w on w.organisation_id = p.organisation_id and w.id = x."itemId" and w.archived_at is null
where p.organisation_id = $1
  and p.project_id = $2
  and ($3::uuid is null or p.item_id = $3)
  and p.levelled_at is not null
  and p.levelled_for is not null
order by p.item_id
limit 50000`,
    values: [organisationId, of.projectId, of.itemId],
  })
  return new Map(
    rows.map(({ heldId, containerIds, ...wait }) => {
      const isSeen = mayInContainers(of.access, 'container.read', containerIds ?? [])
      return [heldId, isSeen ? wait : { ...wait, itemId: null, title: null }]
    }),
  )
}

/** Those among some ids that are resources, or people. */
export async function findWorkers(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_workers',
    text: `
select r.id
from resource r
where r.organisation_id = $1
  and r.id = any($2::uuid[])
union
select p.id
from person p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
order by 1`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}
