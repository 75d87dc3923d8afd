import {
  aroundTheClock,
  checkCalendars,
  compileCalendars,
  type Minute,
  type Timeline,
} from '../../calendar/index.ts'
import { err, ok, type Refusal, type Result } from '../../kernel/index.ts'
import { checkOutside } from './check-outside.ts'
import { JointLines } from './joint-lines.ts'
import type { PlanInput, PlanLink, PlanOptions, PlanTask } from './plan.ts'
import { checkSplits } from './splits.ts'
import { type Draft, type EdgeKind, LEAF, orderStructure } from './structure.ts'
import { durationOf } from './task-span.ts'

/** An edge of the network; `link` is the place of its link in the plan, -1 for edges of summaries. */
export type Edge = {
  readonly from: number
  readonly to: number
  readonly kind: EdgeKind
  readonly link: number
  /** What its lag is counted in. */
  readonly line: Timeline
  readonly lag: number
  readonly isPercent: boolean
}

/** A plan as a graph whose nodes are numbered in an order in which it can be calculated. */
export type Net = {
  readonly options: PlanOptions
  readonly tasks: readonly PlanTask[]
  readonly links: readonly PlanLink[]
  /** The node of a task: its leaf, or the end of its summary; and where it begins: its leaf, or its gate. */
  readonly nodeOf: Int32Array
  readonly gateOf: Int32Array
  readonly taskOf: Int32Array
  readonly role: Uint8Array
  readonly lines: readonly Timeline[]
  /** The line of each calendar, by its id. */
  readonly calendarLines: ReadonlyMap<string, Timeline>
  readonly edges: readonly Edge[]
  readonly incoming: readonly (readonly number[])[]
  readonly outgoing: readonly (readonly number[])[]
}

/** 1900-01-01 and 2200-12-31: dates outside are mistakes. */
const FIRST: Minute = -25_567 * 1440
const LAST: Minute = 84_371 * 1440

/**
 * Makes a network of a plan.
 *
 * @returns the network; or refused as `checkCalendars` does, or with `schedule.duration_negative`,
 *   `schedule.date_outside`, `schedule.dates_reversed`, `schedule.calendar_unknown`,
 *   `schedule.plan_calendar_unknown`, or as `checkSplits`, `checkOutside` and `checkStructure` do
 */
export function compileNetwork(input: PlanInput): Result<Net> {
  const calendars = checkCalendars(input.calendars)
  if (!calendars.ok) return calendars
  const { tasks, links, options } = input
  const refusal = checkTasks(input, new Set(input.calendars.map((calendar) => calendar.id)))
  if (refusal) return err(refusal)
  const ordered = orderStructure({ tasks, links })
  if (!ordered.ok) return ordered
  const lines = compileCalendars(input.calendars, options.startAt)
  return ok(numberNodes({ ...ordered.value, input, lines }))
}

function checkTasks({ tasks, options }: PlanInput, calendars: ReadonlySet<string>): Refusal | null {
  if (!calendars.has(options.calendarId)) {
    return { code: 'schedule.plan_calendar_unknown' }
  }
  for (const task of tasks) {
    const refusal = checkTask(task)
    if (refusal) return refusal
    const named = [task.calendarId ?? options.calendarId, ...(task.resourceCalendarIds ?? [])]
    if (named.some((id) => !calendars.has(id))) {
      return { code: 'schedule.calendar_unknown', params: { item: task.id } }
    }
  }
  return checkOutside(tasks, calendars)
}

/** What is wrong with the numbers of a task: refused as `compileNetwork` refuses. */
export function checkTask(task: PlanTask): Refusal | null {
  const params = { item: task.id }
  if (!(task.durationMin >= 0) || (task.actual !== null && !(task.actual.remainingMin >= 0))) {
    return { code: 'schedule.duration_negative', params }
  }
  if (datesOf(task).some((at) => at !== null && !isInRange(at))) {
    return { code: 'schedule.date_outside', params }
  }
  if (isReversed(task)) return { code: 'schedule.dates_reversed', params }
  const code = task.splits ? checkSplits(task.splits, durationOf(task)) : null
  return code === null ? null : { code, params }
}

/** Whether a plan may use a moment: from 1900 to 2200. */
export function isInRange(at: Minute): boolean {
  return at >= FIRST && at < LAST
}

function datesOf({
  constraint,
  manual,
  actual,
  outside = [],
  ...task
}: PlanTask): readonly (Minute | null)[] {
  const fixed = manual ? [manual.startAt, manual.finishAt] : []
  const happened = actual ? [actual.startAt, actual.finishAt, actual.resumeAt ?? null] : []
  const awaited = outside.flatMap(({ from }) => [from.startAt, from.finishAt])
  return [constraint?.at ?? null, task.deadlineAt, task.levelledAt, ...fixed, ...happened, ...awaited]
}

function isReversed({ manual, actual }: PlanTask): boolean {
  if (manual && manual.finishAt < manual.startAt) return true
  return actual !== null && actual.finishAt !== null && actual.finishAt < actual.startAt
}

/** A hammock has no duration of which a share could be counted. */
function turnedLag(
  lag: number,
  { isTurned, isPercent }: { readonly isTurned: boolean; readonly isPercent: boolean },
): number {
  if (!isTurned) return lag
  return isPercent || lag === 0 ? 0 : -lag
}

type Parts = {
  readonly draft: Draft
  readonly order: readonly number[]
  readonly input: PlanInput
  readonly lines: ReadonlyMap<string, Timeline>
}

function numberNodes({ draft, order, input, lines }: Parts): Net {
  const { tasks, links, options } = input
  const clock = aroundTheClock()
  const project = lines.get(options.calendarId) ?? clock
  const joint = new JointLines(lines, options)
  const rank = new Int32Array(draft.count)
  for (const [place, node] of order.entries()) rank[node] = place
  const lineOf = (task: PlanTask | undefined) =>
    task?.isElapsed === true ? clock : (lines.get(task?.calendarId ?? options.calendarId) ?? project)
  const taskOf = Int32Array.from(order, (node) => draft.taskOf[node] ?? 0)
  const lagLine = {
    project: () => project,
    predecessor: lineOf,
    successor: lineOf,
    twentyFourHour: () => clock,
  }
  const edges = draft.edges.map(({ from, to, kind, link, isTurned }): Edge => {
    const { lag, lagUnit } = links[link] ?? { lag: 0, lagUnit: 'workingMin' }
    const side = (options.lagCalendar === 'predecessor') === isTurned ? to : from
    const isPercent = lagUnit === 'percent'
    return {
      from: rank[from] ?? 0,
      to: rank[to] ?? 0,
      kind,
      link,
      line: lagUnit === 'elapsedMin' ? clock : lagLine[options.lagCalendar](tasks[draft.taskOf[side] ?? 0]),
      lag: turnedLag(isPercent ? lag / 100 : lag, { isTurned, isPercent }),
      isPercent,
    }
  })
  const incoming: number[][] = Array.from({ length: draft.count }, () => [])
  const outgoing: number[][] = Array.from({ length: draft.count }, () => [])
  for (const [at, { from, to }] of edges.entries()) {
    outgoing[from]?.push(at)
    incoming[to]?.push(at)
  }
  return {
    options,
    tasks,
    links,
    nodeOf: draft.last.map((node) => rank[node] ?? 0),
    gateOf: draft.first.map((node) => rank[node] ?? 0),
    taskOf,
    role: Uint8Array.from(order, (node) => draft.role[node] ?? LEAF),
    lines: Array.from(taskOf, (task) => joint.lineOf(tasks[task], lineOf(tasks[task]))),
    calendarLines: lines,
    edges,
    incoming,
    outgoing,
  }
}
