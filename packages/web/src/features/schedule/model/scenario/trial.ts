import type { PlanRowView } from '@millrace/contract'
import type { PlanPatch } from '@millrace/core/schedule'

/** A change that is shown for a moment and not said, such as a bar that is being dragged. */
export type Trial = { readonly itemId: string; readonly patch: PlanPatch }

/** The rows with what is tried out. */
export function tried(rows: readonly PlanRowView[], { itemId, patch }: Trial): readonly PlanRowView[] {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return rows.map((row) => (row.itemId === itemId ? { ...row, ...Object.fromEntries(given) } : row))
}
