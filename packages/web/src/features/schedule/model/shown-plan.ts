import type { PlanRowView, PlanView, RelationView } from '@millrace/contract'
import {
  keepsDates,
  type ProjectCalculation,
  type ProjectDates,
  type ProjectPlan,
} from '@millrace/core/schedule'
import type { PlanItem } from '../../../platform/store/index.ts'
import { tiesOf } from './outside/ties-of.ts'
import { laterPhases } from './phase-ranges.ts'
import { sameGaps, sameSplits } from './splits/same.ts'

/** What people say about the time and cost of a row: everything else about it is calculated. */
const SAID = [
  'durationMin',
  'isElapsed',
  'isHammock',
  'percentComplete',
  'isManual',
  'constraintKind',
  'constraintAt',
  'deadlineAt',
  'levelledAt',
  'calendarId',
  'actualStartAt',
  'actualFinishAt',
  'remainingMin',
  'resumeAt',
  'taskType',
  'fixedCostMinor',
  'costMinor',
] as const

/** The row with what is said about its time now; the same row when nothing differs. */
export function asSaid(row: PlanRowView, said: PlanItem | undefined): PlanRowView {
  if (!said || row.isSummary) return row
  const isByHand = said.isManual && row.datesFrom !== 'item'
  const isSame =
    SAID.every((name) => row[name] === said[name] || isOwnDays(row, name)) &&
    sameSplits(row.splits, said.splits) &&
    (!isByHand || (row.startAt === said.startAt && row.finishAt === said.finishAt))
  if (isSame) return row
  const { id: _id, containerId: _containerId, startAt, finishAt, ...rest } = said
  if (isByHand) return { ...row, ...rest, startAt, finishAt, datesFrom: 'plan' }
  // Dates of its own count no longer once it is to follow its links.
  const isFreed = row.datesFrom === 'item' && !said.isManual
  return { ...row, ...rest, ...(isFreed ? { startAt: null, finishAt: null, datesFrom: null } : {}) }
}

/** An item with days of its own is planned by hand, whether its plan says so or not. */
function isOwnDays(row: PlanRowView, name: (typeof SAID)[number]): boolean {
  return name === 'isManual' && row.datesFrom === 'item'
}

/** The links with those made and removed here that the plan does not know of yet. */
export function linksNow(
  links: PlanView['links'],
  pending: Iterable<readonly [string, RelationView | null]>,
): PlanView['links'] {
  const changes = new Map(pending)
  if (changes.size === 0) return links
  const known = new Set(links.map(({ id }) => id))
  const made = [...changes.values()].filter((link) => link?.kind === 'precedes' && !known.has(link.id))
  return [...links.filter(({ id }) => changes.get(id) !== null), ...made.filter((link) => link !== null)]
}

/** Whether dates follow from a plan: somebody has it calculated, and it can be. */
export function mayCalculate({ settings }: Pick<PlanView, 'settings'>): boolean {
  return settings.isScheduled && settings.refusal === null
}

/** Where a plan is calculated from: its settings, calendars, phases, and who does what. */
export type PlanGround = Pick<
  PlanView,
  'settings' | 'calendars' | 'resources' | 'assignments' | 'phases' | 'hasRollingWave'
> & {
  readonly timeZone: string
  readonly outside?: PlanView['outside'] | undefined
}

/** A plan as core calculates it, with rows as they are shown. */
export type ShownProject = Omit<ProjectPlan, 'rows'> & { readonly rows: readonly PlanRowView[] }

/** A plan as core calculates it. */
export function projectPlanOf(
  { settings, calendars, resources, assignments, timeZone, outside, ...waves }: PlanGround,
  rows: readonly PlanRowView[],
  links: PlanView['links'],
): ShownProject {
  return {
    rows,
    links,
    calendars: calendars.map(({ definition, ...calendar }) => ({ ...calendar, ...definition })),
    resources,
    assignments,
    settings,
    timeZone,
    laterPhaseIds: laterPhases(waves),
    outside: outside && tiesOf(outside),
  }
}

/**
 * The rows with the dates that follow from them, calculated here: what the server will find, before it
 * has. Rows that stay where they are stay the same; a plan that cannot be calculated is left as it is.
 *
 * @param calculation what the plan was calculated with before, if it was
 */
export function calculated(calculation: ProjectCalculation, plan: ShownProject): readonly PlanRowView[] {
  const { rows } = plan
  const planned = calculation.place(plan)
  if (!planned.ok) return rows
  const datesOf = new Map(planned.value.map((dates) => [dates.itemId, dates]))
  return rows.map((row) => {
    const dates = datesOf.get(row.itemId)
    if (!dates) return isPlannedLater(row) ? { ...row, startAt: null, finishAt: null } : row
    const next = placed(row, dates)
    return isSame(row, next) ? row : next
  })
}

/** A row where it was calculated to lie; what keeps its dates gets only what else was found. */
function placed(
  row: PlanRowView,
  { itemId: _itemId, reason, calendarWait, ...figures }: ProjectDates,
): PlanRowView {
  const { startAt, finishAt, ...floats } = figures
  const dates = keepsDates(row) ? {} : { startAt, finishAt }
  const isSameReason = row.reason?.kind === reason.kind && row.reason.id === reason.id
  return {
    ...row,
    ...dates,
    ...floats,
    reason: isSameReason ? row.reason : reason,
    calendarWait: isSameWait(row.calendarWait, calendarWait) ? row.calendarWait : calendarWait,
    datesFrom: row.datesFrom ?? (row.isSummary ? 'children' : 'plan'),
  }
}

function isSameWait(one: PlanRowView['calendarWait'], other: typeof one): boolean {
  return one?.fromAt === other?.fromAt && one?.calendarId === other?.calendarId
}

function isPlannedLater(row: PlanRowView): boolean {
  return row.datesFrom === 'plan' && !row.isManual && !row.isSummary
}

function isSame(one: PlanRowView, other: PlanRowView): boolean {
  return CALCULATED.every((name) => one[name] === other[name]) && sameGaps(one.gaps, other.gaps)
}

const CALCULATED = [
  'startAt',
  'finishAt',
  'datesFrom',
  'lateFinishAt',
  'totalFloatMin',
  'freeFloatMin',
  'startFloatMin',
  'finishFloatMin',
  'isCritical',
  'isNearCritical',
  'isOnLongestPath',
  'reason',
  'calendarWait',
] as const
