import type { PlanRowView } from '@millrace/contract'
import { addDays, type Instant, type PlainDate } from '@millrace/core/kernel'
import { NO_GAPS, NO_SPLITS, type PlannedWork, type PlanRow, planRows } from '@millrace/core/schedule'
import { refuse } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { dayStart } from '../../../platform/time-zone.ts'

/** Room for the largest plans known, twice; more is refused, because half a plan is a wrong plan. */
const ROWS_MAX = 50_000

/** What plan and item say about the time of an item of a project. */
export type PlanWork = {
  readonly project_id: string
  readonly item_id: string
  readonly key: string
  readonly title: string
  readonly parent_id: string | null
  readonly rank: string
  readonly is_milestone: boolean
  readonly is_done: boolean
  readonly effort_min: number | null
  readonly starts_on: PlainDate | null
  readonly due_on: PlainDate | null
  readonly time_zone: string
  /** Whether what follows is of this project; an item may be a member of others. */
  readonly is_planned: boolean
  readonly wbs: string | null
  readonly start_at: Instant | null
  readonly finish_at: Instant | null
  readonly duration_min: number | null
  readonly percent_complete: number | null
  readonly is_manual: boolean | null
  readonly constraint_kind: PlanRowView['constraintKind']
  readonly constraint_at: Instant | null
  readonly deadline_at: Instant | null
  readonly levelled_at: Instant | null
  readonly calendar_id: string | null
  readonly is_elapsed: boolean | null
  readonly is_hammock: boolean | null
  readonly started_at: Instant | null
  readonly finished_at: Instant | null
  readonly actual_start_at: Instant | null
  readonly actual_finish_at: Instant | null
  readonly remaining_min: number | null
  readonly splits: PlanRowView['splits'] | null
  readonly resume_at: Instant | null
  readonly task_type: PlanRowView['taskType'] | null
  readonly is_effort_driven: boolean | null
  readonly quantity: number | null
  readonly quantity_unit: string | null
  readonly norm_min: number | null
  readonly fixed_cost_minor: number | null
  readonly cost_minor: number | null
  readonly phase_id: string | null
  readonly seen_by: readonly string[] | null
}

/**
 * The plans of some projects as they stand: every item that is not archived, in outline order, by
 * project. Projects without items are absent.
 *
 * @throws Refused with `schedule.plan_too_large`
 */
export async function readPlanRows(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlanRowView[]>> {
  return rowsByProject(await readPlanWorks(tx, organisationId, projectIds))
}

/** The rows of some items as the plans of some projects have them, without anything above or below them. */
export async function readRowsOf(
  tx: Tx,
  organisationId: string,
  of: { readonly projectIds: readonly string[]; readonly itemIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly PlanRowView[]>> {
  return rowsByProject(await readPlanWorksOf(tx, organisationId, of))
}

function rowsByProject(works: readonly PlanWork[]): ReadonlyMap<string, readonly PlanRowView[]> {
  const byProject = Map.groupBy(works, (work) => work.project_id)
  return new Map([...byProject].map(([projectId, own]) => [projectId, toPlanRows(own)]))
}

/**
 * What the plans of some projects are made of, in no order.
 *
 * @throws Refused with `schedule.plan_too_large`
 */
export async function readPlanWorks(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly PlanWork[]> {
  const works = await tx.query<PlanWork>({
    name: 'schedule_read_plan_works',
    text: `${PLAN_WORKS}
limit $3`,
    values: [organisationId, projectIds, ROWS_MAX + 1],
  })
  if (works.length > ROWS_MAX) refuse('schedule.plan_too_large', { max: ROWS_MAX })
  return works
}

/** The same of some items: those that are not in the projects, or archived, are absent. */
export async function readPlanWorksOf(
  tx: Tx,
  organisationId: string,
  { projectIds, itemIds }: { readonly projectIds: readonly string[]; readonly itemIds: readonly string[] },
): Promise<readonly PlanWork[]> {
  return await tx.query<PlanWork>({
    name: 'schedule_read_plan_works_of',
    text: `${PLAN_WORKS}
where w.id = any($3::uuid[])`,
    values: [organisationId, projectIds, itemIds],
  })
}

/** How many items a project has that are not archived. */
export async function countPlanWorks(tx: Tx, organisationId: string, projectId: string): Promise<number> {
  const [found] = await tx.query<{ count: number }>({
    name: 'schedule_count_plan_works',
    text: `
select count(*)::integer as count
from work_item w
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null`,
    values: [organisationId, projectId],
  })
  return found?.count ?? 0
}

const PLAN_WORKS = `
select x.project_id, w.id as item_id, w.key, w.title, w.parent_id, w.rank, w.is_milestone,
  w.state_group = 'done' as is_done, w.effort_min, w.starts_on, w.due_on, w.started_at, w.finished_at, o.time_zone,
  coalesce(p.project_id = x.project_id, false) as is_planned, p.wbs, p.start_at, p.finish_at, p.duration_min, p.percent_complete,
  p.is_manual, p.constraint_kind, p.constraint_at, p.deadline_at, p.calendar_id, p.fixed_cost_minor, p.cost_minor,
  p.is_elapsed, p.is_hammock, p.levelled_at, p.actual_start_at, p.actual_finish_at, p.remaining_min,
  p.splits, p.resume_at,
  p.task_type, p.is_effort_driven, p.quantity, p.quantity_unit, p.norm_min,
  h.id as phase_id, w.seen_by
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null
join organisation o on o.id = w.organisation_id
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
left join phase_item i on i.organisation_id = w.organisation_id and i.item_id = w.id
left join phase h on h.organisation_id = i.organisation_id and h.id = i.phase_id and h.project_id = x.project_id`

/**
 * The rows of one project in outline order.
 *
 * @param known rows of before: where nothing about one differs, it is given again
 */
export function toPlanRows(
  works: readonly PlanWork[],
  known?: ReadonlyMap<PlanWork, PlanRowView>,
): readonly PlanRowView[] {
  const startOf = rememberDays(works[0]?.time_zone ?? 'UTC')
  const byItem = new Map(works.map((work) => [work.item_id, work]))
  const phaseOf = new Map<string, string | null>()
  return planRows(works.map((work) => toWork(work, startOf))).flatMap((planned) => {
    const work = byItem.get(planned.itemId)
    if (!work) return []
    // Parents come before what is under them.
    const phaseId = work.phase_id ?? phaseOf.get(planned.parentId ?? '') ?? null
    phaseOf.set(planned.itemId, phaseId)
    const before = known?.get(work)
    if (before && isSameRow(before, planned, phaseId)) return before
    return {
      ...planned,
      ...ofItem(work),
      ...(work.is_planned ? ofPlan(work) : UNPLANNED),
      ...UNCALCULATED,
      phaseId,
    }
  })
}

function isSameRow(before: PlanRowView, planned: PlanRow, phaseId: string | null): boolean {
  const names = Object.keys(planned) as (keyof PlanRow)[] // Its own keys.
  return before.phaseId === phaseId && names.every((name) => before[name] === planned[name])
}

function ofItem(row: PlanWork) {
  return {
    key: row.key,
    title: row.title,
    isMilestone: row.is_milestone,
    isDone: row.is_done,
    effortMin: row.effort_min,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  }
}

function ofPlan(row: PlanWork) {
  return {
    wbsCode: row.wbs ?? '',
    durationMin: row.duration_min,
    isElapsed: row.is_elapsed ?? false,
    isHammock: row.is_hammock ?? false,
    isManual: row.is_manual ?? false,
    constraintKind: row.constraint_kind,
    constraintAt: row.constraint_at,
    deadlineAt: row.deadline_at,
    levelledAt: row.levelled_at,
    calendarId: row.calendar_id,
    actualStartAt: row.actual_start_at,
    actualFinishAt: row.actual_finish_at,
    remainingMin: row.remaining_min,
    splits: row.splits ?? NO_SPLITS,
    resumeAt: row.resume_at,
    ...workOf(row),
    fixedCostMinor: row.fixed_cost_minor,
    costMinor: row.cost_minor,
  }
}

function workOf(row: PlanWork) {
  return {
    taskType: row.task_type ?? UNPLANNED.taskType,
    isEffortDriven: row.is_effort_driven ?? false,
    quantity: row.quantity,
    quantityUnit: row.quantity_unit ?? '',
    normMin: row.norm_min,
  }
}

const UNPLANNED = {
  wbsCode: '',
  durationMin: null,
  isElapsed: false,
  isHammock: false,
  isManual: false,
  constraintKind: null,
  constraintAt: null,
  deadlineAt: null,
  levelledAt: null,
  calendarId: null,
  actualStartAt: null,
  actualFinishAt: null,
  remainingMin: null,
  splits: NO_SPLITS,
  resumeAt: null,
  taskType: 'units',
  isEffortDriven: false,
  quantity: null,
  quantityUnit: '',
  normMin: null,
  fixedCostMinor: null,
  costMinor: null,
} as const // Nulls stay nulls.

const UNCALCULATED = {
  lateFinishAt: null,
  totalFloatMin: null,
  freeFloatMin: null,
  startFloatMin: null,
  finishFloatMin: null,
  isCritical: false,
  isNearCritical: false,
  isOnLongestPath: false,
  reason: null,
  gaps: NO_GAPS,
  calendarWait: null,
  levelledFor: null,
} as const // As above.

/** Many rows share few days, and finding out when a day begins takes its time. */
function rememberDays(timeZone: string): (day: PlainDate) => Instant {
  const known = new Map<PlainDate, Instant>()
  return (day) => {
    const start = known.get(day) ?? dayStart(day, timeZone)
    known.set(day, start)
    return start
  }
}

function toWork(row: PlanWork, startOf: (day: PlainDate) => Instant): PlannedWork {
  const { starts_on: startsOn, due_on: dueOn } = row
  return {
    itemId: row.item_id,
    parentId: row.parent_id,
    rank: row.rank,
    isMilestone: row.is_milestone,
    isDone: row.is_done,
    effortMin: row.effort_min,
    plan: row.is_planned
      ? {
          startAt: row.start_at,
          finishAt: row.finish_at,
          durationMin: row.duration_min,
          percentComplete: row.percent_complete ?? 0,
          isManual: row.is_manual ?? false,
        }
      : null,
    days: {
      startAt: startsOn === null ? null : startOf(startsOn),
      finishAt: dueOn === null ? null : startOf(addDays(dueOn, 1)),
    },
  }
}
