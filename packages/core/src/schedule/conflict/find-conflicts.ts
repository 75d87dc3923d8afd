import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { Edge, Net } from '../network/compile-network.ts'
import { outsideBounds } from '../network/outside.ts'
import type { Constraint, ConstraintKind, PlanLink, PlanTask } from '../network/plan.ts'
import type { PlanNetwork } from '../network/plan-network.ts'
import { beginOf, type Reason, reasonOf } from '../network/planned-tasks.ts'
import { afterLag, type Times } from '../network/times.ts'

/** What was wanted of an item, and what came of it; `offMin` are working minutes of its own calendar between the two. */
type Missed = {
  readonly itemId: Id<'WorkItem'>
  readonly wantedAt: Minute
  readonly gotAt: Minute
  readonly offMin: number
}

/** Something that does not fit in a plan as it is calculated. */
export type Conflict =
  /** Its start or finish is not where its constraint wants it; `by` is what put it there. */
  | (Missed & { readonly kind: 'constraint'; readonly constraint: ConstraintKind; readonly by: Reason })
  | (Missed & { readonly kind: 'deadline' })
  /** It lies before its link allows, because somebody set its dates, or it has begun: `by` says which. */
  | (Missed & { readonly kind: 'link'; readonly linkId: Id<'Relation'>; readonly by: Reason })
  /** It is planned to begin before the status date, and has not begun. */
  | (Missed & { readonly kind: 'past' })
  /** It and whoever does it never work at the same time: it goes by its own calendar. */
  | (Missed & { readonly kind: 'apart' })

/**
 * What does not fit together in a plan: constraints that links overrule, deadlines that are missed, links
 * that dates set by people do not keep, work that should have begun, and calendars that never meet. Items come in the order of the
 * plan, links after them. What is over can no longer be changed and is no conflict, but for a deadline.
 */
export function findConflicts(network: PlanNetwork): readonly Conflict[] {
  const { net } = network
  return [
    ...net.tasks.flatMap((task, index) => conflictsOfTask(network, task, index)),
    ...net.edges.flatMap((edge) => conflictsOfEdge(network, edge)),
    ...net.tasks.flatMap((task, index) => (task.outside ? conflictsOfOutside(network, task, index) : [])),
  ]
}

/** A task with its dates, and what they are measured by. */
type Placed = {
  readonly task: PlanTask
  readonly start: Minute
  readonly finish: Minute
  readonly by: Reason
  readonly off: Off
}

/** Working minutes between two moments. */
type Off = (one: Minute, other: Minute) => number

function conflictsOfTask({ net, times }: PlanNetwork, task: PlanTask, index: number): readonly Conflict[] {
  const node = net.nodeOf[index] ?? 0
  const placed = {
    task,
    start: times.start[node] ?? 0,
    finish: times.finish[node] ?? 0,
    by: reasonOf(net, times, node),
    off: offIn(net, node),
  }
  const isSummary = node !== net.gateOf[index]
  return [
    ...brokenConstraint(placed),
    ...missedDeadline(placed),
    ...(isSummary ? [] : neverBegun(placed, net.options.statusAt)),
    ...(isSummary ? [] : neverTogether(net, placed, node)),
  ]
}

function brokenConstraint({ task, start, finish, by, off }: Placed): readonly Conflict[] {
  const { constraint, id: itemId } = task
  const wantedAt = constraint?.at ?? null
  if (!constraint || wantedAt === null || !isOpen(task, constraint)) return []
  const gotAt = isOfFinish(constraint) ? finish : start
  if (keeps(constraint.kind, { wantedAt, gotAt, off })) return []
  const offMin = off(wantedAt, gotAt)
  return [{ kind: 'constraint', itemId, constraint: constraint.kind, wantedAt, gotAt, offMin, by }]
}

function missedDeadline({ task, finish: gotAt, off }: Placed): readonly Conflict[] {
  const { deadlineAt: wantedAt, id: itemId } = task
  if (wantedAt === null || gotAt <= wantedAt) return []
  return [{ kind: 'deadline', itemId, wantedAt, gotAt, offMin: off(wantedAt, gotAt) }]
}

function neverBegun({ task, start: gotAt, off }: Placed, wantedAt: Minute | null): readonly Conflict[] {
  if (wantedAt === null || task.actual !== null || task.kind === 'hammock' || gotAt >= wantedAt) return []
  return [{ kind: 'past', itemId: task.id, wantedAt, gotAt, offMin: off(wantedAt, gotAt) }]
}

/** A line put together of several calendars is one of its own, unless they never meet. */
function neverTogether(
  { lines, calendarLines, options }: Net,
  { task, start: at }: Placed,
  node: number,
): readonly Conflict[] {
  const own = task.calendarId ?? options.calendarId
  const isShared = !task.isElapsed && (task.resourceCalendarIds ?? []).some((id) => id !== own)
  if (!isShared || task.actual !== null || lines[node] !== calendarLines.get(own)) return []
  return [{ kind: 'apart', itemId: task.id, wantedAt: at, gotAt: at, offMin: 0 }]
}

/** In the calendar of a node. */
function offIn({ lines }: Net, node: number): Off {
  const line = lines[node]
  return (one, other) => (line ? Math.abs(line.toWork(one) - line.toWork(other)) : 0)
}

/** Whether a constraint speaks of something that can still be otherwise. */
function isOpen({ actual }: PlanTask, constraint: Constraint): boolean {
  return actual === null || (actual.finishAt === null && isOfFinish(constraint))
}

function isOfFinish({ kind }: Constraint): boolean {
  return kind === 'FNET' || kind === 'FNLT' || kind === 'MFO'
}

type Outcome = { readonly wantedAt: Minute; readonly gotAt: Minute; readonly off: Off }

/** A finish on Friday evening is as good as one on Monday morning, to whoever does not work in between. */
function keeps(kind: ConstraintKind, { wantedAt: at, gotAt, off }: Outcome): boolean {
  switch (kind) {
    case 'SNET':
      return gotAt >= at
    case 'FNET':
      return gotAt >= at || off(at, gotAt) === 0
    case 'SNLT':
    case 'FNLT':
      return gotAt <= at
    case 'MSO':
      return gotAt === at
    case 'MFO':
      return gotAt === at || (gotAt < at && off(at, gotAt) === 0)
    default:
      return true
  }
}

function conflictsOfEdge({ net, times }: PlanNetwork, edge: Edge): readonly Conflict[] {
  const link = net.links[edge.link]
  const [before, after] = [net.tasks[net.taskOf[edge.from] ?? 0], net.tasks[net.taskOf[edge.to] ?? 0]]
  if (!link || !before || !after || isNoDemand(link, before, after)) return []
  const wantedAt = wantedBy(net, times, edge)
  return conflictsOfLink(
    { net, times, node: edge.to },
    { linkId: link.id, isToFinish: isToFinish(link), wantedAt },
  )
}

/** Links from other plans. */
function conflictsOfOutside({ net, times }: PlanNetwork, task: PlanTask, index: number): readonly Conflict[] {
  if (task.kind === 'hammock') return []
  const node = net.gateOf[index] ?? 0
  return outsideBounds(net, task).flatMap(
    ({ link: { id: linkId, kind, from }, isToFinish, at: wantedAt }) => {
      const hasHappened = isFromFinish({ kind }) ? from.isOver : from.hasBegun
      if (hasHappened && (isToFinish ? hasFinished(task) : task.actual !== null)) return []
      return conflictsOfLink({ net, times, node }, { linkId, isToFinish, wantedAt })
    },
  )
}

type At = { readonly net: Net; readonly times: Times; readonly node: number }
type Wanted = { readonly linkId: Id<'Relation'>; readonly isToFinish: boolean; readonly wantedAt: Minute }

function conflictsOfLink(
  { net, times, node }: At,
  { linkId, isToFinish, wantedAt }: Wanted,
): readonly Conflict[] {
  const gotAt = (isToFinish ? times.finish[node] : beginOf(net, times, node)) ?? 0
  const offMin = offIn(net, node)(wantedAt, gotAt)
  if (gotAt >= wantedAt || (isToFinish && offMin === 0)) return []
  const itemId = net.tasks[net.taskOf[node] ?? 0]?.id ?? ''
  return [{ kind: 'link', linkId, itemId, wantedAt, gotAt, offMin, by: reasonOf(net, times, node) }]
}

function wantedBy(net: Net, times: Times, edge: Edge): Minute {
  const ends = edge.kind === 'FS' || edge.kind === 'FF' ? times.finish : times.start
  return afterLag(net, edge, ends[edge.from] ?? 0)
}

function isFromFinish({ kind }: Pick<PlanLink, 'kind'>): boolean {
  return kind === 'FS' || kind === 'FF'
}

function isToFinish({ kind }: PlanLink): boolean {
  return kind === 'FF' || kind === 'SF'
}

/** Whether a link asks for nothing: a hammock goes where it leads, and both ends of others may have happened. */
function isNoDemand(link: PlanLink, before: PlanTask, after: PlanTask): boolean {
  if (after.kind === 'hammock') return true
  const first = isFromFinish(link) ? hasFinished(before) : before.actual !== null
  return first && (isToFinish(link) ? hasFinished(after) : after.actual !== null)
}

function hasFinished({ actual }: PlanTask): boolean {
  return actual !== null && actual.finishAt !== null
}
