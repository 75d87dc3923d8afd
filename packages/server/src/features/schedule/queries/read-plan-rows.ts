import type { PlanRowView } from '@millrace/contract'
import { addDays, type Instant, type PlainDate } from '@millrace/core/kernel'
import { NO_GAPS, NO_SPLITS, type PlannedWork, planRows } from '@millrace/core/schedule'
import { refuse } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { dayStart } from '../../../platform/time-zone.ts'

/** Room for the largest plans known, twice; more is refused, because half a plan is a wrong plan. */
const ROWS_MAX = 50_000

type Row = {
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
  return rowsByProject(
    await tx.query<Row>({
      name: 'schedule_read_plan_rows',
      text: selectRows(''),
      values: [organisationId, projectIds, ROWS_MAX + 1],
    }),
  )
}

/**
 * The rows of some items as the plans of some projects have them, without anything above or below them.
 *
 * @throws Refused with `schedule.plan_too_large`
 */
export async function readRowsOf(
  tx: Tx,
  organisationId: string,
  of: { readonly projectIds: readonly string[]; readonly itemIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly PlanRowView[]>> {
  return rowsByProject(
    await tx.query<Row>({
      name: 'schedule_read_rows_of',
      text: selectRows('and w.id = any($4::uuid[])'),
      values: [organisationId, of.projectIds, ROWS_MAX + 1, of.itemIds],
    }),
  )
}

function selectRows(condition: string): string {
  return `
select x.project_id, w.id as item_id, w.key, w.title, w.parent_id, w.rank, w.is_milestone,
  w.state_group = 'done' as is_done, w.effort_min, w.starts_on, w.due_on, w.started_at, w.finished_at, o.time_zone,
  coalesce(p.project_id = x.project_id, false) as is_planned, p.wbs, p.start_at, p.finish_at, p.duration_min, p.percent_complete,
  p.is_manual, p.constraint_kind, p.constraint_at, p.deadline_at, p.calendar_id, p.fixed_cost_minor, p.cost_minor,
  p.is_elapsed, p.levelled_at, p.actual_start_at, p.actual_finish_at, p.remaining_min, p.splits, p.resume_at,
  p.task_type, p.is_effort_driven, p.quantity, p.quantity_unit, p.norm_min,
  h.id as phase_id
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null ${condition}
join organisation o on o.id = w.organisation_id
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
left join phase_item i on i.organisation_id = w.organisation_id and i.item_id = w.id
left join phase h on h.organisation_id = i.organisation_id and h.id = i.phase_id and h.project_id = x.project_id
order by x.project_id, w.rank, w.id
limit $3`
}

function rowsByProject(rows: readonly Row[]): ReadonlyMap<string, readonly PlanRowView[]> {
  if (rows.length > ROWS_MAX) refuse('schedule.plan_too_large', { max: ROWS_MAX })
  const byProject = Map.groupBy(rows, (row) => row.project_id)
  return new Map([...byProject].map(([projectId, own]) => [projectId, present(own)]))
}

function present(rows: readonly Row[]): readonly PlanRowView[] {
  const startOf = rememberDays(rows[0]?.time_zone ?? 'UTC')
  const byItem = new Map(rows.map((row) => [row.item_id, row]))
  const phaseOf = new Map<string, string | null>()
  return planRows(rows.map((row) => toWork(row, startOf))).flatMap((planned) => {
    const row = byItem.get(planned.itemId)
    if (!row) return []
    // Parents come before what is under them.
    const phaseId = row.phase_id ?? phaseOf.get(planned.parentId ?? '') ?? null
    phaseOf.set(planned.itemId, phaseId)
    return {
      ...planned,
      ...ofItem(row),
      ...(row.is_planned ? ofPlan(row) : UNPLANNED),
      ...UNCALCULATED,
      phaseId,
    }
  })
}

function ofItem(row: Row) {
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

function ofPlan(row: Row) {
  return {
    wbsCode: row.wbs ?? '',
    durationMin: row.duration_min,
    isElapsed: row.is_elapsed ?? false,
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

function workOf(row: Row) {
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
  isCritical: false,
  isOnLongestPath: false,
  reason: null,
  gaps: NO_GAPS,
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

function toWork(row: Row, startOf: (day: PlainDate) => Instant): PlannedWork {
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
