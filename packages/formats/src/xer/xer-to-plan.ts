import { compileCalendars, type Minute } from '@millrace/core/calendar'
import {
  type PlanLink,
  type PlanOptions,
  type PlanTask,
  USUAL_NEAR_CRITICAL_MIN,
} from '@millrace/core/schedule'
import { type FilePlan, type FileRow, minuteOf, type PlanNote, usedCalendars } from '../plan/index.ts'
import { xerCalendars } from './plan-calendars.ts'
import { type OutlineRow, outlineRows } from './plan-outline.ts'
import { keepConstraints, planTaskOf, wholeMinutes } from './plan-task.ts'
import { withSuspension } from './suspension.ts'
import type { XerActivity, XerFile, XerScheduleOptions } from './xer-project.ts'

/** Eight hours. */
const USUAL_DAY_MIN = 480

type Tell = (note: PlanNote) => void

/** What the program does when a file does not say. */
const USUAL: Pick<XerScheduleOptions, 'lagCalendar' | 'progress'> = {
  lagCalendar: 'predecessor',
  progress: 'retained',
}

/**
 * A Primavera file as a plan for core, with everything that it says differently: nodes of the work
 * breakdown structure become summaries, levels of effort hammocks. All projects of the file are one plan,
 * calculated as its first one says. Nothing that is left to do lies before the data date.
 */
export function xerToPlan(file: XerFile): FilePlan {
  const notes: PlanNote[] = []
  const tell: Tell = (note) => notes.push(note)
  const calendars = xerCalendars(file)
  const rows = outlineRows(file).filter((row) => isPlanned(row, tell))
  const options = file.scheduleOptions[0] ?? USUAL
  const tasks = tasksOf(file, rows, calendars)
  for (const row of rows) if (row.kind === 'activity') tellConstraints(row.activity, tell)
  const resources = resourcesOf(file)
  return {
    name: file.projects[0]?.shortName ?? '',
    minutesPerDay:
      file.calendars.find(({ id }) => id === calendars.projectId)?.minutesPerDay ?? USUAL_DAY_MIN,
    input: {
      tasks,
      links: linksOf(file, tasks),
      calendars: usedCalendars(calendars.calendars, [
        calendars.projectId,
        ...tasks.map(({ calendarId }) => calendarId),
        ...resources.map(({ calendarId }) => calendarId),
      ]),
      options: optionsOf(file, calendars.projectId, options),
    },
    rows: rows.map(fileRowOf),
    resources,
    assignments: assignmentsOf(file, tasks),
    notes,
  }
}

/** Rows as the network sees them. */
function tasksOf(
  file: XerFile,
  rows: readonly OutlineRow[],
  { calendars, projectId }: ReturnType<typeof xerCalendars>,
): readonly PlanTask[] {
  const calendarOf = calendarsOfActivities(file, projectId)
  const lines = compileCalendars(calendars, firstMoment(file))
  return rows.map((row) => {
    if (row.kind === 'node') return summaryOf(row)
    const { id, parentId, activity } = row
    const calendarId = calendarOf(activity)
    const task = planTaskOf(activity, { id, parentId, calendarId })
    const line = lines.get(calendarId ?? projectId)
    return line && task.kind === 'task' ? withSuspension(task, activity, line) : task
  })
}

function firstMoment({ projects: [project], activities }: XerFile): Minute {
  const starts = activities.flatMap(({ plannedStart }) => (plannedStart ? [plannedStart] : [])).toSorted()
  return minuteOf(project?.plannedStart ?? project?.dataDate ?? starts[0] ?? '2000-01-03T08:00:00')
}

function isPlanned(row: OutlineRow, tell: Tell): boolean {
  if (row.kind === 'node' || row.activity.kind !== 'wbs-summary') return true
  tell({ code: 'plan.task_spans_wbs', itemId: row.id, subject: row.activity.name, params: {} })
  return false
}

function optionsOf(
  file: XerFile,
  calendarId: string,
  { lagCalendar, progress }: Pick<XerScheduleOptions, 'lagCalendar' | 'progress'>,
): PlanOptions {
  const [project] = file.projects
  return {
    startAt: firstMoment(file),
    statusAt: project?.dataDate === undefined ? null : minuteOf(project.dataDate),
    calendarId,
    lagCalendar: lagCalendar === 'around-the-clock' ? 'twentyFourHour' : lagCalendar,
    precedence: 'logic',
    progress,
    criticalMin: 0,
    nearCriticalMin: USUAL_NEAR_CRITICAL_MIN,
  }
}

/** Whoever does what depends on them gives the time; otherwise the activity does. */
function calendarsOfActivities(file: XerFile, projectId: string): (activity: XerActivity) => string | null {
  const calendars = new Set(file.calendars.map(({ id }) => id))
  const known = (id: string | undefined) =>
    id !== undefined && calendars.has(id) && id !== projectId ? id : null
  const resources = new Map(file.resources.map((resource) => [resource.id, resource.calendarId]))
  const assigned = new Map<string, string | undefined>()
  for (const { activityId, resourceId } of file.assignments) {
    if (resourceId !== undefined && !assigned.has(activityId))
      assigned.set(activityId, resources.get(resourceId))
  }
  return (activity) => {
    const theirs = activity.kind === 'resource-dependent' ? assigned.get(activity.id) : undefined
    return known(theirs ?? activity.calendarId)
  }
}

function summaryOf({ id, parentId }: OutlineRow): PlanTask {
  return {
    id,
    parentId,
    kind: 'summary',
    durationMin: 0,
    isElapsed: false,
    calendarId: null,
    constraint: null,
    deadlineAt: null,
    levelledAt: null,
    manual: null,
    actual: null,
  }
}

function tellConstraints(activity: XerActivity, tell: Tell): void {
  const { leftOut, mandatory } = keepConstraints(activity)
  const about = { itemId: activity.id, subject: activity.name }
  for (const kind of leftOut) tell({ ...about, code: 'plan.constraint_second', params: { kind } })
  for (const kind of mandatory) tell({ ...about, code: 'plan.constraint_mandatory', params: { kind } })
}

function linksOf(file: XerFile, tasks: readonly PlanTask[]): readonly PlanLink[] {
  const planned = new Set<string>(tasks.map(({ id }) => id))
  return file.links.flatMap(({ predecessorId: fromId, successorId: toId, kind, lagMin, leftOut }) => {
    if (leftOut !== undefined || !planned.has(fromId) || !planned.has(toId)) return []
    const lag = Math.round(lagMin)
    return [{ id: `${fromId}-${toId}-${kind}`, fromId, toId, kind, lag, lagUnit: 'workingMin' }]
  })
}

function fileRowOf(row: OutlineRow): FileRow {
  const { id, level } = row
  if (row.kind === 'node') {
    const { name, code } = row.node
    return { id, name, wbs: code, level, startAt: null, finishAt: null }
  }
  const { name, code } = row.activity
  const { actualStart, actualFinish, earlyStart, earlyFinish, plannedStart, plannedFinish } = row.activity
  const start = actualStart ?? earlyStart ?? plannedStart
  const finish = actualFinish ?? earlyFinish ?? plannedFinish
  return {
    id,
    name,
    wbs: code,
    level,
    startAt: start === undefined ? null : minuteOf(start),
    finishAt: finish === undefined ? null : minuteOf(finish),
  }
}

function resourcesOf({ resources, calendars }: XerFile): FilePlan['resources'] {
  const known = new Set(calendars.map(({ id }) => id))
  return resources.map(({ id, name, kind, calendarId }) => ({
    id,
    name,
    kind: kind === 'material' ? 'material' : 'work',
    calendarId: calendarId !== undefined && known.has(calendarId) ? calendarId : null,
    maxUnits: 1,
  }))
}

function assignmentsOf({ assignments }: XerFile, tasks: readonly PlanTask[]): FilePlan['assignments'] {
  const planned = new Set<string>(tasks.map(({ id }) => id))
  return assignments.flatMap(({ id, activityId, resourceId, units, workMin }) =>
    planned.has(activityId)
      ? [
          {
            id,
            itemId: activityId,
            resourceId: resourceId ?? null,
            units: units ?? 1,
            workMin: wholeMinutes(workMin),
          },
        ]
      : [],
  )
}
