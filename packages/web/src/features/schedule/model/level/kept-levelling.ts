import type { PlanRowView, PlanView } from '@millrace/contract'
import type { LevelledPlans } from '@millrace/core/schedule'

const MINUTE_MS = 60_000

/** What is kept of a levelling: items that begin no earlier, or are let go, and who does what from now on. */
export type Kept = {
  readonly items: readonly { readonly itemId: string; readonly levelledAt: number | null }[]
  readonly assignments: readonly { readonly assignmentId: string; readonly resourceId: string }[]
}

/** What of a levelling differs from how the plan is now. */
export function keptOf(plan: PlanView, rows: readonly PlanRowView[], levelled: LevelledPlans): Kept {
  return {
    items: levellingOf(rows, levelled.tasks),
    assignments: choicesOf(plan.assignments, levelled.assignments),
  }
}

/** How that stands now: what takes it back. */
export function keptNow(
  { assignments }: PlanView,
  rows: readonly PlanRowView[],
  { items, assignments: choices }: Kept,
): Kept {
  const levelledAt = new Map(rows.map((row) => [row.itemId, row.levelledAt]))
  const resourceOf = new Map(assignments.map(({ id, resourceId }) => [id, resourceId]))
  return {
    items: items.map(({ itemId }) => ({ itemId, levelledAt: levelledAt.get(itemId) ?? null })),
    assignments: choices.flatMap(({ assignmentId }) => {
      const resourceId = resourceOf.get(assignmentId)
      return resourceId === undefined ? [] : [{ assignmentId, resourceId }]
    }),
  }
}

function levellingOf(rows: readonly PlanRowView[], tasks: LevelledPlans['tasks']): Kept['items'] {
  const taskOf = new Map(tasks.map((task) => [task.id, task]))
  return rows.flatMap((row) => {
    const at = taskOf.get(row.itemId)?.levelledAt ?? null
    const levelledAt = at === null ? null : at * MINUTE_MS
    return row.isSummary || row.levelledAt === levelledAt ? [] : [{ itemId: row.itemId, levelledAt }]
  })
}

/** Assignments that levelling gives to somebody else of those who may do them. */
export function choicesOf(
  assignments: PlanView['assignments'],
  levelled: LevelledPlans['assignments'],
): Kept['assignments'] {
  const before = new Map(assignments.map(({ id, resourceId }) => [id, resourceId]))
  return levelled.flatMap(({ id, resourceId }) => {
    const planned = before.get(id)
    // People who are only responsible have no assignment that could change hands.
    return planned === undefined || resourceId === null || resourceId === planned
      ? []
      : [{ assignmentId: id, resourceId }]
  })
}
