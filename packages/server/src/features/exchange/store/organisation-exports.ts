import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { ExportReport, OrganisationExportRow } from '../organisation-export.ts'

/** The columns of `organisation_export x` that make a row. */
export const EXPORT_COLUMNS = [
  'id',
  'state',
  'started_by',
  'done',
  'total',
  'file_key',
  'size_bytes',
  'report',
  'created_at',
  'expires_at',
]
  .map((column) => `x.${column}`)
  .join(', ')

/** Begins an export, unless one is being made or the id is taken. */
export async function insertExport(
  unit: Unit,
  { id, expiresAt }: { readonly id: string; readonly expiresAt: number },
): Promise<boolean> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
insert into organisation_export (organisation_id, id, state, started_by, created_at, expires_at)
values ($1, $2, 'running', $3, $4, $5)
on conflict do nothing
returning id`,
    values: [unit.organisationId, id, unit.principal.personId, sqlMoment(unit.now), sqlMoment(expiresAt)],
  })
  return rows.length > 0
}

/** Locks an export that is being made; nothing when it was cancelled. */
export async function lockRunningExport(unit: Unit, id: string): Promise<OrganisationExportRow | undefined> {
  const rows = await unit.tx.query<OrganisationExportRow>({
    text: `
select ${EXPORT_COLUMNS}
from organisation_export x
where x.organisation_id = $1
  and x.id = $2
  and x.state = 'running'
for update`,
    values: [unit.organisationId, id],
  })
  return rows[0]
}

/** Notes how far an export is. False: it was cancelled. */
export async function noteExportProgress(
  tx: Tx,
  about: {
    readonly organisationId: string
    readonly id: string
    readonly done: number
    readonly total: number
  },
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>({
    text: `
update organisation_export
set done = $3,
    total = $4
where organisation_id = $1
  and id = $2
  and state = 'running'
returning id`,
    values: [about.organisationId, about.id, about.done, about.total],
  })
  return rows.length > 0
}

/** Ends an export that was being made; `file` is null when it failed. */
export async function endExport(
  unit: Unit,
  id: string,
  end: {
    readonly file: { readonly key: string; readonly sizeBytes: number } | null
    readonly report: ExportReport
    readonly expiresAt: number
  },
): Promise<void> {
  const { file, report, expiresAt } = end
  await unit.tx.query({
    text: `
update organisation_export
set state = case when $3::text is null then 'failed' else 'ready' end,
    file_key = $3::text,
    size_bytes = $4,
    report = $5,
    expires_at = $6
where organisation_id = $1
  and id = $2`,
    values: [
      unit.organisationId,
      id,
      file?.key ?? null,
      file?.sizeBytes ?? null,
      JSON.stringify(report),
      sqlMoment(expiresAt),
    ],
  })
}

/** Removes exports, and gives what they were. */
export async function deleteExports(
  unit: Pick<Unit, 'tx' | 'organisationId'>,
  ids: readonly string[],
): Promise<readonly OrganisationExportRow[]> {
  return await unit.tx.query<OrganisationExportRow>({
    text: `
delete from organisation_export x
where x.organisation_id = $1
  and x.id = any($2::uuid[])
returning ${EXPORT_COLUMNS}`,
    values: [unit.organisationId, ids],
  })
}
