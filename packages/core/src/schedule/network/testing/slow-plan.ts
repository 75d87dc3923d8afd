import { type WorksAt, walk } from '../../check/minutes.ts'
import type { ConstraintKind, PlanInput, PlanLink, PlanTask } from '../plan.ts'

type Dates = { readonly startAt: number; readonly finishAt: number }

/**
 * The early dates of a plan, found by trying minute after minute. It shares with the network nothing
 * but the words of the plan. Tasks must come after what they depend on.
 *
 * @param works when each calendar works: what was looked at is remembered from plan to plan
 */
export function slowPlan(input: PlanInput, works: ReadonlyMap<string, WorksAt>): ReadonlyMap<string, Dates> {
  const always: WorksAt = () => true
  const lineOf = (task: PlanTask | undefined) =>
    task?.isElapsed === true ? always : (works.get(task?.calendarId ?? input.options.calendarId) ?? always)
  const jointOf = (task: PlanTask) => {
    const others = task.isElapsed ? [] : (task.resourceCalendarIds ?? [])
    const all = [lineOf(task), ...others.map((id) => works.get(id) ?? always)]
    const joint: WorksAt = (at) => all.every((line) => line(at))
    return others.length === 0 || meets(joint, input.options.startAt) ? joint : lineOf(task)
  }
  const dates = new Map<string, Dates>()
  const spanOf = (id: string): Dates => {
    const below = input.tasks.filter((task) => task.parentId === id)
    if (below.length === 0) return dates.get(id) ?? { startAt: 0, finishAt: 0 }
    const parts = below.map((task) => spanOf(task.id))
    return {
      startAt: Math.min(...parts.map((part) => part.startAt)),
      finishAt: Math.max(...parts.map((part) => part.finishAt)),
    }
  }
  const hammocks = new Set(input.tasks.filter(({ kind }) => kind === 'hammock').map(({ id }) => id))
  const lineOfLag = (link: PlanLink) => {
    const [before, after] = [link.fromId, link.toId].map((id) => input.tasks.find((task) => task.id === id))
    const { lagCalendar } = input.options
    const isAlways = link.lagUnit === 'elapsedMin' || lagCalendar === 'twentyFourHour'
    const side = lagCalendar === 'predecessor' ? before : lagCalendar === 'successor' ? after : undefined
    return isAlways ? always : lineOf(side)
  }
  const boundOf = (link: PlanLink) => {
    const from = spanOf(link.fromId)
    const before = input.tasks.find((task) => task.id === link.fromId)
    const lag =
      link.lagUnit === 'percent'
        ? (link.lag / 100) * (hammocks.has(link.fromId) ? 0 : (before?.durationMin ?? 0))
        : link.lag
    return walk(lineOfLag(link), link.kind === 'FS' || link.kind === 'FF' ? from.finishAt : from.startAt, lag)
  }
  const boundBefore = (link: PlanLink) => {
    const to = spanOf(link.toId)
    const lag = link.lagUnit === 'percent' ? 0 : link.lag
    return walk(lineOfLag(link), link.kind === 'FF' || link.kind === 'SF' ? to.finishAt : to.startAt, -lag)
  }
  for (const task of input.tasks) {
    if (task.kind === 'summary' || task.kind === 'hammock') continue
    const links = input.links.filter(
      ({ fromId, toId }) => !hammocks.has(fromId) && (toId === task.id || toId === task.parentId),
    )
    const isFinish = ({ kind }: PlanLink) => kind === 'FF' || kind === 'SF'
    const startBounds = links.filter((link) => !isFinish(link)).map(boundOf)
    const finishBounds = links.filter(isFinish).map(boundOf)
    dates.set(task.id, place(input, task, { line: jointOf(task), startBounds, finishBounds }))
  }
  for (const task of input.tasks) {
    if (task.kind !== 'hammock') continue
    const named = input.links.flatMap((link): readonly Named[] => {
      if (link.toId === task.id)
        return [{ isFinish: link.kind === 'FF' || link.kind === 'SF', at: boundOf(link) }]
      const isTurned = link.fromId === task.id && !hammocks.has(link.toId)
      return isTurned ? [{ isFinish: link.kind === 'FS' || link.kind === 'FF', at: boundBefore(link) }] : []
    })
    dates.set(task.id, hang(input, task, { line: jointOf(task), named }))
  }
  return dates
}

/** Every calendar of random plans comes round within weeks; a year without summer and winter time tells nothing more. */
function meets(works: WorksAt, from: number): boolean {
  for (let at = from; at < from + 28 * 1440; at += 1) if (works(at)) return true
  return false
}

type Bounds = {
  readonly line: WorksAt
  readonly startBounds: readonly number[]
  readonly finishBounds: readonly number[]
}

function place({ options }: PlanInput, task: PlanTask, { line, startBounds, finishBounds }: Bounds): Dates {
  if (task.manual) return task.manual
  const statusAt = options.statusAt ?? options.startAt
  if (task.actual) {
    const waits = options.progress === 'retained' ? startBounds : []
    let at = Math.max(
      task.actual.startAt,
      statusAt,
      task.actual.resumeAt ?? 0,
      behindGap(line, task),
      ...waits,
    )
    while (!line(at)) at += 1
    const left = task.actual.remainingMin
    return { startAt: task.actual.startAt, finishAt: work(line, at, { left, rests: restsAfter(task) }) }
  }
  const earliest = Math.max(
    options.startAt,
    statusAt,
    task.levelledAt ?? 0,
    ...startBounds,
    ...limits(task, ['SNET', 'MSO']),
  )
  const atLeast = Math.max(0, ...finishBounds, ...limits(task, ['FNET', 'MFO']))
  return task.durationMin === 0
    ? placePoint(line, Math.max(earliest, atLeast))
    : tryAll(line, task, { earliest, atLeast })
}

/** The rests of a task by how much of it is left when they come. */
type Rests = ReadonlyMap<number, number>

function restsOf({ splits = [], durationMin }: PlanTask): Rests {
  return new Map(splits.map(({ afterMin, pauseMin }) => [durationMin - afterMin, pauseMin]))
}

/** Those that are still to come when work goes on. */
function restsAfter(task: PlanTask): Rests {
  const left = task.actual?.remainingMin ?? 0
  return new Map([...restsOf(task)].filter(([at]) => at < left))
}

/** Where the gap is over that work which has begun stands at. */
function behindGap(works: WorksAt, task: PlanTask): number {
  const { startAt = 0, remainingMin = 0 } = task.actual ?? {}
  const rest = restsOf(task).get(remainingMin)
  if (rest === undefined) return 0
  const stopped = work(works, startAt, { left: task.durationMin, rests: restsOf(task), until: remainingMin })
  return walk(works, stopped, rest)
}

type Work = { readonly left: number; readonly rests: Rests; readonly until?: number }

/** When work is done that begins at a moment, minute by minute. */
function work(works: WorksAt, from: number, { left: all, rests, until = 0 }: Work): number {
  let at = from
  let rest = 0
  for (let left = all; left > until || rest > 0; at += 1) {
    if (!works(at)) continue
    if (rest > 0) rest -= 1
    else {
      left -= 1
      rest = left > until ? (rests.get(left) ?? 0) : 0
    }
  }
  return at
}

function limits({ constraint }: PlanTask, kinds: readonly ConstraintKind[]): readonly number[] {
  return constraint && constraint.at !== null && kinds.includes(constraint.kind) ? [constraint.at] : []
}

function placePoint(works: WorksAt, from: number): Dates {
  let point = from
  if (!works(point - 1)) while (!works(point)) point += 1
  return { startAt: point, finishAt: point }
}

type Wanted = { readonly earliest: number; readonly atLeast: number }

function tryAll(works: WorksAt, task: PlanTask, { earliest, atLeast }: Wanted): Dates {
  const [left, rests] = [task.durationMin, restsOf(task)]
  for (let start = earliest; ; start += 1) {
    if (!works(start)) continue
    const finishAt = work(works, start, { left, rests })
    let reached = finishAt
    while (reached < atLeast && !works(reached)) reached += 1
    if (reached >= atLeast) return { startAt: start, finishAt }
  }
}

/** A moment that a link names to a hammock, for its finish or its start. */
type Named = { readonly isFinish: boolean; readonly at: number }

function hang(
  { options }: PlanInput,
  task: PlanTask,
  { line, named }: { readonly line: WorksAt; readonly named: readonly Named[] },
): Dates {
  if (task.manual) return task.manual
  const starts = named.filter(({ isFinish }) => !isFinish).map(({ at }) => at)
  let startAt = starts.length === 0 ? options.startAt : Math.min(...starts)
  while (!line(startAt)) startAt += 1
  if (task.actual) startAt = task.actual.startAt
  let finishAt = Math.max(0, ...named.map(({ at }) => at))
  while (finishAt > startAt && !line(finishAt - 1)) finishAt -= 1
  return { startAt, finishAt: Math.max(startAt, finishAt) }
}
