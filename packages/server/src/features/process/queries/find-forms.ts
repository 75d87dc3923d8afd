import type { FormSummary } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { FORM_COLUMNS, type FormRow, type ProcessForm, toForm } from '../store/forms.ts'

/** Forms by id, those taken out too. */
export async function findForms(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly ProcessForm[]> {
  const rows = await tx.query<FormRow>({
    name: 'process_find_forms',
    text: `
select ${FORM_COLUMNS}
from process_form f
where f.organisation_id = $1
  and f.id = any($2::uuid[])
order by f.id`,
    values: [organisationId, ids],
  })
  return rows.map(toForm)
}

/** The present forms of some processes, and which keys they have. */
export async function findKeys(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly Pick<ProcessForm, 'id' | 'processId' | 'key' | 'name'>[]> {
  const rows = await tx.query<Pick<FormRow, 'id' | 'process_id' | 'key' | 'name'>>({
    name: 'process_find_form_keys',
    text: `
select f.id, f.process_id, f.key, f.name
from process_form f
where f.organisation_id = $1
  and f.process_id = any($2::uuid[])
  and f.archived_at is null
order by f.id`,
    values: [organisationId, processIds],
  })
  return rows.map(({ process_id: processId, ...form }) => ({ ...form, processId }))
}

/** The forms of a process by their names. */
export async function readFormsOf(
  tx: Tx,
  organisationId: string,
  processId: string,
): Promise<readonly FormSummary[]> {
  const rows = await tx.query<Omit<FormRow, 'schema'> & { field_count: number }>({
    name: 'process_read_forms_of',
    text: `
select f.id, f.process_id, f.key, f.name, f.archived_at, f.changed_at, f.changed_by, f.version,
  (select count(*)::integer
   from jsonb_array_elements(f.schema -> 'parts') p
   where p ->> 'kind' not in ('section', 'note')) as field_count
from process_form f
where f.organisation_id = $1
  and f.process_id = $2
order by f.archived_at is not null, f.name, f.id
limit 1000`,
    values: [organisationId, processId],
  })
  return rows.map((row) => ({
    ...{ id: row.id, containerId: row.process_id, key: row.key, name: row.name },
    ...{ archivedAt: row.archived_at, changedAt: row.changed_at, changedBy: row.changed_by },
    ...{ version: row.version, fieldCount: row.field_count },
  }))
}
