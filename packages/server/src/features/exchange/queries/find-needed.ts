import type { Tx } from '../../../platform/db/transaction.ts'

/** Something that stays, and the reason: what people have made upon it. */
export type NeededRow = { readonly id: string; readonly reason: string }

type Candidates = {
  readonly organisationId: string
  readonly itemIds: readonly string[]
  readonly containerIds: readonly string[]
  readonly instanceIds: readonly string[]
}

/** Items of `made` on which people have written or put something. */
const WRITTEN_ON = `written_on as (
  select c.item_id as id, 'comment' as reason
  from comment c
  where c.organisation_id = $1
    and c.item_id in (select m.id from made m)
    and c.origin = 'own'
  union all
  select k.item_id, 'checklist'
  from checklist k
  where k.organisation_id = $1
    and k.item_id in (select m.id from made m)
    and k.origin = 'own'
  union all
  select l.item_id, 'checklist'
  from checklist_line l
  where l.organisation_id = $1
    and l.item_id in (select m.id from made m)
    and l.origin = 'own'
  union all
  select f.item_id, 'file'
  from file f
  where f.organisation_id = $1
    and f.item_id in (select m.id from made m)
    and f.origin = 'own'
  union all
  select t.item_id, 'time'
  from time_entry t
  where t.organisation_id = $1
    and t.item_id in (select m.id from made m)
    and t.origin = 'own'
)`

/**
 * Items that people have built upon: with a comment, file, checklist line or time of theirs, a relation with their own
 * item, their own sub-item, or a part in their own process; and all items above one that stays.
 */
export async function findNeededItems(tx: Tx, candidates: Candidates): Promise<readonly NeededRow[]> {
  const { organisationId, itemIds, instanceIds } = candidates
  return await tx.query<NeededRow>({
    text: `
with recursive made as (
  select unnest($2::uuid[]) as id
), ${WRITTEN_ON}, touched as (
  select id, reason
  from written_on
  union all
  select r.from_id, 'relation'
  from relation r
  where r.organisation_id = $1
    and r.from_id in (select m.id from made m)
    and r.to_id not in (select m.id from made m)
  union all
  select r.to_id, 'relation'
  from relation r
  where r.organisation_id = $1
    and r.to_id in (select m.id from made m)
    and r.from_id not in (select m.id from made m)
  union all
  select w.parent_id, 'sub-item'
  from work_item w
  where w.organisation_id = $1
    and w.parent_id in (select m.id from made m)
    and w.id not in (select m.id from made m)
  union all
  select a.item_id, 'process'
  from process_activity a
  where a.organisation_id = $1
    and a.item_id in (select m.id from made m)
    and a.instance_id <> all($3::uuid[])
), kept (id, reason) as (
  select t.id, t.reason
  from touched t
  union
  select w.parent_id, 'sub-item'
  from kept k
  join work_item w on w.organisation_id = $1 and w.id = k.id
  where w.parent_id in (select m.id from made m)
)
select k.id, min(k.reason) as reason
from kept k
group by k.id`,
    values: [organisationId, itemIds, instanceIds],
  })
}

/** Containers that hold something that stays. */
export async function findNeededContainers(tx: Tx, candidates: Candidates): Promise<readonly NeededRow[]> {
  const { organisationId, itemIds, containerIds, instanceIds } = candidates
  return await tx.query<NeededRow>({
    text: `
with made as (
  select unnest($2::uuid[]) as id
), needed as (
  select c.id, 'item' as reason
  from unnest($3::uuid[]) as c (id)
  where exists (
    select 1
    from work_item w
    where w.organisation_id = $1
      and (w.home_container_id = c.id or w.container_ids @> array[c.id])
      and w.id not in (select m.id from made m))
  union all
  select i.process_id, 'process'
  from process_instance i
  where i.organisation_id = $1
    and i.process_id = any($3::uuid[])
    and i.id <> all($4::uuid[])
  union all
  select f.container_id, 'file'
  from file f
  where f.organisation_id = $1
    and f.container_id = any($3::uuid[])
    and f.origin = 'own'
)
select n.id, min(n.reason) as reason
from needed n
group by n.id`,
    values: [organisationId, itemIds, containerIds, instanceIds],
  })
}
