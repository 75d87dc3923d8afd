import type { Tx } from '../../../platform/db/transaction.ts'
import type { FieldRow, LabelRow, SavedViewRow, TypeRow } from '../store/catalogue.ts'

/** Types of item, all of them or some by id. */
export async function readTypes(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<readonly TypeRow[]> {
  return await tx.query<TypeRow>({
    name: 'work_read_types',
    text: `
select t.id, t.name, t.icon, t.workflow, t.required, t.readiness_gate, t.needs_acceptance, t.needs_notice,
  t.defaults, t.field_ids, t.rank, t.origin, t.archived_at, t.version
from item_type t
where t.organisation_id = $1
  and ($2::uuid[] is null or t.id = any($2::uuid[]))
order by t.rank, t.id
limit 1000`,
    values: [organisationId, ids],
  })
}

/** Custom fields, all of them or some by id. */
export async function readFields(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<readonly FieldRow[]> {
  return await tx.query<FieldRow>({
    name: 'work_read_fields',
    text: `
select f.id, f.key, f.name, f.kind, f.options, f.formula, f.roll_up, f.result, f.seen_by, f.changed_by, f.rank, f.origin,
  f.archived_at, f.version
from custom_field f
where f.organisation_id = $1
  and ($2::uuid[] is null or f.id = any($2::uuid[]))
order by f.rank, f.id
limit 1000`,
    values: [organisationId, ids],
  })
}

/** Labels, all of them or some by id. */
export async function readLabels(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<readonly LabelRow[]> {
  return await tx.query<LabelRow>({
    name: 'work_read_labels',
    text: `
select l.id, l.name, l.colour, l.origin, l.archived_at, l.version
from label l
where l.organisation_id = $1
  and ($2::uuid[] is null or l.id = any($2::uuid[]))
order by lower(l.name), l.id
limit 5000`,
    values: [organisationId, ids],
  })
}

/** Kept views, all of them or some by id. */
export async function readViews(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<readonly SavedViewRow[]> {
  return await tx.query<SavedViewRow>({
    name: 'work_read_views',
    text: `
select v.id, v.container_id, v.owner_id, v.name, v.is_shared, v.is_locked, v.is_default, v.settings, v.version
from saved_view v
where v.organisation_id = $1
  and ($2::uuid[] is null or v.id = any($2::uuid[]))
order by v.name, v.id
limit 5000`,
    values: [organisationId, ids],
  })
}

/** How many items of a type are in each state. */
export async function countByState(
  tx: Tx,
  organisationId: string,
  typeIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ type_id: string; state_id: string; count: number }>({
    text: `
select w.type_id, w.state_id, count(*)::integer as count
from work_item w
where w.organisation_id = $1
  and w.type_id = any($2::uuid[])
group by w.type_id, w.state_id
order by w.type_id, w.state_id`,
    values: [organisationId, typeIds],
  })
  return new Map(rows.map((row) => [`${row.type_id} ${row.state_id}`, row.count]))
}
