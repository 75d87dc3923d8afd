import type { Suspension } from '@millrace/core/process'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** Since when something is suspended, by whom and why. */
export function toSuspension(row: {
  readonly suspended_at: number | null
  readonly suspended_by: string | null
  readonly suspend_reason: string | null
}): Suspension | null {
  if (row.suspended_at === null) return null
  return { at: row.suspended_at, by: row.suspended_by, reason: row.suspend_reason ?? '' }
}

/** The same as it is written. */
export function suspensionRow(suspension: Suspension | null) {
  return {
    suspended_at: sqlMoment(suspension?.at ?? null),
    suspended_by: suspension?.by ?? null,
    suspend_reason: suspension?.reason ?? null,
  }
}
