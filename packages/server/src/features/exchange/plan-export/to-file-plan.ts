import type { PlanRowView, PlanView } from '@millrace/contract'
import { type Minute, standardCalendar } from '@millrace/core/calendar'
import type { Instant } from '@millrace/core/kernel'
import { type PlanInput, type PlannedTask, type PlanTask, toPlanTask } from '@millrace/core/schedule'
import type { FilePlan, FileRow } from '@millrace/formats/plan'
import { wallClock } from '../../../platform/time-zone.ts'
import { type DatedRow, datedRows, type ExportedPlan } from './exported-plan.ts'
import { gateRows } from './gate-rows.ts'

type ToMinute = (at: Instant) => Minute

const MINUTE_MS = 60_000
const DAY_MIN = 480
const STANDARD = standardCalendar('UTC', 'Standard')

/**
 * A plan as the formats of planning programs know it: moments as the clock on the wall shows them. Behind its rows stand
 * the gates of its phases, as milestones.
 */
export function toFilePlan(plan: ExportedPlan): {
  readonly filePlan: FilePlan
  readonly planned: readonly PlannedTask[]
} {
  const { view, timeZone } = plan
  const toMinute: ToMinute = (at) => Math.floor(wallClock(at, timeZone) / MINUTE_MS)
  const input = inputOf(view, toMinute)
  const gates = gateRows(view.phases)
  const filePlan: FilePlan = {
    name: plan.name,
    minutesPerDay: DAY_MIN,
    input: { ...input, tasks: [...input.tasks, ...gates.map(({ task }) => task)] },
    rows: [...view.rows.map(fileRowOf), ...gates.map(({ row }) => row)],
    // Whoever looks for what is known of a resource finds it by its place: skills come last.
    resources: [
      ...view.resources.map(({ id, name, kind, calendarId, maxUnits }) => ({
        ...{ id, name, calendarId, maxUnits },
        kind: kind === 'machine' ? ('work' as const) : kind, // One of the kinds.
      })),
      ...skillsOf(view).map(genericResource),
    ],
    assignments: view.assignments.map((assignment) => {
      const { id, itemId, resourceId, units, workMin } = assignment
      const skill = openSkill(assignment)
      return { id, itemId, resourceId: skill === null ? resourceId : genericId(skill), units, workMin }
    }),
    notes: [],
  }
  const planned = datedRows(view).map((row) => plannedOf(row, toMinute))
  return { filePlan, planned: [...planned, ...gates.map((gate) => gate.planned)] }
}

function fileRowOf({ itemId, title, wbs, wbsCode, level }: PlanRowView): FileRow {
  const code = wbsCode === '' ? wbs : wbsCode
  return { id: itemId, name: title, wbs: code, level, startAt: null, finishAt: null }
}

/** Skills that somebody is still to be chosen by. */
function skillsOf({ assignments }: PlanView): readonly string[] {
  return [...new Set(assignments.flatMap((assignment) => openSkill(assignment) ?? []))].toSorted()
}

function openSkill({ resourceId, alternatives }: PlanView['assignments'][number]): string | null {
  return resourceId === null && alternatives?.kind === 'skill' ? alternatives.skill : null
}

function genericResource(skill: string): FilePlan['resources'][number] {
  return { id: genericId(skill), name: skill, kind: 'work', isGeneric: true, calendarId: null, maxUnits: 1 }
}

function genericId(skill: string): string {
  return `skill ${skill}`
}

function inputOf({ rows, links, calendars, settings }: PlanView, toMinute: ToMinute): PlanInput {
  const usesStandard = settings.calendarId === null
  return {
    tasks: rows.map((row) => taskOf(row, toMinute)),
    links: links.map(({ id, fromId, toId, linkType, lag, lagUnit }) => ({
      ...{ id, fromId, toId, lag, lagUnit },
      kind: linkType,
    })),
    calendars: [
      ...(usesStandard ? [STANDARD] : []),
      ...calendars.map(({ id, baseId, name, definition: { week, periods, exceptions } }) => ({
        ...{ id, baseId, name, week, periods, exceptions },
        timeZone: 'UTC',
      })),
    ],
    options: {
      startAt: toMinute(settings.startAt),
      statusAt: settings.statusAt === null ? null : toMinute(settings.statusAt),
      calendarId: settings.calendarId ?? STANDARD.id,
      lagCalendar: settings.lagCalendar,
      precedence: settings.precedence,
      progress: settings.progressRule,
      criticalMin: settings.criticalMin,
      nearCriticalMin: settings.nearCriticalMin,
    },
  }
}

/** The rows as core calculates with them, on the clock of the wall; those without a place in time as well. */
function taskOf(row: PlanRowView, toMinute: ToMinute): PlanTask {
  const task = toPlanTask(onTheWall(row, toMinute), {})
  return row.isMilestone ? { ...task, durationMin: 0 } : task
}

/** A row with its moments as the clock on the wall shows them. */
function onTheWall(row: PlanRowView, toMinute: ToMinute): PlanRowView {
  const at = (moment: Instant | null) => (moment === null ? null : toMinute(moment) * MINUTE_MS)
  return {
    ...row,
    startAt: at(row.startAt),
    finishAt: at(row.finishAt),
    startedAt: at(row.startedAt),
    finishedAt: at(row.finishedAt),
    constraintAt: at(row.constraintAt),
    deadlineAt: at(row.deadlineAt),
    levelledAt: at(row.levelledAt),
    actualStartAt: at(row.actualStartAt),
    actualFinishAt: at(row.actualFinishAt),
    resumeAt: at(row.resumeAt),
  }
}

function plannedOf(row: DatedRow, toMinute: ToMinute): PlannedTask {
  const [startAt, finishAt] = [toMinute(row.startAt), toMinute(row.finishAt)]
  const totalFloatMin = row.totalFloatMin ?? 0
  return {
    id: row.itemId,
    startAt,
    finishAt,
    lateStartAt: startAt,
    lateFinishAt: row.lateFinishAt === null ? finishAt : toMinute(row.lateFinishAt),
    startFloatMin: row.startFloatMin ?? totalFloatMin,
    finishFloatMin: row.finishFloatMin ?? totalFloatMin,
    totalFloatMin,
    freeFloatMin: row.freeFloatMin ?? 0,
    isCritical: row.isCritical,
    isNearCritical: row.isNearCritical,
    isOnLongestPath: row.isOnLongestPath,
    reason: { kind: 'project' },
    gaps: row.gaps.map((gap) => ({ startAt: toMinute(gap.startAt), finishAt: toMinute(gap.finishAt) })),
    calendarWait: null,
  }
}
