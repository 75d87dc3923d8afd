import type { PlanRowView, PlanView } from '@millrace/contract'
import { calculated, type PlanGround } from './shown-plan.ts'

/** A row that would lie elsewhere. Moments are milliseconds. */
export type Difference = { readonly before: PlanRowView; readonly after: PlanRowView; readonly byMs: number }

/** What calculating a plan that keeps its dates would move, by how much its finishes move: the most first. */
export function differencesOf(
  ground: PlanGround,
  rows: readonly PlanRowView[],
  links: PlanView['links'],
): readonly Difference[] {
  const settings = { ...ground.settings, isScheduled: true }
  const moved = calculated({ ...ground, settings }, rows, links)
  return rows
    .flatMap((row, index): readonly Difference[] => {
      const after = moved[index]
      if (!after || row.isSummary) return []
      if (row.startAt === after.startAt && row.finishAt === after.finishAt) return []
      return [{ before: row, after, byMs: (after.finishAt ?? 0) - (row.finishAt ?? 0) }]
    })
    .toSorted((one, other) => Math.abs(other.byMs) - Math.abs(one.byMs))
}
