import type { PlanRowView } from '@millrace/contract'
import {
  type LevelInput,
  type LevelledTask,
  type PlanInput,
  type PlanLink,
  toPlanInput,
} from '@millrace/core/schedule'
import { projectPlanOf } from '../shown-plan.ts'
import { joinPools } from './join-pools.ts'
import type { LevelPart } from './level-part.ts'
import { worthOf } from './worth.ts'

const MINUTE_MS = 60_000

/** How levelling is to go about it. */
export type LevelWish = {
  readonly timeZone: string
  /** Milliseconds; what begins before stays. */
  readonly frozenUntil: number
  /** Whether items of a higher priority go first. */
  readonly isByPriority: boolean
}

/** What levelling is asked: the plans as they are without an earlier levelling, and who does what in them. */
export function levelInputOf(
  parts: readonly LevelPart[],
  { timeZone, frozenUntil, isByPriority }: LevelWish,
): LevelInput {
  const between = linksBetween(parts)
  const linkIds = new Set(between.map(({ id }) => id))
  const plans = parts.map((part) => planInputOf(part, timeZone, linkIds))
  const ids = new Set(plans.flatMap(({ tasks }) => tasks.map(({ id }) => id)))
  const pool = joinPools(parts)
  return {
    plans,
    links: between.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
    resources: pool.resources,
    assignments: pool.assignments.flatMap((assignment) => {
      if (!ids.has(assignment.itemId)) return []
      // Whoever is only responsible is there as long as the work takes, however many help: see `poolOfPlan`.
      const [id, itemId]: readonly string[] = [assignment.id, assignment.itemId]
      return [id === itemId ? { ...assignment, workMin: null } : assignment]
    }),
    outside: pool.outside,
    items: parts.flatMap((part) => worthOf(part, isByPriority)),
    published: parts.flatMap((part) => part.pool.dates.filter(({ id }) => ids.has(id))),
    frozenUntil: Math.floor(frozenUntil / MINUTE_MS),
  }
}

/** Links from one of the plans to another: what they tie moves together. Those to other plans hold as they are. */
function linksBetween(parts: readonly LevelPart[]): readonly PlanLink[] {
  const ids = new Set(parts.flatMap(({ rows }) => rows.map(({ itemId }) => itemId)))
  const links = parts.flatMap(({ plan }) => plan.outside.links.filter(({ isIn }) => isIn))
  return links.flatMap(({ id, otherId, itemId: toId, linkType: kind, lag, lagUnit }) =>
    otherId !== null && ids.has(otherId) ? [{ id, fromId: otherId, toId, kind, lag, lagUnit }] : [],
  )
}

/** @param within links to plans that are levelled with this one */
function planInputOf({ plan, rows }: LevelPart, timeZone: string, within: ReadonlySet<string>): PlanInput {
  const unlevelled = rows.map((row) => ({ ...row, levelledAt: null }))
  const outside = { ...plan.outside, links: plan.outside.links.filter(({ id }) => !within.has(id)) }
  return toPlanInput(projectPlanOf({ ...plan, outside, timeZone }, unlevelled, plan.links))
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
