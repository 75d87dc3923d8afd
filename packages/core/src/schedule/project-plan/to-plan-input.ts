import {
  checkCalendars,
  compileCalendars,
  type Minute,
  standardCalendar,
  type WorkingCalendar,
} from '../../calendar/index.ts'
import type { Id, Instant } from '../../kernel/index.ts'
import type { PlanInput, PlanTask, TaskKind } from '../network/plan.ts'
import { splitsWithin } from '../network/splits.ts'
import { minuteOf } from './minute-of.ts'
import { outsideLinksOf } from './outside-ties.ts'
import { durationOf, keepsDates, type ProjectPlan, type ProjectRow } from './project-plan.ts'

/** The calendar of plans that name none. */
export const STANDARD_ID = standardCalendar('UTC').id

/**
 * The network of a project. Work that is done or has begun keeps what happened. Items that people gave
 * dates keep them and push what follows. All others follow their links: for their duration, else their
 * effort, else a day. Items without date, duration, effort and link have no place in time yet and stay
 * out, as does all work of later phases, and every summary without anything dated under it.
 *
 * @see PMI, Practice Standard for Scheduling: activity attributes
 */
export function toPlanInput(plan: ProjectPlan): PlanInput {
  const { settings, links, outside } = plan
  const kept = keepPlaced(plan, linkedIn(plan))
  const peopleOf = resourceCalendars(plan)
  const outsideOf = outsideLinksOf(plan)
  const awaited = new Set(outside?.awaitedIds)
  const tasks = plan.rows
    .filter((row) => kept.has(row.itemId))
    .map((row) =>
      toPlanTask(row, {
        ...(peopleOf.get(row.itemId) ?? ALONE),
        outside: outsideOf.get(row.itemId),
        isAwaited: awaited.has(row.itemId),
      }),
    )
  return {
    tasks,
    links: links.flatMap(({ id, fromId, toId, linkType: kind, lag, lagUnit }) =>
      kept.has(fromId) && kept.has(toId) ? { id, fromId, toId, kind, lag, lagUnit } : [],
    ),
    calendars: calendarsOf(plan),
    options: {
      startAt: minuteOf(settings.startAt),
      statusAt: minuteOrNull(settings.statusAt),
      calendarId: settings.calendarId ?? STANDARD_ID,
      lagCalendar: settings.lagCalendar,
      precedence: settings.precedence,
      progress: settings.progressRule,
      criticalMin: settings.criticalMin,
      nearCriticalMin: settings.nearCriticalMin,
    },
  }
}

/** Where time is worked: the calendars of a project, and the standard week of its place. */
type Ground = Pick<ProjectPlan, 'calendars' | 'settings' | 'timeZone' | 'outside'>

function calendarsOf({ calendars, timeZone, outside }: Ground): readonly WorkingCalendar[] {
  return [...calendars, ...(outside?.calendars ?? []), standardCalendar(timeZone)]
}

/**
 * The working minutes between two moments by a calendar of a project; null for the calendar of the
 * project itself. Calendars that make no sense together count every minute.
 */
export function workingMinutes(
  ground: Ground,
  calendarId: Id<'Calendar'> | null,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): number {
  const calendars = calendarsOf(ground)
  const lines = checkCalendars(calendars).ok ? compileCalendars(calendars, minuteOf(from)) : null
  const line = lines?.get(calendarId ?? ground.settings.calendarId ?? STANDARD_ID)
  const [start, finish] = [minuteOf(from), minuteOf(to)]
  return line ? line.toWork(finish) - line.toWork(start) : finish - start
}

/** Whose working time a row waits for. */
type WhoseTime = Pick<PlanTask, 'resourceCalendarIds' | 'waitsForChosen'>

const ALONE: WhoseTime = { resourceCalendarIds: [] }

/** The calendars of whoever and whatever rows are done with. */
function resourceCalendars({ resources, assignments }: ProjectPlan): ReadonlyMap<string, WhoseTime> {
  const calendarOf = new Map(
    resources.flatMap(({ id, kind, calendarId }) => {
      const works = kind === 'work' || kind === 'machine'
      return works && calendarId !== null ? [[id, calendarId] as const] : [] // A pair, not a list.
    }),
  )
  // Until somebody is chosen, their work goes by the calendar of the row.
  return new Map(
    [...Map.groupBy(assignments, ({ itemId }) => itemId)].map(([itemId, own]) => [
      itemId,
      {
        resourceCalendarIds: [
          ...new Set(own.flatMap(({ resourceId }) => calendarOf.get(resourceId ?? '') ?? [])),
        ],
        ...(own.some(({ alternatives }) => alternatives !== null) && { waitsForChosen: true }),
      },
    ]),
  )
}

/** The rows that a link ties, from either end, also to other projects. */
function linkedIn({ links, outside }: ProjectPlan): ReadonlySet<string> {
  const linked = new Set<string>(outside?.awaitedIds)
  for (const { toId } of outside?.links ?? []) linked.add(toId)
  for (const { fromId, toId } of links) linked.add(fromId).add(toId)
  return linked
}

/** The rows that have a place in time, with every summary above one. */
function keepPlaced({ rows, laterPhaseIds }: ProjectPlan, linked: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set<string>()
  // From the end, everything under a row is known before the row itself.
  for (const row of rows.toReversed()) {
    const isIn = row.isSummary ? kept.has(row.itemId) : isPlaced(row, linked) && !isLater(row, laterPhaseIds)
    if (!isIn) continue
    kept.add(row.itemId)
    if (row.parentId !== null) kept.add(row.parentId)
  }
  return kept
}

function isPlaced(row: ProjectRow, linked: ReadonlySet<string>): boolean {
  if (row.isHammock) return linked.has(row.itemId)
  return hasOwnPlace(row) || linked.has(row.itemId)
}

/** Whether a row has a place in time also without links. */
export function hasOwnPlace({ startAt, finishAt, durationMin, effortMin }: ProjectRow): boolean {
  return startAt !== null || finishAt !== null || durationMin !== null || effortMin !== null
}

function isLater({ phaseId }: ProjectRow, laterPhaseIds: ReadonlySet<string>): boolean {
  return phaseId !== null && laterPhaseIds.has(phaseId)
}

/** What a row is tied to besides other rows. */
type RowTies = WhoseTime & {
  readonly outside?: PlanTask['outside'] | undefined
  readonly isAwaited?: boolean
}

/**
 * A row as the network sees it; whoever does it counts unless it holds its duration.
 *
 * @param ties the working time of those who do it, and what it waits for or is awaited by beside rows of its plan
 */
export function toPlanTask(row: ProjectRow, ties: RowTies): PlanTask {
  const { outside, isAwaited, ...whoseTime } = ties
  const { itemId, parentId, isElapsed, calendarId, constraintKind, constraintAt } = row
  const durationMin = durationOf(row)
  const splits = row.isMilestone || row.isHammock ? [] : splitsWithin(row.splits, durationMin)
  return {
    id: itemId,
    parentId,
    kind: kindOf(row),
    durationMin,
    isElapsed,
    ...(splits.length === 0 ? {} : { splits }),
    ...(outside ? { outside } : {}),
    ...(isAwaited ? { isAwaited } : {}),
    calendarId,
    ...(row.taskType === 'duration' ? ALONE : timeOf(whoseTime)),
    constraint: constraintKind && { kind: constraintKind, at: minuteOrNull(constraintAt) },
    deadlineAt: minuteOrNull(row.deadlineAt),
    levelledAt: minuteOrNull(row.levelledAt),
    manual: row.isSummary ? null : manualOf(row),
    actual: row.isSummary ? null : actualOf(row, durationMin),
  }
}

function timeOf({ resourceCalendarIds = [], waitsForChosen }: WhoseTime): WhoseTime {
  return waitsForChosen === true ? { resourceCalendarIds, waitsForChosen } : { resourceCalendarIds }
}

function kindOf({ isSummary, isHammock, isMilestone }: ProjectRow): TaskKind {
  if (isSummary) return 'summary'
  if (isHammock) return 'hammock'
  return isMilestone ? 'milestone' : 'task'
}

/** The dates that people gave, on the item or on its plan. One of the two alone stands for both. */
function manualOf(row: ProjectRow): PlanTask['manual'] {
  if (!keepsDates(row)) return null
  const [startAt, finishAt] = [row.startAt ?? row.finishAt, row.finishAt ?? row.startAt]
  return startAt === null || finishAt === null
    ? null
    : { startAt: minuteOf(startAt), finishAt: minuteOf(Math.max(startAt, finishAt)) }
}

/** What was reported; else what the state of the item tells, of work that has not been planned before. */
function actualOf(row: ProjectRow, durationMin: number): PlanTask['actual'] {
  const begunAt = row.startAt ?? row.startedAt
  const finishAt = finishedAt(row)
  if (finishAt !== null) {
    const startAt = Math.min(row.actualStartAt ?? begunAt ?? finishAt, finishAt)
    return { startAt: minuteOf(startAt), finishAt: minuteOf(finishAt), remainingMin: 0 }
  }
  const startAt = row.actualStartAt ?? (row.percentComplete > 0 ? begunAt : null)
  if (startAt === null) return null
  const resumed = row.resumeAt === null ? {} : { resumeAt: minuteOf(row.resumeAt) }
  const left = Math.round((durationMin * (100 - row.percentComplete)) / 100)
  return { startAt: minuteOf(startAt), finishAt: null, remainingMin: row.remainingMin ?? left, ...resumed }
}

function finishedAt(row: ProjectRow): Instant | null {
  return row.actualFinishAt ?? (row.isDone ? (row.finishAt ?? row.finishedAt) : null)
}

function minuteOrNull(at: Instant | null): Minute | null {
  return at === null ? null : minuteOf(at)
}
