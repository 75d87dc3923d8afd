import type { FormSummary } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { StateRows } from '../engine-state.ts'
import { FORM_COLUMNS, type FormRow, type ProcessForm, toForm, type VersionForm } from '../store/forms.ts'

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

/** The present forms of some processes with these keys. */
export async function findFormsByKey(
  tx: Tx,
  organisationId: string,
  wanted: { readonly processIds: readonly string[]; readonly keys: readonly string[] },
): Promise<readonly ProcessForm[]> {
  if (wanted.keys.length === 0) return []
  const rows = await tx.query<FormRow>({
    name: 'process_find_forms_by_key',
    text: `
select ${FORM_COLUMNS}
from process_form f
where f.organisation_id = $1
  and f.process_id = any($2::uuid[])
  and f.key = any($3::text[])
  and f.archived_at is null
order by f.id`,
    values: [organisationId, wanted.processIds, wanted.keys],
  })
  return rows.map(toForm)
}

/** The forms that some versions were published with. */
export async function findVersionForms(
  tx: Tx,
  organisationId: string,
  modelIds: readonly string[],
): Promise<readonly VersionForm[]> {
  if (modelIds.length === 0) return []
  const rows = await tx.query<Pick<FormRow, 'key' | 'name' | 'schema'> & { readonly model_id: string }>({
    name: 'process_find_version_forms',
    text: `
select v.model_id, v.key, v.name, v.schema
from process_version_form v
where v.organisation_id = $1
  and v.model_id = any($2::uuid[])
order by v.model_id, v.key`,
    values: [organisationId, modelIds],
  })
  return rows.map(({ model_id: modelId, ...form }) => ({ ...form, modelId }))
}

/** The step that an item carries out in a running instance, and what the instance is by itself. */
export type OpenStep = {
  readonly instanceId: string
  readonly modelId: string
  readonly tokenId: number
  readonly instance: StateRows['instance']
}

type OpenStepRow = StateRows['instance'] & {
  readonly container_ids: readonly string[]
  readonly instance_id: string | null
  readonly model_id: string
  readonly token_id: number
}

/** What an item stands for: `undefined` when it is not seen; without a step when it is no open one. */
export async function findOpenStep(
  tx: Tx,
  organisationId: string,
  itemId: string,
): Promise<{ readonly containerIds: readonly string[]; readonly step: OpenStep | null } | undefined> {
  const [row] = await tx.query<OpenStepRow>({
    name: 'process_find_open_step',
    text: `
select w.container_ids, i.id as instance_id, i.model_id, i.state, i.scopes, i.done, i.next_id, i.suspended_at,
  i.held, a.token_id
from work_item w
left join process_activity a on a.organisation_id = w.organisation_id and a.item_id = w.id and a.closed_at is null
left join process_instance i on i.organisation_id = a.organisation_id and i.id = a.instance_id and i.state = 'running'
where w.organisation_id = $1
  and w.id = $2
order by i.id
limit 1`,
    values: [organisationId, itemId],
  })
  if (!row) return undefined
  const { container_ids: containerIds, instance_id: instanceId, model_id: modelId, token_id: tokenId } = row
  const { state, scopes, done, next_id, suspended_at, held } = row
  const instance = { state, scopes, done, next_id, suspended_at, held }
  return { containerIds, step: instanceId === null ? null : { instanceId, modelId, tokenId, instance } }
}

/** Which of some people are there, and which of some files belong to these items. */
export async function findReferences(
  tx: Tx,
  organisationId: string,
  wanted: {
    readonly personIds: readonly string[]
    readonly fileIds: readonly string[]
    readonly itemIds: readonly string[]
  },
): Promise<ReadonlySet<string>> {
  if (wanted.personIds.length + wanted.fileIds.length === 0) return new Set()
  const rows = await tx.query<{ id: string }>({
    name: 'process_find_form_references',
    text: `
select p.id
from person p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
union all
select f.id
from file f
where f.organisation_id = $1
  and f.id = any($3::uuid[])
  and f.item_id = any($4::uuid[])
limit 100000`,
    values: [organisationId, wanted.personIds, wanted.fileIds, wanted.itemIds],
  })
  return new Set(rows.map(({ id }) => id))
}
