import type { PlanRowView, PlanView } from '@millrace/contract'
import { type Minute, standardCalendar } from '@millrace/core/calendar'
import type { Instant } from '@millrace/core/kernel'
import { keepsDates, type PlanInput, type PlannedTask, type PlanTask } from '@millrace/core/schedule'
import type { FilePlan } from '@millrace/formats/plan'
import { wallClock } from '../../../platform/time-zone.ts'
import { type DatedRow, datedRows, type ExportedPlan } from './exported-plan.ts'

type ToMinute = (at: Instant) => Minute

const MINUTE_MS = 60_000
const DAY_MIN = 480
const STANDARD = standardCalendar('UTC', 'Standard')

/** A plan as the formats of planning programs know it: moments as the clock on the wall shows them. */
export function toFilePlan(plan: ExportedPlan): {
  readonly filePlan: FilePlan
  readonly planned: readonly PlannedTask[]
} {
  const { view, timeZone } = plan
  const toMinute: ToMinute = (at) => Math.floor(wallClock(at, timeZone) / MINUTE_MS)
  const filePlan: FilePlan = {
    name: plan.name,
    minutesPerDay: DAY_MIN,
    input: inputOf(view, toMinute),
    rows: view.rows.map(({ itemId, title, wbs, wbsCode, level }) => ({
      id: itemId,
      name: title,
      wbs: wbsCode === '' ? wbs : wbsCode,
      level,
      startAt: null,
      finishAt: null,
    })),
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
  return { filePlan, planned: datedRows(view).map((row) => plannedOf(row, toMinute)) }
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

function taskOf(row: PlanRowView, toMinute: ToMinute): PlanTask {
  const at = (moment: Instant | null) => (moment === null ? null : toMinute(moment))
  const { itemId: id, parentId, isElapsed, calendarId, constraintKind } = row
  const durationMin = row.isMilestone ? 0 : (row.durationMin ?? row.effortMin ?? 0)
  const splits = row.splits.filter(({ afterMin }) => afterMin < durationMin)
  return {
    ...{ id, parentId, isElapsed, calendarId, durationMin },
    ...(splits.length === 0 ? {} : { splits }),
    kind: kindOf(row),
    constraint: constraintKind && { kind: constraintKind, at: at(row.constraintAt) },
    deadlineAt: at(row.deadlineAt),
    levelledAt: at(row.levelledAt),
    manual: manualOf(row, toMinute),
    actual: actualOf(row, toMinute, durationMin),
  }
}

function kindOf({ isSummary, isHammock, isMilestone }: PlanRowView): PlanTask['kind'] {
  if (isSummary) return 'summary'
  if (isHammock) return 'hammock'
  return isMilestone ? 'milestone' : 'task'
}

/** What people gave dates keeps them there, too. */
function manualOf(row: PlanRowView, toMinute: ToMinute): PlanTask['manual'] {
  const { isSummary, startAt, finishAt } = row
  const isFixed = !isSummary && keepsDates(row)
  const [start, finish] = [startAt ?? finishAt, finishAt ?? startAt]
  if (!isFixed || start === null || finish === null) return null
  return { startAt: toMinute(start), finishAt: toMinute(Math.max(start, finish)) }
}

function actualOf(row: PlanRowView, toMinute: ToMinute, durationMin: number): PlanTask['actual'] {
  const { isSummary, isDone, actualStartAt, actualFinishAt, percentComplete, remainingMin } = row
  if (isSummary) return null
  const finished = actualFinishAt ?? (isDone ? row.finishAt : null)
  const started = actualStartAt ?? (percentComplete > 0 || finished !== null ? row.startAt : null)
  if (started === null) return null
  if (finished !== null) {
    return { startAt: toMinute(started), finishAt: toMinute(Math.max(started, finished)), remainingMin: 0 }
  }
  const left = Math.round((durationMin * (100 - percentComplete)) / 100)
  const resumed = row.resumeAt === null ? {} : { resumeAt: toMinute(row.resumeAt) }
  return { startAt: toMinute(started), finishAt: null, remainingMin: remainingMin ?? left, ...resumed }
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
