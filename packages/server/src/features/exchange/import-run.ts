import type { ImportMapping, ImportPlan, ImportProfile, ImportView, RemovalView } from '@millrace/contract'

/** What is known of a run besides its progress; grows step by step. */
export type RunReport = {
  readonly profile?: ImportProfile
  readonly fileProblems?: NonNullable<ImportView['fileProblems']>
  /** What the dry run found. */
  readonly plan?: ImportPlan | null
  readonly removal?: RemovalView
  readonly failure?: NonNullable<ImportView['failure']> | null
}

/** A run as it stands in the table. */
export type RunRow = {
  readonly id: string
  readonly format: ImportView['format']
  readonly file_name: string
  readonly file_key: string
  readonly file_size: number
  readonly started_by: string
  readonly state: ImportView['state']
  /** An empty object until somebody mapped it. */
  readonly mapping: ImportMapping | Readonly<Record<string, never>>
  readonly report: RunReport
  readonly container_id: string | null
  readonly total: number
  readonly done: number
  readonly created_at: number
  readonly updated_at: number
  readonly version: number
}

/** How the run was mapped, or null before that. */
export function mappingOf(row: RunRow): ImportMapping | null {
  return 'target' in row.mapping ? (row.mapping as ImportMapping) : null // Nothing but a checked mapping has a target.
}
