import { err, ok, type Result } from '@millrace/core/kernel'
import { isCurrencyCode } from '../dates/index.ts'
import { createProblemLog } from '../report/index.ts'
import { decodeText, type EncodingReport } from '../text/index.ts'
import { type Tell, type XerProblem, xerProblem } from './problem.ts'
import { readActivity } from './read-activity.ts'
import { readLinks } from './read-links.ts'
import {
  identify,
  readAssignment,
  readCalendar,
  readProject,
  readResource,
  readScheduleOptions,
  readWbs,
} from './read-rows.ts'
import { readTables, type XerTables } from './read-tables.ts'
import type { XerActivity, XerAssignment, XerFile, XerResource } from './xer-project.ts'

/** How to read a file. */
export type XerOptions = {
  /** Bytes of the file; 64 MiB unless given. */
  readonly maxBytes?: number
  /** Rows of all tables; 1,000,000 unless given. */
  readonly maxRows?: number
  /** How many problems to keep in full; 1,000 unless given. All are counted. */
  readonly keepProblems?: number
}

const MAX_BYTES = 67_108_864
const MAX_ROWS = 1_000_000
const KEPT = 1_000
/** Where the first line names the currency. */
const CURRENCY_PLACE = 8
const TAKEN: ReadonlySet<string> = new Set([
  ...['PROJECT', 'SCHEDOPTIONS', 'CALENDAR', 'PROJWBS', 'TASK', 'TASKPRED', 'RSRC', 'TASKRSRC'],
])
const FILE = { subject: '', line: undefined }

/**
 * Reads a Primavera P6 file (XER, all versions), in UTF-8 or the code page of the computer it was
 * written on. What is wrong inside is told as problems and never fatal. Times are minutes, moments
 * are local without zone.
 *
 * @returns refusals: `XER_REFUSAL_CODES`
 */
export function readXer(bytes: Uint8Array, options: XerOptions = {}): Result<XerFile> {
  const limit = options.maxBytes ?? MAX_BYTES
  if (bytes.length > limit) return err({ code: 'xer.too_large', params: { limit } })
  const { text, report: encoding } = decodeText(bytes)
  const tables = readTables(text, options.maxRows ?? MAX_ROWS)
  if (!tables.ok) return tables
  const log = createProblemLog<XerProblem>(options.keepProblems ?? KEPT)
  const tell: Tell = (code, about, params) => log.add(xerProblem(code, about, params))
  tellFile(tables.value, encoding, tell)
  const content = readContent(tables.value, tell)
  if (content.projects.length === 0) return err({ code: 'xer.no_project' })
  return ok({ ...content, encoding, ignored: ignoredOf(tables.value), ...log.report() })
}

function tellFile(tables: XerTables, encoding: EncodingReport, tell: Tell): void {
  const { count, positions } = encoding.brokenBytes
  if (count > 0) {
    const params = { count, firstByte: positions[0] ?? null, encoding: encoding.encoding }
    tell('xer.encoding_broken', FILE, params)
  }
  if (!tables.isComplete) tell('xer.end_missing', FILE)
}

type Content = Omit<XerFile, 'encoding' | 'ignored' | 'problems' | 'problemCount' | 'problemCounts'>

function readContent(tables: XerTables, tell: Tell): Content {
  const rowsOf = (name: string, id: string, shown: string) =>
    identify({ name, id, shown }, tables.rows(name), tell)
  const projects = rowsOf('PROJECT', 'proj_id', 'proj_short_name').map(readProject)
  const scheduleOptions = rowsOf('SCHEDOPTIONS', 'proj_id', 'proj_id').map(readScheduleOptions)
  const calendars = rowsOf('CALENDAR', 'clndr_id', 'clndr_name').map((row) => readCalendar(row, tell))
  const wbs = rowsOf('PROJWBS', 'wbs_id', 'wbs_name').map(readWbs)
  const activities = rowsOf('TASK', 'task_id', 'task_name').map(readActivity)
  const resources = rowsOf('RSRC', 'rsrc_id', 'rsrc_name').map(readResource)
  const assignments = rowsOf('TASKRSRC', 'taskrsrc_id', 'taskrsrc_id').map(readAssignment)
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  const currency = tables.header[CURRENCY_PLACE]?.trim().toUpperCase() ?? ''
  tellStructure({ wbs, activities, calendars }, tell)
  return {
    version: tables.header[1]?.trim() ?? '',
    currency: isCurrencyCode(currency) ? currency : undefined,
    projects,
    scheduleOptions,
    calendars,
    wbs,
    activities,
    links: readLinks(tables.rows('TASKPRED'), byId, tell),
    resources,
    assignments: checkAssignments(assignments, { byId, resources }, tell),
  }
}

/** Tells nodes and calendars that are named but not in the file. */
function tellStructure(content: Pick<Content, 'wbs' | 'activities' | 'calendars'>, tell: Tell): void {
  const nodes = new Set(content.wbs.map((node) => node.id))
  const calendars = new Set(content.calendars.map((calendar) => calendar.id))
  for (const { parentId, name, isProject } of content.wbs) {
    // The topmost node hangs under a node of the whole enterprise, which is not in the file.
    if (isProject || parentId === undefined || nodes.has(parentId)) continue
    tell('xer.wbs_parent_unknown', { subject: name, line: undefined }, { parentId: parentId.slice(0, 60) })
  }
  for (const { wbsId, calendarId, name, line } of content.activities) {
    if (wbsId !== undefined && !nodes.has(wbsId)) {
      tell('xer.wbs_unknown', { subject: name, line }, { wbsId: wbsId.slice(0, 60) })
    }
    if (calendarId !== undefined && !calendars.has(calendarId)) {
      tell('xer.calendar_unknown', { subject: name, line }, { calendarId: calendarId.slice(0, 60) })
    }
  }
}

/** Without an activity there is no assignment; without its resource, nobody is at work. */
function checkAssignments(
  assignments: readonly XerAssignment[],
  known: { readonly byId: ReadonlyMap<string, XerActivity>; readonly resources: readonly XerResource[] },
  tell: Tell,
): readonly XerAssignment[] {
  const resourceIds = new Set(known.resources.map((resource) => resource.id))
  return assignments.flatMap((assignment) => {
    const { activityId, resourceId, line } = assignment
    const activity = known.byId.get(activityId)
    if (activity === undefined) {
      tell('xer.assignment_activity_unknown', { subject: '', line }, { activityId: activityId.slice(0, 60) })
      return []
    }
    if (resourceId === undefined || resourceIds.has(resourceId)) return [assignment]
    const about = { subject: activity.name, line }
    tell('xer.assignment_resource_unknown', about, { resourceId: resourceId.slice(0, 60) })
    return [{ ...assignment, resourceId: undefined }]
  })
}

function ignoredOf(tables: XerTables): Readonly<Record<string, number>> {
  const others = [...tables.tables].filter(([name]) => !TAKEN.has(name))
  return Object.fromEntries(others.map(([name, rows]) => [name.slice(0, 60), rows.length]))
}
