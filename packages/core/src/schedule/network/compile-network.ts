import {
  aroundTheClock,
  checkCalendars,
  compileCalendars,
  type Minute,
  type Timeline,
} from '../../calendar/index.ts'
import { err, ok, type Refusal, type Result } from '../../kernel/index.ts'
import { findCycle } from '../../work/index.ts'
import { orderLinks } from '../order-links.ts'
import { JointLines } from './joint-lines.ts'
import type { LinkKind, PlanInput, PlanLink, PlanOptions, PlanTask } from './plan.ts'
import { checkSplits } from './splits.ts'
import { durationOf } from './task-span.ts'

/** What a node stands for: a leaf of the plan, or the two ends of a summary. */
export const LEAF = 0
/** The beginning of a summary: what it waits for, everything below it waits for. */
export const GATE = 1
/** The end of a summary: it spans what is below it. */
export const END = 2

/** How an edge ties its nodes: the four kinds of links, a summary to what is below it, and back. */
export type EdgeKind = LinkKind | 'below' | 'above'

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
 *   `schedule.date_outside`, `schedule.dates_reversed`, as `checkSplits` does, with `schedule.calendar_unknown`,
 *   `schedule.plan_calendar_unknown`, `schedule.item_unknown`, `schedule.link_circle` naming the way round,
 *   `schedule.link_to_above` for a link between a summary and what is below it, or
 *   `schedule.link_to_finish` for one that bounds the finish of a summary
 */
export function compileNetwork(input: PlanInput): Result<Net> {
  const calendars = checkCalendars(input.calendars)
  if (!calendars.ok) return calendars
  const { tasks, links, options } = input
  const indexOf = new Map(tasks.map((task, index) => [task.id, index]))
  const known = new Set(input.calendars.map((calendar) => calendar.id))
  const refusal = checkTasks(input, known) ?? checkLinks(links, tasks, indexOf)
  if (refusal) return err(refusal)
  const lines = compileCalendars(input.calendars, options.startAt)
  const draft = draftNodes(tasks, links, indexOf)
  const { order } = orderLinks(draft.count, draft.edges)
  if (order.length < draft.count) return err(nameCircle(draft, tasks))
  return ok(numberNodes({ draft, order, input, lines }))
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
  return null
}

/** What is wrong with the numbers of a task: refused as `compileNetwork` refuses. */
export function checkTask(task: PlanTask): Refusal | null {
  const params = { item: task.id }
  if (!(task.durationMin >= 0) || (task.actual !== null && !(task.actual.remainingMin >= 0))) {
    return { code: 'schedule.duration_negative', params }
  }
  if (datesOf(task).some((at) => at !== null && !(at >= FIRST && at < LAST))) {
    return { code: 'schedule.date_outside', params }
  }
  if (isReversed(task)) return { code: 'schedule.dates_reversed', params }
  const code = task.splits ? checkSplits(task.splits, durationOf(task)) : null
  return code === null ? null : { code, params }
}

function datesOf({ constraint, manual, actual, ...task }: PlanTask): readonly (Minute | null)[] {
  const fixed = manual ? [manual.startAt, manual.finishAt] : []
  const happened = actual ? [actual.startAt, actual.finishAt, actual.resumeAt ?? null] : []
  return [constraint?.at ?? null, task.deadlineAt, task.levelledAt, ...fixed, ...happened]
}

function isReversed({ manual, actual }: PlanTask): boolean {
  if (manual && manual.finishAt < manual.startAt) return true
  return actual !== null && actual.finishAt !== null && actual.finishAt < actual.startAt
}

function checkLinks(
  links: readonly PlanLink[],
  tasks: readonly PlanTask[],
  indexOf: ReadonlyMap<string, number>,
): Refusal | null {
  const unknown = tasks.find((task) => task.parentId !== null && !indexOf.has(task.parentId))
  if (unknown) return { code: 'schedule.item_unknown', params: { item: unknown.parentId } }
  const parentOf = new Map(tasks.map((task) => [task.id, task.parentId]))
  const isAbove = (above: string, below: string) => {
    const seen = new Set<string>()
    for (let at: string | null = below; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
      if (at === above) return true
      seen.add(at)
    }
    return false
  }
  const summaries = new Set(parentOf.values())
  for (const { fromId, toId, kind } of links) {
    const missing = [fromId, toId].find((id) => !indexOf.has(id))
    if (missing !== undefined) return { code: 'schedule.item_unknown', params: { item: missing } }
    if (fromId === toId) return { code: 'schedule.link_circle', params: { path: [fromId] } }
    // A summary finishes when the last thing below it does: what should wait for a finish must name that.
    if (summaries.has(toId) && (kind === 'FF' || kind === 'SF')) {
      return { code: 'schedule.link_to_finish', params: { summary: toId, kind } }
    }
    const mayBeAbove = summaries.has(fromId) || summaries.has(toId)
    if (mayBeAbove && (isAbove(fromId, toId) || isAbove(toId, fromId))) {
      return { code: 'schedule.link_to_above', params: { above: fromId, below: toId } }
    }
  }
  return null
}

type DraftEdge = {
  readonly from: number
  readonly to: number
  readonly kind: EdgeKind
  readonly link: number
}

/** Nodes before they are put in order: a node per task, and one more for the end of each summary. */
type Draft = {
  readonly count: number
  /** Of the task: its leaf or gate, and its leaf or end. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly taskOf: number[]
  readonly role: number[]
  readonly edges: readonly DraftEdge[]
}

function draftNodes(
  tasks: readonly PlanTask[],
  links: readonly PlanLink[],
  indexOf: ReadonlyMap<string, number>,
): Draft {
  const parents = new Set(tasks.map((task) => task.parentId))
  const first = Int32Array.from(tasks.keys())
  const last = Int32Array.from(tasks.keys())
  const taskOf = [...tasks.keys()]
  const role = tasks.map((task): number => (parents.has(task.id) ? GATE : LEAF))
  for (const [index, one] of role.entries()) {
    if (one !== GATE || index >= tasks.length) continue
    last[index] = taskOf.length
    taskOf.push(index)
  }
  while (role.length < taskOf.length) role.push(END)
  const edges = [...edgesOfSummaries(), ...edgesOfLinks()]
  return { count: taskOf.length, first, last, taskOf, role, edges }

  function* edgesOfSummaries(): Generator<DraftEdge> {
    for (const [index, task] of tasks.entries()) {
      const parent = task.parentId === null ? undefined : indexOf.get(task.parentId)
      if (parent === undefined) continue
      yield { from: first[parent] ?? 0, to: first[index] ?? 0, kind: 'below', link: -1 }
      yield { from: last[index] ?? 0, to: last[parent] ?? 0, kind: 'above', link: -1 }
    }
  }

  function* edgesOfLinks(): Generator<DraftEdge> {
    for (const [link, { fromId, toId, kind }] of links.entries()) {
      const [from, to] = [indexOf.get(fromId) ?? 0, indexOf.get(toId) ?? 0]
      yield { from: last[from] ?? 0, to: first[to] ?? 0, kind, link }
    }
  }
}

function nameCircle({ edges, taskOf }: Draft, tasks: readonly PlanTask[]): Refusal {
  const circle = findCycle(edges.map(({ from, to }) => ({ fromId: String(from), toId: String(to) }))) ?? []
  const path = circle.map((node) => tasks[taskOf[Number(node)] ?? 0]?.id ?? '')
  return { code: 'schedule.link_circle', params: { path: path.filter((id, at) => id !== path[at - 1]) } }
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
  const lagLine = { project: () => project, predecessor: lineOf, successor: lineOf }
  const edges = draft.edges.map(({ from, to, kind, link }): Edge => {
    const { lag, lagUnit } = links[link] ?? { lag: 0, lagUnit: 'workingMin' }
    const side = options.lagCalendar === 'predecessor' ? from : to
    return {
      from: rank[from] ?? 0,
      to: rank[to] ?? 0,
      kind,
      link,
      line: lagUnit === 'elapsedMin' ? clock : lagLine[options.lagCalendar](tasks[draft.taskOf[side] ?? 0]),
      lag: lagUnit === 'percent' ? lag / 100 : lag,
      isPercent: lagUnit === 'percent',
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
    edges,
    incoming,
    outgoing,
  }
}
