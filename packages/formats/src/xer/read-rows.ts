import { type Cells, cellsOf } from './cells.ts'
import type { Tell } from './problem.ts'
import { readCalendarData } from './read-calendar-data.ts'
import type { XerRow } from './read-tables.ts'
import type {
  XerAssignment,
  XerCalendar,
  XerProject,
  XerResource,
  XerScheduleOptions,
  XerWbs,
} from './xer-project.ts'

const CALENDAR_KINDS = { CA_Base: 'global', CA_Project: 'project', CA_Rsrc: 'resource' } as const
const RESOURCE_KINDS = { RT_Labor: 'labor', RT_Equip: 'equipment', RT_Mat: 'material' } as const
const LAG_CALENDARS = {
  rcal_Predecessor: 'predecessor',
  rcal_Successor: 'successor',
  rcal_ProjDefault: 'project',
  rcal_24Hour: 'around-the-clock',
} as const
const NO_WEEK: XerCalendar['week'] = [[], [], [], [], [], [], []]

/** A row with its id, and its fields. */
export type IdentifiedRow = { readonly row: XerRow; readonly id: string; readonly cells: Cells }

/** The rows of a table that have an id of their own; others are told and left out. */
export function identify(
  table: { readonly name: string; readonly id: string; readonly shown: string },
  rows: readonly XerRow[],
  tell: Tell,
): readonly IdentifiedRow[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const id = row.get(table.id)
    const subject = row.get(table.shown) ?? ''
    if (id === undefined) {
      tell('xer.id_missing', { subject, line: row.line }, { table: table.name })
      return []
    }
    if (seen.has(id)) {
      tell('xer.id_duplicate', { subject, line: row.line }, { table: table.name, id: id.slice(0, 60) })
      return []
    }
    seen.add(id)
    return [{ row, id, cells: cellsOf(row, subject, tell) }]
  })
}

/** A project from its row. */
export function readProject({ id, cells }: IdentifiedRow): XerProject {
  return {
    id,
    shortName: cells.text('proj_short_name') ?? '',
    calendarId: cells.text('clndr_id'),
    plannedStart: cells.moment('plan_start_date'),
    mustFinishBy: cells.moment('plan_end_date'),
    scheduledFinish: cells.moment('scd_end_date'),
    dataDate: cells.moment('last_recalc_date'),
  }
}

/** How a project is calculated, from its row; what is not said is as the program has it by itself. */
export function readScheduleOptions({ cells }: IdentifiedRow): XerScheduleOptions {
  return {
    projectId: cells.text('proj_id') ?? '',
    lagCalendar: cells.word('sched_calendar_on_relationship_lag', LAG_CALENDARS) ?? 'predecessor',
    progress: progressOf(cells),
  }
}

/** Where neither of the two is switched on, actual dates count. */
function progressOf(cells: Cells): XerScheduleOptions['progress'] {
  if (cells.text('sched_progress_override') === 'Y') return 'override'
  return cells.text('sched_retained_logic') === 'N' ? 'actualDates' : 'retained'
}

/** A calendar from its row; one that cannot be read, or leaves no time to work, is told. */
export function readCalendar({ row, id, cells }: IdentifiedRow, tell: Tell): XerCalendar {
  const name = cells.text('clndr_name') ?? ''
  const written = cells.text('clndr_data')
  const data = written === undefined ? undefined : readCalendarData(written)
  const about = { subject: name, line: row.line }
  if (data === undefined) tell('xer.calendar_unreadable', about)
  else if (data.week.every((day) => day.length === 0)) tell('xer.calendar_no_working_time', about)
  return {
    id,
    name,
    kind: cells.word('clndr_type', CALENDAR_KINDS) ?? 'global',
    isDefault: cells.text('default_flag') === 'Y',
    baseCalendarId: cells.text('base_clndr_id'),
    minutesPerDay: cells.hours('day_hr_cnt'),
    minutesPerWeek: cells.hours('week_hr_cnt'),
    week: data?.week ?? NO_WEEK,
    exceptions: data?.exceptions ?? [],
  }
}

/** A node of the work breakdown structure from its row. */
export function readWbs({ id, cells }: IdentifiedRow): XerWbs {
  return {
    id,
    projectId: cells.text('proj_id') ?? '',
    parentId: cells.text('parent_wbs_id'),
    code: cells.text('wbs_short_name') ?? '',
    name: cells.text('wbs_name') ?? '',
    isProject: cells.text('proj_node_flag') === 'Y',
  }
}

/** A resource from its row. */
export function readResource({ id, cells }: IdentifiedRow): XerResource {
  return {
    id,
    parentId: cells.text('parent_rsrc_id'),
    shortName: cells.text('rsrc_short_name') ?? '',
    name: cells.text('rsrc_name') ?? '',
    kind: cells.word('rsrc_type', RESOURCE_KINDS) ?? 'labor',
    email: cells.text('email_addr'),
    calendarId: cells.text('clndr_id'),
  }
}

/** An assignment from its row. */
export function readAssignment({ row, id, cells }: IdentifiedRow): XerAssignment {
  const regular = cells.hours('act_reg_qty')
  const overtime = cells.hours('act_ot_qty')
  return {
    id,
    activityId: cells.text('task_id') ?? '',
    resourceId: cells.text('rsrc_id'),
    workMin: cells.hours('target_qty'),
    actualWorkMin:
      regular === undefined && overtime === undefined ? undefined : (regular ?? 0) + (overtime ?? 0),
    remainingWorkMin: cells.hours('remain_qty'),
    units: cells.number('target_qty_per_hr'),
    plannedStart: cells.moment('target_start_date'),
    plannedFinish: cells.moment('target_end_date'),
    line: row.line,
  }
}
