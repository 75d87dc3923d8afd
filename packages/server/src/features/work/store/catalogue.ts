import type { FieldView, LabelView, SavedViewView, TypeView } from '@millrace/contract'
import type { Unit } from '../../../platform/commands/index.ts'

export type TypeRow = {
  readonly id: string
  readonly name: string
  readonly icon: string
  readonly workflow: TypeView['workflow']
  readonly required: TypeView['required']
  readonly readiness_gate: TypeView['readinessGate']
  readonly needs_acceptance: boolean
  readonly needs_notice: boolean
  readonly defaults: TypeView['defaults']
  readonly field_ids: readonly string[] | null
  readonly rank: string
  readonly origin: TypeView['origin']
  readonly archived_at: number | null
  readonly version: number
}

export type FieldRow = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly kind: FieldView['kind']
  readonly options: FieldView['options']
  readonly formula: FieldView['formula']
  readonly roll_up: FieldView['rollUp']
  readonly result: FieldView['result']
  readonly seen_by: FieldView['seenBy']
  readonly changed_by: FieldView['changedBy']
  readonly rank: string
  readonly origin: FieldView['origin']
  readonly archived_at: number | null
  readonly version: number
}

export type LabelRow = {
  readonly id: string
  readonly name: string
  readonly colour: string
  readonly origin: LabelView['origin']
  readonly archived_at: number | null
  readonly version: number
}

export type SavedViewRow = {
  readonly id: string
  readonly container_id: string | null
  readonly owner_id: string
  readonly name: string
  readonly is_shared: boolean
  readonly is_locked: boolean
  readonly is_default: boolean
  readonly settings: SavedViewView['settings']
  readonly version: number
}

type Row = { readonly id: string; readonly archived_at?: number | null }

function withMoments(row: Row) {
  return { ...row, archived_at: row.archived_at ? new Date(row.archived_at).toISOString() : null }
}

/** Adds types of item, or writes their new state. */
export async function saveTypes(unit: Unit, rows: readonly TypeRow[]): Promise<void> {
  await unit.tx.query({
    text: `
insert into item_type (organisation_id, id, name, icon, workflow, required, readiness_gate, needs_acceptance, needs_notice,
  defaults, field_ids, rank, origin, archived_at, version)
select $1, r.id, r.name, r.icon, r.workflow, r.required, r.readiness_gate, r.needs_acceptance, r.needs_notice,
  r.defaults, r.field_ids, r.rank, r.origin, r.archived_at, r.version
from json_populate_recordset(null::item_type, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    icon = excluded.icon,
    workflow = excluded.workflow,
    required = excluded.required,
    readiness_gate = excluded.readiness_gate,
    needs_acceptance = excluded.needs_acceptance,
    needs_notice = excluded.needs_notice,
    defaults = excluded.defaults,
    field_ids = excluded.field_ids,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows.map(withMoments))],
  })
}

/** Adds custom fields, or writes their new state. */
export async function saveFields(unit: Unit, rows: readonly FieldRow[]): Promise<void> {
  await unit.tx.query({
    text: `
insert into custom_field (organisation_id, id, key, name, kind, options, formula, roll_up, result, seen_by, changed_by,
  rank, origin, archived_at, version)
select $1, r.id, r.key, r.name, r.kind, r.options, r.formula, r.roll_up, r.result, r.seen_by, r.changed_by,
  r.rank, r.origin, r.archived_at, r.version
from json_populate_recordset(null::custom_field, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    options = excluded.options,
    formula = excluded.formula,
    roll_up = excluded.roll_up,
    result = excluded.result,
    seen_by = excluded.seen_by,
    changed_by = excluded.changed_by,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows.map(withMoments))],
  })
}

/** Adds labels, or writes their new state. */
export async function saveLabels(unit: Unit, rows: readonly LabelRow[]): Promise<void> {
  await unit.tx.query({
    text: `
insert into label (organisation_id, id, name, colour, origin, archived_at, version)
select $1, r.id, r.name, r.colour, r.origin, r.archived_at, r.version
from json_populate_recordset(null::label, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    colour = excluded.colour,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows.map(withMoments))],
  })
}

/** Adds kept views, or writes their new state. */
export async function saveViews(unit: Unit, rows: readonly SavedViewRow[]): Promise<void> {
  await unit.tx.query({
    text: `
insert into saved_view (organisation_id, id, container_id, owner_id, name, is_shared, is_locked, is_default, settings, version)
select $1, r.id, r.container_id, r.owner_id, r.name, r.is_shared, r.is_locked, r.is_default, r.settings, r.version
from json_populate_recordset(null::saved_view, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    is_shared = excluded.is_shared,
    is_locked = excluded.is_locked,
    is_default = excluded.is_default,
    settings = excluded.settings,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/**
 * Ends what the given views are to take over from: of one place, and of one person when it is not
 * for everybody, only one is the default.
 *
 * @returns the views that were the default until now
 */
export async function endDefaults(
  unit: Unit,
  next: readonly SavedViewRow[],
): Promise<readonly SavedViewRow[]> {
  return await unit.tx.query<SavedViewRow>({
    text: `
update saved_view v
set is_default = false,
    version = v.version + 1
from json_populate_recordset(null::saved_view, $2::json) n
where v.organisation_id = $1
  and v.is_default
  and n.is_default
  and v.id <> n.id
  and v.container_id is not distinct from n.container_id
  and v.is_shared = n.is_shared
  and (v.is_shared or v.owner_id = n.owner_id)
returning v.id, v.container_id, v.owner_id, v.name, v.is_shared, v.is_locked, v.is_default, v.settings, v.version`,
    values: [unit.organisationId, JSON.stringify(next)],
  })
}

/** Forgets kept views. */
export async function deleteViews(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: 'delete from saved_view where organisation_id = $1 and id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}
