import type { Unit } from '../../../platform/commands/index.ts'
import type { ChildDelta } from './items.ts'

type IdRow = { readonly id: string }

/** Deletes the relations of items, from either side, and tells which there were. */
export async function deleteRelationsOf(unit: Unit, itemIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<IdRow>({
    text: `
delete from relation r
where r.organisation_id = $1
  and (r.from_id = any($2::uuid[]) or r.to_id = any($2::uuid[]))
returning r.id`,
    values: [unit.organisationId, itemIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes the stays of items in their states. */
export async function deleteVisitsOf(unit: Unit, itemIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from visit v
where v.organisation_id = $1
  and v.item_id = any($2::uuid[])`,
    values: [unit.organisationId, itemIds],
  })
}

/**
 * Deletes items, and tells by how much the counts of sub-items of those that stay change.
 *
 * @param gone all items that go, these and others
 */
export async function deleteItems(
  unit: Unit,
  itemIds: readonly string[],
  gone: readonly string[],
): Promise<readonly ChildDelta[]> {
  return await unit.tx.query<ChildDelta>({
    text: `
with gone as (
  delete from work_item w
  where w.organisation_id = $1
    and w.id = any($2::uuid[])
  returning w.parent_id, w.state_group, w.archived_at, w.own_seen_by
)
select g.parent_id as id, -count(*)::integer as children,
  -count(*) filter (where g.state_group = 'done')::integer as done
from gone g
where g.parent_id is not null
  and g.archived_at is null
  and g.own_seen_by is null
  and g.parent_id not in (select unnest($3::uuid[]))
group by g.parent_id`,
    values: [unit.organisationId, itemIds, gone],
  })
}

/** Takes containers out of the membership of items that stay. */
export async function leaveContainers(unit: Unit, containerIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
update work_item w
set container_ids = array(
  select c.id
  from unnest(w.container_ids) with ordinality as c (id, ord)
  where c.id <> all($2::uuid[])
  order by c.ord)
where w.organisation_id = $1
  and w.container_ids && $2::uuid[]`,
    values: [unit.organisationId, containerIds],
  })
}

/** Deletes who may do what in containers. */
export async function deleteGrantsOf(unit: Unit, containerIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from container_grant g
where g.organisation_id = $1
  and g.container_id = any($2::uuid[])`,
    values: [unit.organisationId, containerIds],
  })
}

/** Deletes the rights and kept views of people who go. */
export async function deleteBelongingsOf(
  unit: Unit,
  personIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await unit.tx.query<IdRow>({
    text: `
with grants as (
  delete from container_grant g
  where g.organisation_id = $1
    and g.person_id = any($2::uuid[])
)
delete from saved_view s
where s.organisation_id = $1
  and s.owner_id = any($2::uuid[])
returning s.id`,
    values: [unit.organisationId, personIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes the kept views of containers, and tells which there were. */
export async function deleteViewsOf(unit: Unit, containerIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<IdRow>({
    text: `
delete from saved_view s
where s.organisation_id = $1
  and s.container_id = any($2::uuid[])
returning s.id`,
    values: [unit.organisationId, containerIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes containers that hold nothing any more. */
export async function deleteContainers(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}

/** Deletes those of the labels that no item carries, and tells which they were. */
export async function deleteUnusedLabels(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<IdRow>({
    text: `
delete from label l
where l.organisation_id = $1
  and l.id = any($2::uuid[])
  and not exists (
    select 1
    from work_item w
    where w.organisation_id = $1
      and w.label_ids @> array[l.id])
returning l.id`,
    values: [unit.organisationId, ids],
  })
  return rows.map(({ id }) => id)
}

/** Deletes those of the custom fields that no item has a value for, and tells which they were. */
export async function deleteUnusedFields(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<IdRow>({
    text: `
delete from custom_field f
where f.organisation_id = $1
  and f.id = any($2::uuid[])
  and not exists (
    select 1
    from work_item w
    where w.organisation_id = $1
      and w.fields ? f.id::text)
returning f.id`,
    values: [unit.organisationId, ids],
  })
  return rows.map(({ id }) => id)
}

/** Deletes those of the types that nothing is of, and tells which they were. */
export async function deleteUnusedTypes(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<IdRow>({
    text: `
delete from item_type t
where t.organisation_id = $1
  and t.id = any($2::uuid[])
  and not exists (select 1 from work_item w where w.organisation_id = $1 and w.type_id = t.id)
  and not exists (select 1 from container c where c.organisation_id = $1 and c.default_type_id = t.id)
  and not exists (select 1 from visit v where v.organisation_id = $1 and v.type_id = t.id)
returning t.id`,
    values: [unit.organisationId, ids],
  })
  return rows.map(({ id }) => id)
}
