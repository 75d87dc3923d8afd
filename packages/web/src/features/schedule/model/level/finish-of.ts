import type { PlanRowView } from '@millrace/contract'
import type { LevelledTask } from '@millrace/core/schedule'
import { spanOf } from '../outline.ts'

const MINUTE_MS = 60_000

/** When the work of a project finishes now, and as levelled; nulls where nothing of it has dates. */
export function finishOf(
  rows: readonly PlanRowView[],
  tasks: readonly LevelledTask[],
): { readonly before: number | null; readonly after: number | null } {
  const own = new Set(rows.map(({ itemId }) => itemId))
  const finishes = tasks.filter(({ id }) => own.has(id)).map(({ finishAt }) => finishAt * MINUTE_MS)
  const before = spanOf(rows, null).finishAt
  return { before, after: finishes.length === 0 ? null : finishes.reduce((a, b) => Math.max(a, b)) }
}
