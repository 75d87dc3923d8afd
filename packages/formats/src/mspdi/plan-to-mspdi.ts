import { aroundTheClock, compileCalendars, type Timeline } from '@millrace/core/calendar'
import type { ConstraintKind, PlanLink, PlannedTask, PlanTask } from '@millrace/core/schedule'
import { type FilePlan, type FileRow, plainDateTimeOf } from '../plan/index.ts'
import {
  BLANK_ASSIGNMENT,
  BLANK_CALENDAR,
  BLANK_PROPERTIES,
  BLANK_RESOURCE,
  BLANK_TASK,
} from './blank-rows.ts'
import type { MspdiCalendar } from './calendar.ts'
import { mspdiCalendarOf } from './calendar-of-plan.ts'
import { CONSTRAINT_TYPES, type ConstraintType } from './codes.ts'
import { HAMMOCK_MARK, ownDefinitions } from './own-fields.ts'
import { CONSTRAINT_CODES } from './plan-task.ts'
import { plannedFields } from './planned-fields.ts'
import type { MspdiLag, MspdiPredecessor, MspdiTask } from './task.ts'
import { workInParts } from './work-in-parts.ts'
import type { MspdiContent } from './write-mspdi.ts'

/** What is written from. */
type Source = {
  readonly plan: FilePlan
  readonly planned: ReadonlyMap<string, PlannedTask>
  readonly taskUid: ReadonlyMap<string, number>
  readonly linksTo: ReadonlyMap<string, readonly PlanLink[]>
  readonly calendarUid: (id: string | null) => number | undefined
  readonly line: Timeline | undefined
  readonly lineOf: (task: PlanTask) => Timeline
}

/**
 * A plan with its calculated dates as a Microsoft Project file. Rows are numbered from 1. What levelling
 * decided is written as a start no earlier than that; who works on a row does not move it, because its
 * duration is fixed, or its calendar overrules theirs.
 *
 * @param planned as core calculated them, by the places of the tasks
 */
export function planToMspdi(plan: FilePlan, planned: readonly PlannedTask[]): MspdiContent {
  const { options, calendars } = plan.input
  const uids = new Map(calendars.map(({ id }, index) => [id, index + 1]))
  const lines = compileCalendars(calendars, options.startAt)
  const source: Source = {
    plan,
    planned: new Map(planned.map((one) => [one.id, one])),
    taskUid: new Map(plan.rows.map(({ id }, index) => [id, index + 1])),
    linksTo: Map.groupBy(plan.input.links, ({ toId }) => toId),
    calendarUid: (id) => (id === null ? undefined : uids.get(id)),
    line: lines.get(options.calendarId),
    lineOf: ({ isElapsed, calendarId }) =>
      (isElapsed ? undefined : lines.get(calendarId ?? options.calendarId)) ?? aroundTheClock(),
  }
  const finishAt = planned.reduce((last, one) => Math.max(last, one.finishAt), options.startAt)
  const own = calendarsOfResources(source)
  return {
    properties: {
      ...BLANK_PROPERTIES,
      name: plan.name,
      title: plan.name,
      start: plainDateTimeOf(options.startAt),
      finish: plainDateTimeOf(finishAt),
      calendarUid: source.calendarUid(options.calendarId),
      honorConstraints: options.precedence === 'dates',
      splitsInProgressTasks: options.progress === 'retained',
      minutesPerDay: plan.minutesPerDay,
      criticalSlackDays: options.criticalMin / plan.minutesPerDay,
    },
    attributeDefinitions: ownDefinitions(plan.input.tasks.some(({ kind }) => kind === 'hammock')),
    calendars: [
      ...calendars.map((calendar) => mspdiCalendarOf(calendar, source.calendarUid)),
      ...own.map(({ calendar }) => calendar),
    ],
    tasks: tasksOf(source),
    resources: plan.resources.map(({ name, kind, maxUnits, isGeneric = false }, index) => ({
      ...BLANK_RESOURCE,
      uid: index + 1,
      id: index + 1,
      name,
      type: kind,
      generic: isGeneric,
      maxUnits,
      calendarUid: own.find(({ place }) => place === index)?.calendar.uid,
    })),
    assignments: assignmentsOf(source),
  }
}

/** In the file, a resource has a calendar of its own that changes one of the others. */
function calendarsOfResources({
  plan,
  calendarUid,
}: Source): readonly { readonly place: number; readonly calendar: MspdiCalendar }[] {
  const { calendars, options } = plan.input
  return plan.resources.flatMap(({ name, kind, isGeneric = false, calendarId }, place) => {
    if (kind !== 'work' || (isGeneric && calendarId === null)) return []
    const baseCalendarUid = calendarUid(calendarId ?? options.calendarId)
    const uid = calendars.length + place + 1
    return [{ place, calendar: { ...BLANK_CALENDAR, uid, name, isBase: false, baseCalendarUid } }]
  })
}

function tasksOf(source: Source): readonly MspdiTask[] {
  const assigned = new Set<string>(source.plan.assignments.map(({ itemId }) => itemId))
  const numbers: number[] = []
  return source.plan.input.tasks.map((task, index) => {
    const row = source.plan.rows[index]
    const level = row?.level ?? 1
    numbers.length = Math.min(numbers.length, level)
    while (numbers.length < level) numbers.push(0)
    numbers[level - 1] = (numbers[level - 1] ?? 0) + 1
    return {
      ...BLANK_TASK,
      uid: index + 1,
      id: index + 1,
      ...outlineOf(row, numbers.join('.')),
      ...sortOf(source, task, assigned.has(task.id)),
      ...constraintOf(task),
      ...progressOf(task),
      ...plannedOf(source, task),
      predecessors: predecessorsOf(source, task.id),
    }
  })
}

function outlineOf(row: FileRow | undefined, outlineNumber: string): Partial<MspdiTask> {
  return {
    name: row?.name ?? '',
    wbs: row?.wbs || outlineNumber,
    outlineNumber,
    outlineLevel: row?.level ?? 1,
  }
}

function sortOf({ calendarUid }: Source, task: PlanTask, isAssigned: boolean): Partial<MspdiTask> {
  const uid = calendarUid(task.calendarId)
  return {
    summary: task.kind === 'summary',
    milestone: task.kind === 'milestone',
    attributes: task.kind === 'hammock' ? HAMMOCK_MARK : [],
    manual: task.manual !== null,
    type: isAssigned && uid === undefined ? 'fixed-duration' : 'fixed-units',
    durationFormat: { unit: 'day', elapsed: task.isElapsed, estimated: false },
    calendarUid: uid,
    ignoreResourceCalendar: uid !== undefined,
    deadline: task.deadlineAt === null ? undefined : plainDateTimeOf(task.deadlineAt),
  }
}

/** By the codes of core. */
const TYPES: ReadonlyMap<ConstraintKind, ConstraintType> = new Map(
  CONSTRAINT_TYPES.map((type) => [CONSTRAINT_CODES[type], type]),
)

function constraintOf({ constraint, levelledAt }: PlanTask): Partial<MspdiTask> {
  const kept = constraint ?? (levelledAt === null ? null : { kind: 'SNET' as const, at: levelledAt }) // One of the kinds.
  if (!kept) return {}
  return {
    constraintType: TYPES.get(kept.kind) ?? 'as-soon-as-possible',
    constraintDate: kept.at === null ? undefined : plainDateTimeOf(kept.at),
  }
}

function progressOf({ actual, durationMin }: PlanTask): Partial<MspdiTask> {
  if (!actual) return { percentComplete: 0 }
  const { startAt, finishAt, remainingMin, resumeAt } = actual
  const done = Math.max(0, durationMin - remainingMin)
  const isOver = finishAt !== null
  return {
    actualStart: plainDateTimeOf(startAt),
    actualFinish: isOver ? plainDateTimeOf(finishAt) : undefined,
    actualDurationMin: done,
    remainingDurationMin: remainingMin,
    resume: resumeAt === undefined ? undefined : plainDateTimeOf(resumeAt),
    percentComplete: isOver ? 100 : Math.round((100 * done) / Math.max(1, durationMin)),
  }
}

function plannedOf({ planned, line }: Source, task: PlanTask): Partial<MspdiTask> {
  const one = planned.get(task.id)
  if (!one) return { durationMin: task.durationMin }
  const spans = task.kind === 'summary' || task.kind === 'hammock'
  const spanned = line ? line.toWork(one.finishAt) - line.toWork(one.startAt) : 0
  const manual = task.manual
    ? { manualStart: plainDateTimeOf(one.startAt), manualFinish: plainDateTimeOf(one.finishAt) }
    : {}
  return { ...plannedFields(one), ...manual, durationMin: spans ? spanned : task.durationMin }
}

function predecessorsOf({ plan, taskUid, linksTo }: Source, id: string): readonly MspdiPredecessor[] {
  // In the file, lags go by the calendar of what waits.
  const isByTheClock = plan.input.options.lagCalendar === 'twentyFourHour'
  return (linksTo.get(id) ?? []).map(({ fromId, kind, lag, lagUnit }) => ({
    predecessorUid: taskUid.get(fromId) ?? 0,
    kind,
    lag: lagOf(lag, isByTheClock && lagUnit === 'workingMin' ? 'elapsedMin' : lagUnit),
    crossProject: undefined,
    line: 0,
  }))
}

function lagOf(lag: number, unit: FilePlan['input']['links'][number]['lagUnit']): MspdiLag {
  if (unit === 'percent') return { kind: 'percent', percent: lag, elapsed: false }
  return { kind: unit === 'elapsedMin' ? 'elapsed' : 'working', minutes: lag }
}

/** Who works on what and when; the gaps of a task are told by the work in it, also where nobody has been given it. */
function assignmentsOf(source: Source): MspdiContent['assignments'] {
  const { plan, planned, taskUid } = source
  const resourceUid = new Map(plan.resources.map(({ id }, index) => [id, index + 1]))
  const assigned = new Set<string>(plan.assignments.map(({ itemId }) => itemId))
  const open = plan.input.tasks
    .filter(({ id, splits }) => splits !== undefined && planned.has(id) && !assigned.has(id))
    .map(({ id: itemId, durationMin: workMin }) => ({ itemId, resourceId: null, units: 1, workMin }))
  const taskOf = new Map(plan.input.tasks.map((task) => [task.id, task]))
  return [...plan.assignments, ...open].map(({ itemId, resourceId, units, workMin }, index) => {
    const [one, task] = [planned.get(itemId), taskOf.get(itemId)]
    return {
      ...BLANK_ASSIGNMENT,
      uid: index + 1,
      taskUid: taskUid.get(itemId) ?? 0,
      resourceUid: resourceId === null ? undefined : resourceUid.get(resourceId),
      units,
      workMin,
      start: one && plainDateTimeOf(one.startAt),
      finish: one && plainDateTimeOf(one.finishAt),
      timephased: one && task ? workInParts(source.lineOf(task), { task, one, workMin }) : [],
    }
  })
}
