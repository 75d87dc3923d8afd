import {
  aroundTheClock,
  checkCalendars,
  compileCalendars,
  type Minute,
  type Timeline,
} from '@millrace/core/calendar'
import {
  type PlanInput,
  type PlanLink,
  type PlanOptions,
  type PlanTask,
  USUAL_NEAR_CRITICAL_MIN,
} from '@millrace/core/schedule'
import {
  type FilePlan,
  type FileResource,
  type FileRow,
  minuteOf,
  type PlanNote,
  usedCalendars,
} from '../plan/index.ts'
import { type EffectiveCalendar, effectiveCalendars } from './effective-calendar.ts'
import { findSplits } from './find-splits.ts'
import type { MspdiLink, MspdiProject } from './mspdi-project.ts'
import { type MspdiOutlineNode, mspdiToOutline } from './outline.ts'
import { EXCEPTIONS_MAX, type MspdiCalendars, mspdiToCalendars } from './plan-calendars.ts'
import { isFixed, isOutside, planTaskOf, wholeMinutes } from './plan-task.ts'
import type { MspdiAvailability } from './resource.ts'
import type { MspdiTask } from './task.ts'
import { unevenWork } from './uneven-work.ts'

/** A task with its place in the plan. */
type Row = {
  readonly task: MspdiTask
  readonly node: MspdiOutlineNode
  readonly id: string
  readonly parentId: string | null
  readonly isSummary: boolean
  readonly calendar: EffectiveCalendar
}

type Tell = (note: PlanNote) => void

/**
 * A project file as a plan for core, with everything that it says differently. Inactive tasks are left
 * out, tasks of other projects keep their dates, and what levelling put off stays there. Lags are counted in the
 * working time of the successor, as Microsoft Project does.
 */
export function mspdiToPlan(project: MspdiProject): FilePlan {
  const notes: PlanNote[] = []
  const tell: Tell = (note) => notes.push(note)
  const calendars = mspdiToCalendars(project)
  for (const name of calendars.cut) {
    tell({ code: 'plan.exceptions_cut', itemId: null, subject: name, params: { name, max: EXCEPTIONS_MAX } })
  }
  if (!project.properties.scheduleFromStart) {
    tell({ code: 'plan.from_finish', itemId: null, subject: '', params: {} })
  }
  const rows = rowsOf(project, calendars, tell)
  const resources = resourcesOf(project)
  const options = optionsOf(project, calendars)
  const tasks = rows.map(({ task, calendar, ...place }) =>
    planTaskOf(task, {
      id: place.id,
      parentId: place.parentId,
      isSummary: place.isSummary,
      calendarId: calendar.calendarId,
    }),
  )
  const used = usedCalendars(calendars.calendars, [
    calendars.projectId,
    ...rows.map(({ calendar }) => calendar.calendarId),
    ...resources.map(({ calendarId }) => calendarId),
  ])
  const links = linksOf(project, rows, tell)
  const input: PlanInput = {
    tasks: splitTasks(project, tasks, { rows, options, calendars: used, tell }),
    ...{ links, options },
    calendars: used,
  }
  return {
    name: project.properties.title ?? project.properties.name ?? '',
    minutesPerDay: project.properties.minutesPerDay,
    input,
    rows: rows.map(fileRowOf),
    resources,
    assignments: assignmentsOf(project, rows),
    notes,
  }
}

function optionsOf({ properties, tasks }: MspdiProject, { projectId }: MspdiCalendars): PlanOptions {
  const starts = tasks.flatMap(({ start }) => (start === undefined ? [] : [start])).toSorted()
  const criticalMin = Math.round((properties.criticalSlackDays ?? 0) * properties.minutesPerDay)
  const start = properties.start ?? starts[0] ?? properties.createdAt ?? '2000-01-03T08:00:00'
  return {
    startAt: minuteOf(start),
    // Microsoft Project moves nothing by the status date until it is asked to.
    statusAt: null,
    calendarId: projectId,
    lagCalendar: 'successor',
    precedence: properties.honorConstraints ? 'dates' : 'logic',
    progress: properties.splitsInProgressTasks ? 'retained' : 'override',
    criticalMin,
    // The file knows one band only.
    nearCriticalMin: criticalMin + USUAL_NEAR_CRITICAL_MIN,
  }
}

function rowsOf(project: MspdiProject, calendars: MspdiCalendars, tell: Tell): readonly Row[] {
  const calendarOf = effectiveCalendars(project, calendars)
  const ids = new Map<number, string>()
  const used = new Set<string>()
  const parents = new Set<string>()
  const draft = mspdiToOutline(project).flatMap((node) => {
    const task = project.tasks[node.row]
    if (!task) return []
    const parentId = ids.get(node.parentRow ?? -1) ?? null
    const plain = String(task.uid)
    const id = used.has(plain) ? `${plain}-${node.row}` : plain
    used.add(id)
    if (!task.active) {
      tell({ code: 'plan.task_inactive', itemId: id, subject: task.name, params: {} })
      // What is active below it, in a broken file, hangs one level higher.
      if (parentId !== null) ids.set(node.row, parentId)
      return []
    }
    ids.set(node.row, id)
    if (parentId !== null) parents.add(parentId)
    return [{ task, node, id, parentId, calendar: calendarOf(task) }]
  })
  const rows = draft.map((row) => ({ ...row, isSummary: parents.has(row.id) }))
  for (const row of rows) tellRow(row, tell)
  return rows
}

function tellRow({ task, id: itemId, isSummary, calendar }: Row, tell: Tell): void {
  if (isSummary) return
  const about = { itemId, subject: task.name }
  if (isOutside(task)) tell({ ...about, code: 'plan.task_external', params: {} })
  const hasDates = (task.start ?? task.manualStart) && (task.finish ?? task.manualFinish)
  if (isFixed(task) && !hasDates) tell({ ...about, code: 'plan.task_without_dates', params: {} })
  if (calendar.isOneOfSeveral && !isFixed(task)) {
    tell({ ...about, code: 'plan.calendars_differ', params: { calendar: calendar.calendarId ?? '' } })
  }
}

function fileRowOf({ task, node, id }: Row): FileRow {
  return {
    id,
    name: task.name,
    wbs: task.wbs ?? task.outlineNumber ?? '',
    level: node.depth + 1,
    startAt: task.start === undefined ? null : minuteOf(task.start),
    finishAt: task.finish === undefined ? null : minuteOf(task.finish),
    ...(task.priority === undefined ? {} : { priority: Math.max(0, Math.min(1000, task.priority)) }),
  }
}

/** The first row of each number. */
function byUid(rows: readonly Row[]): ReadonlyMap<number, Row> {
  const known = new Map<number, Row>()
  for (const row of rows) if (!known.has(row.task.uid)) known.set(row.task.uid, row)
  return known
}

function linksOf(project: MspdiProject, rows: readonly Row[], tell: Tell): readonly PlanLink[] {
  const known = byUid(rows)
  return project.links.flatMap((link): readonly PlanLink[] => {
    const [from, to] = [known.get(link.predecessorUid), known.get(link.successorUid)]
    if (link.leftOut !== undefined || !from || !to) return []
    const { kind } = link
    if (to.isSummary && (kind === 'FF' || kind === 'SF')) {
      const params = { predecessor: from.task.name, kind }
      tell({ code: 'plan.link_to_summary', itemId: to.id, subject: to.task.name, params })
      return []
    }
    return [{ id: `${from.id}-${to.id}-${kind}`, fromId: from.id, toId: to.id, kind, ...lagOf(link, from) }]
  })
}

function lagOf({ lag }: MspdiLink, from: Row): Pick<PlanLink, 'lag' | 'lagUnit'> {
  if (lag.kind === 'working') return { lag: Math.round(lag.minutes), lagUnit: 'workingMin' }
  if (lag.kind === 'elapsed') return { lag: Math.round(lag.minutes), lagUnit: 'elapsedMin' }
  if (!lag.elapsed) return { lag: lag.percent, lagUnit: 'percent' }
  const minutes = (lag.percent / 100) * wholeMinutes(from.task.durationMin)
  return { lag: Math.round(minutes), lagUnit: 'elapsedMin' }
}

function resourcesOf(project: MspdiProject): FilePlan['resources'] {
  const calendars = new Set(project.calendars.map(({ uid }) => uid))
  return project.resources.map(({ uid, name, type, generic, calendarUid, maxUnits, availability }) => ({
    id: String(uid),
    name,
    kind: type,
    ...(generic && { isGeneric: true }),
    calendarId: calendarUid !== undefined && calendars.has(calendarUid) ? String(calendarUid) : null,
    maxUnits: maxUnits ?? 1,
    ...(availability.length === 0 ? {} : { changes: changesOf(availability) }),
  }))
}

/** Where no period follows another, there is nothing of it. */
function changesOf(availability: readonly MspdiAvailability[]): NonNullable<FileResource['changes']> {
  const periods = availability.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  return periods.flatMap(({ from, to, units }, index) => {
    const next = periods[index + 1]?.from
    // A period ends a minute before the next one begins.
    const endAt = to === undefined ? null : minuteOf(to) + 1
    const isLast = endAt !== null && (next === undefined || minuteOf(next) > endAt)
    return [
      ...(from === undefined ? [] : [{ fromAt: minuteOf(from), maxUnits: units }]),
      ...(isLast ? [{ fromAt: endAt, maxUnits: 0 }] : []),
    ]
  })
}

function assignmentsOf(project: MspdiProject, rows: readonly Row[]): FilePlan['assignments'] {
  const known = byUid(rows)
  const resources = new Set(project.resources.map(({ uid }) => uid))
  return project.assignments.flatMap(({ uid, taskUid, resourceUid, units, workMin }) => {
    const row = known.get(taskUid)
    if (!row) return []
    const isKnown = resourceUid !== undefined && resources.has(resourceUid)
    return [
      {
        id: String(uid),
        itemId: row.id,
        resourceId: isKnown ? String(resourceUid) : null,
        units: units ?? 1,
        workMin: wholeMinutes(workMin),
      },
    ]
  })
}

type SplitTools = {
  readonly rows: readonly Row[]
  readonly options: PlanOptions
  readonly calendars: PlanInput['calendars']
  readonly tell: Tell
}

/** The tasks with the gaps in their work; what cannot be kept of them is told. */
function splitTasks(
  project: MspdiProject,
  tasks: readonly PlanTask[],
  { rows, options, calendars, tell }: SplitTools,
): readonly PlanTask[] {
  // Whoever calculates with them refuses what makes no sense.
  if (!checkCalendars(calendars).ok) return tasks
  const lines = compileCalendars(calendars, options.startAt)
  const nameOf = new Map(project.resources.map(({ uid, name }) => [uid, name]))
  const assigned = Map.groupBy(project.assignments, ({ taskUid }) => taskUid)
  const lineOf = ({ isElapsed, calendarId }: PlanTask) =>
    (isElapsed ? undefined : lines.get(calendarId ?? options.calendarId)) ?? aroundTheClock()
  return tasks.map((task, place) => {
    const from = rows[place]?.task
    if (!from || task.kind !== 'task') return task
    const { splits, isWhole } = findSplits(task, {
      assignments: assigned.get(from.uid) ?? [],
      line: lineOf(task),
      startAt: startOf(from),
    })
    const about = { itemId: task.id, subject: from.name, params: {} }
    if (!isWhole && !isOver(task)) tell({ ...about, code: 'plan.task_split' })
    else tellUneven({ task, from, assignments: assigned.get(from.uid) ?? [] }, lineOf(task), { nameOf, tell })
    return splits.length === 0 ? task : { ...task, splits }
  })
}

type Spread = {
  readonly task: PlanTask
  readonly from: MspdiTask
  readonly assignments: MspdiProject['assignments']
}
type Naming = { readonly nameOf: ReadonlyMap<number, string>; readonly tell: Tell }

/** Core spreads work evenly: whose work the file spreads otherwise is told, with how much of it lies elsewhere then. */
function tellUneven({ task, from, assignments }: Spread, line: Timeline, { nameOf, tell }: Naming): void {
  for (const { resourceUid, timephased } of assignments) {
    const resource = nameOf.get(resourceUid ?? -1)
    const uneven = unevenWork(timephased, line)
    if (uneven === null || resource === undefined) continue
    const params = {
      resource,
      leftHours: hoursOf(uneven.leftMin),
      movedHours: hoursOf(uneven.movedMin),
    }
    tell({ code: 'plan.work_uneven', itemId: task.id, subject: from.name, params })
  }
}

function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10
}

function startOf({ actualStart, start }: MspdiTask): Minute | null {
  const started = actualStart ?? start
  return started === undefined ? null : minuteOf(started)
}

function isOver({ actual }: PlanTask): boolean {
  return actual !== null && actual.finishAt !== null
}
