import type { ImportView, OutputOf, operations } from '@millrace/contract'
import { mappingOf, type RunRow } from './import-run.ts'

/** A run in a list, and on the change stream. */
export function presentSummary(
  row: RunRow,
): OutputOf<(typeof operations)['exchange.listImports']>['imports'][number] {
  return {
    id: row.id,
    version: row.version,
    format: row.format,
    fileName: row.file_name,
    fileSize: row.file_size,
    state: row.state,
    startedBy: row.started_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    containerId: row.container_id,
    total: row.total,
    done: row.done,
    removal: row.report.removal ?? null,
    failure: row.report.failure ?? null,
  }
}

/** A run with all that is known of it. */
export function presentRun(row: RunRow): ImportView {
  const { report } = row
  return {
    ...presentSummary(row),
    mapping: mappingOf(row),
    profile: report.profile ?? null,
    fileProblems: report.fileProblems ?? null,
    plan: report.plan ?? null,
  }
}
