import type { PlanRowView, PlanView } from '@millrace/contract'
import { ProjectCalculation } from '@millrace/core/schedule'
import { calculated, type PlanGround, projectPlanOf } from './shown-plan.ts'

/** A row that would lie elsewhere. Moments are milliseconds. */
export type Difference = { readonly before: PlanRowView; readonly after: PlanRowView; readonly byMs: number }

/** What calculating a plan that keeps its dates would move, by how much its finishes move: the most first. */
export function differencesOf(
  ground: PlanGround,
  rows: readonly PlanRowView[],
  links: PlanView['links'],
): readonly Difference[] {
  const settings = { ...ground.settings, isScheduled: true }
  const plan = projectPlanOf({ ...ground, settings }, rows, links)
  const moved = calculated(new ProjectCalculation(), plan)
  return rows
    .flatMap((row, index): readonly Difference[] => {
      const after = moved[index]
      if (!after || row.isSummary) return []
      if (row.startAt === after.startAt && row.finishAt === after.finishAt) return []
      return [{ before: row, after, byMs: (after.finishAt ?? 0) - (row.finishAt ?? 0) }]
    })
    .toSorted((one, other) => Math.abs(other.byMs) - Math.abs(one.byMs))
}
