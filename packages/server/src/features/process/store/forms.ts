import type { FormSchema } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A form of a process as it is kept. */
export type ProcessForm = {
  readonly id: string
  readonly processId: string
  readonly key: string
  readonly name: string
  readonly schema: FormSchema
  readonly archivedAt: number | null
  readonly changedAt: number
  readonly changedBy: string | null
  readonly version: number
}

export type FormRow = {
  readonly id: string
  readonly process_id: string
  readonly key: string
  readonly name: string
  readonly schema: FormSchema
  readonly archived_at: number | null
  readonly changed_at: number
  readonly changed_by: string | null
  readonly version: number
}

const COLUMNS = [
  ...['id', 'process_id', 'key', 'name', 'schema'],
  ...['archived_at', 'changed_at', 'changed_by', 'version'],
]
/** The columns of `process_form f`. */
export const FORM_COLUMNS = COLUMNS.map((column) => `f.${column}`).join(', ')

/** The form of a row. */
export function toForm(row: FormRow): ProcessForm {
  return {
    ...{ id: row.id, processId: row.process_id, key: row.key, name: row.name, schema: row.schema },
    ...{ archivedAt: row.archived_at, changedAt: row.changed_at },
    ...{ changedBy: row.changed_by, version: row.version },
  }
}

/** Writes forms. Which of them: not those whose id belongs to a form of another process. */
export async function saveForms(unit: Unit, forms: readonly ProcessForm[]): Promise<ReadonlySet<string>> {
  const rows = forms.map((form) => ({
    ...{ id: form.id, process_id: form.processId, key: form.key, name: form.name, schema: form.schema },
    ...{ archived_at: sqlMoment(form.archivedAt), changed_at: sqlMoment(form.changedAt) },
    ...{ changed_by: form.changedBy, version: form.version },
  }))
  const saved = await unit.tx.query<{ id: string }>({
    name: 'process_save_forms',
    text: `
insert into process_form as f (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_form, $2::json) r
on conflict (organisation_id, id) do update
set ${COLUMNS.slice(2)
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}
where f.process_id = excluded.process_id
returning f.id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(saved.map(({ id }) => id))
}

/** Deletes the forms of processes that go. */
export async function deleteFormsOf(unit: Unit, processIds: readonly string[]): Promise<readonly string[]> {
  if (processIds.length === 0) return []
  const rows = await unit.tx.query<{ id: string }>({
    name: 'process_delete_forms_of',
    text: `
delete from process_form
where organisation_id = $1
  and process_id = any($2::uuid[])
returning id`,
    values: [unit.organisationId, processIds],
  })
  return rows.map(({ id }) => id)
}

/** A form as a version was published with it. */
export type VersionForm = Pick<ProcessForm, 'key' | 'name' | 'schema'> & { readonly modelId: string }

/** Keeps the forms that versions are published with. */
export async function insertVersionForms(unit: Unit, forms: readonly VersionForm[]): Promise<void> {
  if (forms.length === 0) return
  await unit.tx.query({
    name: 'process_insert_version_forms',
    text: `
insert into process_version_form (organisation_id, model_id, key, name, schema)
select $1, r.model_id, r.key, r.name, r.schema
from json_populate_recordset(null::process_version_form, $2::json) r`,
    values: [
      unit.organisationId,
      JSON.stringify(forms.map(({ modelId, ...form }) => ({ ...form, model_id: modelId }))),
    ],
  })
}

/** Deletes the forms of the versions of processes that go. */
export async function deleteVersionFormsOf(unit: Unit, processIds: readonly string[]): Promise<void> {
  if (processIds.length === 0) return
  await unit.tx.query({
    name: 'process_delete_version_forms_of',
    text: `
delete from process_version_form v
where v.organisation_id = $1
  and v.model_id in (
    select m.id
    from process_version m
    where m.organisation_id = $1
      and m.process_id = any($2::uuid[]))`,
    values: [unit.organisationId, processIds],
  })
}
