import type { Suspension } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import { suspensionRow, toSuspension } from './suspension.ts'

/** A version of the model of a process; the draft has no number. */
export type ProcessModel = {
  readonly id: string
  readonly processId: string
  readonly number: number | null
  readonly state: 'draft' | 'published'
  readonly xml: string
  /** The process in it that is executed. */
  readonly elementId: string | null
  readonly note: string
  readonly createdAt: number
  readonly createdBy: string | null
  readonly publishedAt: number | null
  readonly publishedBy: string | null
  /** Null: instances begin by it, if it is the newest. */
  readonly suspension: Suspension | null
  readonly version: number
}

export type ModelRow = {
  readonly id: string
  readonly process_id: string
  readonly number: number | null
  readonly state: ProcessModel['state']
  readonly xml: string
  readonly element_id: string | null
  readonly note: string
  readonly created_at: number
  readonly created_by: string | null
  readonly published_at: number | null
  readonly published_by: string | null
  readonly suspended_at: number | null
  readonly suspended_by: string | null
  readonly suspend_reason: string | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'process_id',
  'number',
  'state',
  'xml',
  'element_id',
  'note',
  'created_at',
  'created_by',
  'published_at',
  'published_by',
  'suspended_at',
  'suspended_by',
  'suspend_reason',
  'version',
]
/** The same, but for the file. */
export const LISTED_MODEL_COLUMNS = COLUMNS.filter((column) => column !== 'xml')
  .map((column) => `m.${column}`)
  .join(', ')
/** The columns of `process_version m`. */
export const MODEL_COLUMNS = COLUMNS.map((column) => `m.${column}`).join(', ')

/** The version of a row. */
export function toModel(row: ModelRow): ProcessModel {
  return {
    id: row.id,
    processId: row.process_id,
    number: row.number,
    state: row.state,
    xml: row.xml,
    elementId: row.element_id,
    note: row.note,
    createdAt: row.created_at,
    createdBy: row.created_by,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    suspension: toSuspension(row),
    version: row.version,
  }
}

function toRow(model: ProcessModel) {
  return {
    id: model.id,
    process_id: model.processId,
    number: model.number,
    state: model.state,
    xml: model.xml,
    element_id: model.elementId,
    note: model.note,
    created_at: sqlMoment(model.createdAt),
    created_by: model.createdBy,
    published_at: sqlMoment(model.publishedAt),
    published_by: model.publishedBy,
    ...suspensionRow(model.suspension),
    version: model.version,
  }
}

/** Adds versions, or writes drafts anew; what is published stays as it is. */
export async function saveModels(unit: Unit, models: readonly ProcessModel[]): Promise<void> {
  if (models.length === 0) return
  const changing = COLUMNS.slice(2)
  await unit.tx.query({
    name: 'process_save_models',
    text: `
insert into process_version (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_version, $2::json) r
on conflict (organisation_id, id) do update
set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    values: [unit.organisationId, JSON.stringify(models.map(toRow))],
  })
}

/** Takes drafts away. */
export async function deleteDrafts(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await unit.tx.query({
    name: 'process_delete_drafts',
    text: `
delete from process_version m
where m.organisation_id = $1
  and m.id = any($2::uuid[])
  and m.state = 'draft'`,
    values: [unit.organisationId, ids],
  })
}
