import type { PlanRowView, PlanView } from '@millrace/contract'
import { type LevelInput, type LevelledTask, toPlanInput } from '@millrace/core/schedule'
import type { PlanPool } from '../load/plan-pool.ts'
import { type PlanGround, projectPlanOf } from '../shown-plan.ts'

const MINUTE_MS = 60_000

/** What levelling is asked: the plan as it is without an earlier levelling, and who does what in it. */
export function levelInputOf(
  ground: PlanGround,
  asked: {
    readonly rows: readonly PlanRowView[]
    readonly links: PlanView['links']
    readonly pool: PlanPool
    /** Milliseconds; what begins before stays. */
    readonly frozenUntil: number
  },
): LevelInput {
  const { rows, links, pool, frozenUntil } = asked
  const unlevelled = rows.map((row) => ({ ...row, levelledAt: null }))
  const plan = toPlanInput(projectPlanOf(ground, unlevelled, links))
  const ids = new Set(plan.tasks.map(({ id }) => id))
  return {
    plans: [plan],
    resources: pool.pooled.resources,
    assignments: pool.pooled.assignments.flatMap((assignment) => {
      if (!ids.has(assignment.itemId)) return []
      // Whoever is only responsible is there as long as the work takes, however many help: see `poolOfPlan`.
      const [id, itemId]: readonly string[] = [assignment.id, assignment.itemId]
      return [id === itemId ? { ...assignment, workMin: null } : assignment]
    }),
    published: pool.dates.filter(({ id }) => ids.has(id)),
    frozenUntil: Math.floor(frozenUntil / MINUTE_MS),
  }
}

/** An item that levelling moves. Moments are milliseconds. */
export type LevelMove = {
  readonly row: PlanRowView
  readonly startAt: number
  readonly finishAt: number
  readonly byMs: number
  readonly reason: LevelledTask['reason']
}

/** What levelling moves, in the order of the plan. */
export function movesOf(rows: readonly PlanRowView[], tasks: readonly LevelledTask[]): readonly LevelMove[] {
  const taskOf = new Map(tasks.map((task) => [task.id, task]))
  return rows.flatMap((row): readonly LevelMove[] => {
    const task = taskOf.get(row.itemId)
    if (!task || row.isSummary || task.movedMin === 0) return []
    const [startAt, finishAt] = [task.startAt * MINUTE_MS, task.finishAt * MINUTE_MS]
    return [{ row, startAt, finishAt, byMs: task.movedMin * MINUTE_MS, reason: task.reason }]
  })
}
