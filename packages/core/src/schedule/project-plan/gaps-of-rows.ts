import type { Minute, Timeline } from '../../calendar/index.ts'
import type { Instant } from '../../kernel/index.ts'
import { compileNetwork } from '../network/compile-network.ts'
import type { PlanTask } from '../network/plan.ts'
import { gapsOf } from '../network/rest.ts'
import type { Gap } from '../network/splits.ts'
import type { ProjectPlan, ProjectRow } from './project-plan.ts'
import { toPlanInput } from './to-plan-input.ts'

const MINUTE_MS = 60_000

/** When a row rests, from the end of one part to the beginning of the next. */
export type RowGap = { readonly startAt: Instant; readonly finishAt: Instant }

/** A gap in milliseconds. */
export function rowGapOf({ startAt, finishAt }: Gap): RowGap {
  return { startAt: startAt * MINUTE_MS, finishAt: finishAt * MINUTE_MS }
}

/**
 * When rows rest, at the dates that stand on them, whether these were calculated or kept. Those that do not are
 * absent, and so is everything of a plan that cannot be calculated.
 */
export function gapsOfRows(plan: ProjectPlan): ReadonlyMap<string, readonly RowGap[]> {
  const placed = placeRows(plan, plan.rows.filter(mayRest))
  return new Map(
    placed.flatMap(
      ({ task, gaps }) => (gaps.length === 0 ? [] : [[task.id, gaps.map(rowGapOf)] as const]), // A pair, not a list.
    ),
  )
}

function mayRest({ isSummary, splits, resumeAt }: ProjectRow): boolean {
  return !isSummary && (splits.length > 0 || resumeAt !== null)
}

/** A row at the dates that stand on it, on the line that its work is counted on. */
type PlacedRow = {
  readonly task: PlanTask
  readonly line: Timeline
  readonly start: Minute
  readonly finish: Minute
  readonly gaps: readonly Gap[]
}

/** Rows of a plan in their places; those without one are left out. */
export function placeRows(
  plan: Omit<ProjectPlan, 'rows'>,
  wanted: readonly ProjectRow[],
): readonly PlacedRow[] {
  if (wanted.length === 0) return []
  const rows = wanted.map((row) => ({ ...row, parentId: null, isSummary: false }))
  const net = compileNetwork(toPlanInput({ ...plan, rows, links: [], laterPhaseIds: new Set() }))
  if (!net.ok) return []
  const { tasks, lines, nodeOf } = net.value
  const byItem = new Map(rows.map((row) => [row.itemId, row]))
  return tasks.flatMap((task, index) => {
    const { startAt = null, finishAt = null } = byItem.get(task.id) ?? {}
    const line = lines[nodeOf[index] ?? 0]
    if (!line || startAt === null || finishAt === null) return []
    const dates = { start: startAt / MINUTE_MS, finish: finishAt / MINUTE_MS }
    return [{ task, line, ...dates, gaps: gapsOf(task, line, dates) }]
  })
}
