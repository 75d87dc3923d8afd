import type { Suspension } from '@millrace/core/process'
import type { Reader, Tx } from '../../../platform/db/transaction.ts'
import { type Compiled, keepModel, keptModel } from '../graphs.ts'
import {
  LISTED_MODEL_COLUMNS,
  MODEL_COLUMNS,
  type ModelRow,
  type ProcessModel,
  toModel,
} from '../store/models.ts'
import { toSuspension } from '../store/suspension.ts'

/** The newest published version of each process, and its draft. */
export async function findCurrentModels(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly ProcessModel[]> {
  const rows = await tx.query<ModelRow>({
    name: 'process_find_current_models',
    text: `
select distinct on (m.process_id, m.state) ${MODEL_COLUMNS}
from process_version m
where m.organisation_id = $1
  and m.process_id = any($2::uuid[])
order by m.process_id, m.state, m.number desc`,
    values: [organisationId, processIds],
  })
  return rows.map(toModel)
}

/** The version by which new instances run. */
export type LatestVersion = {
  readonly id: string
  readonly number: number
  readonly suspension: Suspension | null
}

/** Which version new instances run by, by process; processes that are not published are absent. */
export async function findLatest(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<ReadonlyMap<string, LatestVersion>> {
  const rows = await tx.query<
    Parameters<typeof toSuspension>[0] & { process_id: string; id: string; number: number }
  >({
    name: 'process_find_latest',
    text: `
select distinct on (m.process_id) m.process_id, m.id, m.number, m.suspended_at, m.suspended_by, m.suspend_reason
from process_version m
where m.organisation_id = $1
  and m.process_id = any($2::uuid[])
  and m.state = 'published'
order by m.process_id, m.number desc`,
    values: [organisationId, processIds],
  })
  return new Map(
    rows.map((row) => [row.process_id, { id: row.id, number: row.number, suspension: toSuspension(row) }]),
  )
}

/** One version of a process: by its number, or the draft where that is null. */
export async function findModel(
  tx: Tx,
  organisationId: string,
  which: { readonly processId: string; readonly number: number | null },
): Promise<ProcessModel | undefined> {
  const [row] = await tx.query<ModelRow>({
    name: 'process_find_model',
    text: `
select ${MODEL_COLUMNS}
from process_version m
where m.organisation_id = $1
  and m.process_id = $2
  and m.number is not distinct from $3`,
    values: [organisationId, which.processId, which.number],
  })
  return row && toModel(row)
}

/** Versions by id, without their files. */
export async function readModels(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly ProcessModel[]> {
  const rows = await tx.query<ModelRow>({
    name: 'process_read_models',
    text: `
select ${LISTED_MODEL_COLUMNS}, '' as xml
from process_version m
where m.organisation_id = $1
  and m.id = any($2::uuid[])
order by m.id`,
    values: [organisationId, ids],
  })
  return rows.map(toModel)
}

type ListedRow = Omit<ModelRow, 'xml'> & { readonly running: number }

/** The versions of a process without their files, the newest first, with how many instances run by each. */
export async function listModels(
  tx: Tx,
  page: {
    readonly organisationId: string
    readonly processId: string
    readonly below: number | null
    readonly limit: number
  },
) {
  const rows = await tx.query<ListedRow>({
    name: 'process_list_models',
    text: `
select ${LISTED_MODEL_COLUMNS}, r.running
from process_version m
cross join lateral (
  select count(*)::integer as running
  from process_instance i
  where i.organisation_id = m.organisation_id
    and i.model_id = m.id
    and i.state = 'running') r
where m.organisation_id = $1
  and m.process_id = $2
  and ($3::integer is null or m.number < $3)
order by m.number desc nulls first
limit $4`,
    values: [page.organisationId, page.processId, page.below, page.limit],
  })
  return rows.map((row) => ({ ...toModel({ ...row, xml: '' }), running: row.running }))
}

/** Versions ready to run, by id; those that are not at hand are read. */
export async function loadModels(
  tx: Reader,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Compiled>> {
  const models = new Map(ids.map((id) => [id, keptModel(id)]))
  const missing = ids.filter((id) => !models.get(id))
  const rows =
    missing.length === 0
      ? []
      : await tx.query<{ id: string; xml: string }>({
          name: 'process_load_models',
          text: `
select m.id, m.xml
from process_version m
where m.organisation_id = $1
  and m.id = any($2::uuid[])
order by m.id`,
          values: [organisationId, missing],
        })
  for (const { id, xml } of rows) models.set(id, keepModel(id, xml))
  return new Map([...models].flatMap(([id, model]) => (model ? [[id, model] as const] : [])))
}
