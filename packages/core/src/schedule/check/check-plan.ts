import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { OutsideLink, PlanInput, PlanLink, PlanTask } from '../network/plan.ts'
import type { Gap, Split } from '../network/splits.ts'
import { minutesOf, type WorksAt, walk } from './minutes.ts'

/** The dates of a task that are to be checked. */
export type DatedTask = {
  readonly id: Id<'WorkItem'>
  readonly startAt: Minute
  readonly finishAt: Minute
  /** When it rests on the way; where left out, only how long it rests altogether is checked. */
  readonly gaps?: readonly Gap[]
}

/** Something that a plan breaks. */
export type Violation =
  /** It begins where its calendar does not work. */
  | { readonly kind: 'not-working-time'; readonly itemId: Id<'WorkItem'> }
  /** Between its dates its calendar works another number of minutes than it takes. */
  | {
      readonly kind: 'duration'
      readonly itemId: Id<'WorkItem'>
      readonly wantedMin: number
      readonly foundMin: number
    }
  /** It does not rest where and as long as it should. */
  | { readonly kind: 'gaps'; readonly itemId: Id<'WorkItem'> }
  | { readonly kind: 'link'; readonly linkId: Id<'Relation'> }
  | { readonly kind: 'constraint' | 'deadline'; readonly itemId: Id<'WorkItem'> }

/**
 * Checks the dates of a plan, minute by minute: every task in working time and as long as it should
 * be, every link kept, every constraint and deadline met. What is planned by hand or has begun is
 * not measured itself. Summaries are checked by what is below them, hammocks by what they are linked to.
 *
 * It is independent of how plans are calculated: it walks through single minutes and uses no sums.
 * Its cost is the minutes that tasks and lags last.
 */
export function checkPlan(input: PlanInput, dates: readonly DatedTask[]): readonly Violation[] {
  const checker = checkerOf(input, dates)
  return [
    ...input.tasks.flatMap((task) => checkTask(checker, task)),
    ...input.links.flatMap((link) => checkLink(checker, link)),
    ...input.tasks.flatMap((task) => checkOutsideLinks(checker, task)),
  ]
}

/** What the links of a task from other plans find broken: as if what they come from were planned by hand here. */
export function checkOutsideLinks(checker: Checker, task: PlanTask): readonly Violation[] {
  return (task.outside ?? []).flatMap((link) => {
    const { id, from, ...rest } = link
    const before = byHand(link)
    const known = {
      ...checker,
      taskOf: new Map([...pairOf(checker.taskOf, task.id), [before.id, before]]),
      dateOf: new Map([...pairOf(checker.dateOf, task.id), [before.id, { ...from, id: before.id }]]),
    }
    return checkLink(known, { ...rest, id, fromId: before.id, toId: task.id })
  })
}

function pairOf<Value>(
  values: ReadonlyMap<string, Value>,
  id: string,
): readonly (readonly [string, Value])[] {
  const value = values.get(id)
  return value === undefined ? [] : [[id, value]]
}

function byHand({ id, from }: OutsideLink): PlanTask {
  const { startAt, finishAt, durationMin, isElapsed, calendarId } = from
  return {
    ...{ id: `before ${id}`, parentId: null, kind: 'task', durationMin, isElapsed, calendarId },
    ...{ constraint: null, deadlineAt: null, levelledAt: null, actual: null },
    manual: { startAt, finishAt },
  }
}

/** What a checker knows of a plan. */
export type Checker = {
  readonly input: PlanInput
  readonly taskOf: ReadonlyMap<string, PlanTask>
  readonly dateOf: ReadonlyMap<string, DatedTask>
  readonly isSummary: (id: string) => boolean
  readonly works: (calendarId: string | null) => WorksAt
  /** When a task is worked on, with its resources. */
  readonly worksFor: (task: PlanTask) => WorksAt
}

function checkerOf(input: PlanInput, dates: readonly DatedTask[]): Checker {
  const known = new Map(
    input.calendars.map((calendar) => [calendar.id, minutesOf(calendar, input.calendars)]),
  )
  const parents = new Set(input.tasks.map((task) => task.parentId))
  const works = (calendarId: string | null) =>
    known.get(calendarId ?? input.options.calendarId) ?? (() => true)
  const worksTogether = rememberSets((task) => {
    const own = works(task.calendarId)
    const all = [own, ...(task.resourceCalendarIds ?? []).map(works)]
    const joint: WorksAt = (at) => all.every((line) => line(at))
    return meets(joint, input.options.startAt) ? joint : own
  })
  return {
    input,
    taskOf: new Map(input.tasks.map((task) => [task.id, task])),
    dateOf: new Map(dates.map((date) => [date.id, date])),
    isSummary: (id) => parents.has(id),
    works,
    worksFor: (task) => (task.isElapsed ? () => true : worksTogether(task)),
  }
}

/** Many tasks have the same calendars, and finding out whether those meet takes its time. */
function rememberSets(make: (task: PlanTask) => WorksAt): (task: PlanTask) => WorksAt {
  const known = new Map<string, WorksAt>()
  return (task) => {
    const key = [task.calendarId ?? '', ...(task.resourceCalendarIds ?? [])].join(' ')
    const works = known.get(key) ?? make(task)
    known.set(key, works)
    return works
  }
}

/** Whether there is a minute in two years. */
function meets(works: WorksAt, from: Minute): boolean {
  for (let at = from; at < from + 730 * 1440; at += 1) if (works(at)) return true
  return false
}

function checkTask(checker: Checker, task: PlanTask): readonly Violation[] {
  const date = checker.dateOf.get(task.id)
  if (!date) return []
  const itemId = task.id
  const isLate = task.deadlineAt !== null && date.finishAt > task.deadlineAt
  return [
    ...(isMeasured(checker, task) ? measure(checker, task, date) : []),
    ...(keepsConstraint(checker, task, date) ? [] : [{ kind: 'constraint', itemId } as const]), // One of the kinds.
    ...(isLate ? [{ kind: 'deadline', itemId } as const] : []), // As above.
  ]
}

function isMeasured({ isSummary }: Checker, { id, kind, durationMin, manual, actual }: PlanTask): boolean {
  return kind === 'task' && durationMin > 0 && !manual && !actual && !isSummary(id)
}

function measure(checker: Checker, task: PlanTask, date: DatedTask): readonly Violation[] {
  const { startAt, finishAt, gaps } = date
  const { id: itemId, splits = [] } = task
  const works = checker.worksFor(task)
  const wantedMin = splits.reduce((sum, { pauseMin }) => sum + pauseMin, task.durationMin)
  const foundMin = count(works, startAt, finishAt)
  const found: Violation[] = works(startAt) ? [] : [{ kind: 'not-working-time', itemId }]
  if (gaps && !restsAt(works, splits, { ...date, gaps })) found.push({ kind: 'gaps', itemId })
  if (foundMin === wantedMin && works(finishAt - 1)) return found
  return [...found, { kind: 'duration', itemId, wantedMin, foundMin }]
}

/** Whether a task stops in working time and goes on in working time, as often and as long as it should. */
function restsAt(
  works: WorksAt,
  splits: readonly Split[],
  { startAt, gaps }: Required<Omit<DatedTask, 'id' | 'finishAt'>>,
): boolean {
  if (gaps.length !== splits.length) return false
  let from = startAt
  let worked = 0
  return gaps.every((gap, index) => {
    worked += count(works, from, gap.startAt)
    from = gap.finishAt
    const isInTime = works(gap.startAt - 1) && works(gap.finishAt)
    const { afterMin, pauseMin } = splits[index] ?? { afterMin: 0, pauseMin: 0 }
    return isInTime && worked === afterMin && count(works, gap.startAt, gap.finishAt) === pauseMin
  })
}

/** Whether a task lies where its constraint allows. */
export function keepsConstraint(checker: Checker, task: PlanTask, { startAt, finishAt }: DatedTask): boolean {
  const { constraint } = task
  const at = constraint?.at ?? null
  if (!constraint || at === null) return true
  switch (constraint.kind) {
    case 'SNET':
      return startAt >= at
    case 'SNLT':
      return startAt <= at
    case 'FNET':
      return lastMoment(checker, task, finishAt) >= at
    case 'FNLT':
      return finishAt <= at
    case 'MSO':
      return startAt === at
    case 'MFO':
      return finishAt <= at && lastMoment(checker, task, finishAt) >= at
    default:
      return true
  }
}

/** What a link finds broken. */
export function checkLink(checker: Checker, link: PlanLink): readonly Violation[] {
  const [from, to] = [checker.dateOf.get(link.fromId), checker.dateOf.get(link.toId)]
  const [before, after] = [checker.taskOf.get(link.fromId), checker.taskOf.get(link.toId)]
  if (!from || !to || !before || !after) return []
  const ends = { link, before, after }
  const hangs = before.kind === 'hammock' || after.kind === 'hammock'
  const isKept = hangs ? keepsWithin(checker, ends, { from, to }) : keepsLink(checker, ends, { from, to })
  return isKept ? [] : [{ kind: 'link', linkId: link.id }]
}

type EndDates = { readonly from: DatedTask; readonly to: DatedTask }

function keepsLink(checker: Checker, { link, before, after }: Ends, { from, to }: EndDates): boolean {
  // What has begun is no longer held by its links, and what is planned by hand never was.
  if (after.actual !== null || after.manual !== null) return true
  const base = endOf(from, isFromFinish(link))
  const end = isToFinish(link) ? lastMoment(checker, after, to.finishAt) : to.startAt
  return keepsLag(checker, { link, before, after }, { base, end })
}

/** Whether a hammock reaches to what a link names of the other side, as far as it is worked on there. */
function keepsWithin(checker: Checker, ends: Ends, { from, to }: EndDates): boolean {
  const { link, before, after } = ends
  const isAfter = after.kind === 'hammock'
  const [hammock, dates] = isAfter ? [after, to] : [before, from]
  if (hammock.manual || hammock.actual) return true
  const other = isAfter ? endOf(from, isFromFinish(link)) : endOf(to, isToFinish(link))
  const measured = before.kind === 'hammock' ? 0 : before.durationMin
  const lag = link.lagUnit === 'percent' ? (link.lag / 100) * measured : link.lag
  const named = walk(lagLineOf(checker, ends), other, isAfter ? lag : -lag)
  const works = checker.worksFor(hammock)
  return (isAfter ? isToFinish(link) : isFromFinish(link))
    ? count(works, dates.finishAt, named) === 0
    : count(works, named, dates.startAt) === 0
}

function endOf({ startAt, finishAt }: DatedTask, isFinish: boolean): Minute {
  return isFinish ? finishAt : startAt
}

function isFromFinish({ kind }: PlanLink): boolean {
  return kind === 'FS' || kind === 'FF'
}

function isToFinish({ kind }: PlanLink): boolean {
  return kind === 'FF' || kind === 'SF'
}

/** A finish on Friday evening is as good as one on Monday morning, to whoever does not work in between. */
function lastMoment({ worksFor }: Checker, task: PlanTask, finishAt: Minute): Minute {
  const works = worksFor(task)
  let at = finishAt
  for (let steps = 0; steps < 40 * 1440 && !works(at); steps += 1) at += 1
  return at
}

type Ends = { readonly link: PlanLink; readonly before: PlanTask; readonly after: PlanTask }

function keepsLag(
  checker: Checker,
  { link, before, after }: Ends,
  { base, end }: { readonly base: Minute; readonly end: Minute },
): boolean {
  const line = lagLineOf(checker, { link, before, after })
  const lag = link.lagUnit === 'percent' ? (link.lag / 100) * before.durationMin : link.lag
  if (lag === 0) return end >= base
  return lag > 0
    ? end >= base && count(line, base, end) >= lag
    : end >= base || count(line, end, base) <= -lag
}

/** When the lag of a link counts. */
function lagLineOf({ input, works }: Checker, { link, before, after }: Ends): WorksAt {
  const { lagCalendar } = input.options
  if (link.lagUnit === 'elapsedMin' || lagCalendar === 'twentyFourHour') return () => true
  const side = { project: null, predecessor: before, successor: after }[lagCalendar]
  return side?.isElapsed ? () => true : works(side?.calendarId ?? null)
}

/** Working minutes between two moments. */
export function count(works: WorksAt, from: Minute, to: Minute): number {
  let minutes = 0
  for (let at = from; at < to; at += 1) if (works(at)) minutes += 1
  return minutes
}
