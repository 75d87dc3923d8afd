import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { Edge, Net } from './compile-network.ts'
import { outsideBounds } from './outside.ts'
import type { PlanTask } from './plan.ts'
import { afterLag, DRIVER, type Times } from './times.ts'

/** That nothing was worked from a moment on until a task began: a night, a weekend, a holiday, a shift of others. */
export type CalendarWait = {
  /** When it might have begun otherwise. */
  readonly fromAt: Minute
  /** Of the task or of whoever does it: the one that begins to work last. */
  readonly calendarId: Id<'Calendar'>
}

/** What the calendar of a task adds to what set its start; null where it adds nothing. */
export function calendarWaitOf(net: Net, times: Times, node: number): CalendarWait | null {
  const task = net.tasks[net.taskOf[node] ?? 0]
  const fromAt = task && task.kind !== 'summary' ? askedStart(net, times, { node, task }) : null
  if (!task || fromAt === null || (times.start[node] ?? 0) <= fromAt) return null
  return { fromAt, calendarId: lastToWork(net, task, fromAt) }
}

type Place = { readonly node: number; readonly task: PlanTask }

/** The moment from which on what set the start allows it; null for what names none, or names the finish. */
function askedStart(net: Net, times: Times, { node, task }: Place): Minute | null {
  const driver = times.driver[node] ?? DRIVER.project
  const edge = net.edges[driver]
  if (edge) return askedBy(net, times, edge)
  switch (driver) {
    case DRIVER.project:
      return net.options.startAt
    case DRIVER.status:
      return net.options.statusAt
    case DRIVER.levelled:
      return task.levelledAt
    case DRIVER.constraint:
      return isOfStart(task) ? (task.constraint?.at ?? null) : null
    default:
      return (
        outsideBounds(net, task).find((bound) => bound.driver === driver && !bound.isToFinish)?.at ?? null
      )
  }
}

function askedBy(net: Net, times: Times, edge: Edge): Minute | null {
  const [start, finish] = [times.start[edge.from] ?? 0, times.finish[edge.from] ?? 0]
  if (edge.kind === 'below') return start
  if (edge.kind === 'FS') return afterLag(net, edge, finish)
  return edge.kind === 'SS' ? afterLag(net, edge, start) : null
}

function isOfStart({ constraint }: PlanTask): boolean {
  return constraint?.kind === 'SNET' || constraint?.kind === 'MSO'
}

function lastToWork({ options, calendarLines }: Net, task: PlanTask, at: Minute): Id<'Calendar'> {
  const own = task.calendarId ?? options.calendarId
  const worksFrom = (id: string) => calendarLines.get(id)?.nextStart(at) ?? at
  return (task.resourceCalendarIds ?? []).reduce(
    (last, id) => (worksFrom(id) > worksFrom(last) ? id : last),
    own,
  )
}
