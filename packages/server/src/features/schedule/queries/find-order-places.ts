import type { Tx } from '../../../platform/db/transaction.ts'

/** Where an item lies, as far as the order of a plan follows from it. */
export type OrderPlace = {
  readonly itemId: string
  readonly parentId: string | null
  readonly hasParts: boolean
  /** Whether a link holds the finish of what it lies below. */
  readonly isHeldAbove: boolean
  readonly linkIds: readonly string[]
}

/** The places of some items, archived or not. */
export async function findOrderPlaces(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly OrderPlace[]> {
  return await tx.query<OrderPlace>({
    name: 'schedule_find_order_places',
    text: `
select w.id as "itemId", w.parent_id as "parentId", w.child_count > 0 as "hasParts",
  exists (
    select 1
    from relation r
    where r.organisation_id = w.organisation_id
      and r.to_id = w.parent_id
      and r.kind = 'precedes'
      and r.link_type in ('FF', 'SF')) as "isHeldAbove",
  array(
    select r.id
    from relation r
    where r.organisation_id = w.organisation_id
      and (r.from_id = w.id or r.to_id = w.id)
      and r.kind = 'precedes'
    order by r.id) as "linkIds"
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, itemIds],
  })
}

/** What is a hammock as long as nothing lies below it, and how much does. */
export type Turnable = { readonly itemId: string; readonly partCount: number }

/** Those among some items. */
export async function findTurnable(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly Turnable[]> {
  return await tx.query<Turnable>({
    name: 'schedule_find_turnable',
    text: `
select w.id as "itemId", w.child_count as "partCount"
from plan_item p
join work_item w on w.organisation_id = p.organisation_id and w.id = p.item_id
where p.organisation_id = $1
  and p.item_id = any($2::uuid[])
  and p.is_hammock
order by w.id`,
    values: [organisationId, itemIds],
  })
}
