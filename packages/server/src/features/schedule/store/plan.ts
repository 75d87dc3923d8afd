import type { Id, Instant } from '@millrace/core/kernel'
import type { PlanFields } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** What a plan says about an item. */
export type PlanItem = PlanFields & {
  readonly itemId: Id<'WorkItem'>
  /** Code of the work breakdown structure as it came; may be empty. */
  readonly wbsCode: string
  readonly costMinor: number | null
}

/** Working time, and whatever else whoever made it says about it. */
export type PlanCalendar = {
  readonly id: Id<'Calendar'>
  readonly baseId: Id<'Calendar'> | null
  readonly name: string
  readonly definition: Readonly<Record<string, unknown>>
}

/** A resource on an item, or a skill that somebody is still to be chosen by. */
export type PlanAssignment = {
  readonly id: Id<'Assignment'>
  readonly itemId: Id<'WorkItem'>
  readonly resourceId: Id<'Resource'> | null
  readonly skill?: string | null
  readonly units: number
  readonly workMin: number
  readonly actualWorkMin: number
  readonly startAt: Instant | null
  readonly finishAt: Instant | null
  readonly costMinor: number | null
}

/** Adds calendars; one may be the base of another of the same call. */
export async function insertCalendars(
  unit: Unit,
  projectId: string,
  calendars: readonly PlanCalendar[],
): Promise<void> {
  if (calendars.length === 0) return
  await unit.tx.query({
    name: 'schedule_insert_calendars',
    text: `
insert into calendar (organisation_id, project_id, id, base_id, name, definition)
select $1, $2, r.id, r.base_id, r.name, r.definition
from json_populate_recordset(null::calendar, $3::json) r`,
    values: [
      unit.organisationId,
      projectId,
      JSON.stringify(calendars.map(({ baseId, ...rest }) => ({ ...rest, base_id: baseId }))),
    ],
  })
}

/** Puts items on a plan, or changes what it says about them. */
export async function savePlanItems(
  unit: Unit,
  projectId: string,
  items: readonly PlanItem[],
): Promise<void> {
  if (items.length === 0) return
  await unit.tx.query({
    name: 'schedule_save_plan_items',
    text: `
insert into plan_item (organisation_id, project_id, ${PLANNED.join(', ')})
select $1, $2, ${PLANNED.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::plan_item, $3::json) r
on conflict (organisation_id, item_id) do update
set project_id = excluded.project_id,
    ${PLANNED.slice(1)
      .map((column) => `${column} = excluded.${column}`)
      .join(',\n    ')}`,
    values: [unit.organisationId, projectId, JSON.stringify(items.map(toPlanItemRow))],
  })
}

const PLANNED = [
  'item_id',
  'wbs',
  'start_at',
  'finish_at',
  'duration_min',
  'percent_complete',
  'is_manual',
  'constraint_kind',
  'constraint_at',
  'deadline_at',
  'calendar_id',
  'is_elapsed',
  'splits',
  'is_hammock',
  'levelled_at',
  'actual_start_at',
  'actual_finish_at',
  'remaining_min',
  'resume_at',
  'task_type',
  'is_effort_driven',
  'quantity',
  'quantity_unit',
  'norm_min',
  'fixed_cost_minor',
  'cost_minor',
]

function toPlanItemRow(item: PlanItem) {
  return {
    item_id: item.itemId,
    wbs: item.wbsCode,
    start_at: sqlMoment(item.startAt),
    finish_at: sqlMoment(item.finishAt),
    duration_min: item.durationMin,
    percent_complete: item.percentComplete,
    is_manual: item.isManual,
    constraint_kind: item.constraintKind,
    constraint_at: sqlMoment(item.constraintAt),
    deadline_at: sqlMoment(item.deadlineAt),
    calendar_id: item.calendarId,
    is_elapsed: item.isElapsed,
    splits: item.splits,
    is_hammock: item.isHammock,
    levelled_at: sqlMoment(item.levelledAt),
    actual_start_at: sqlMoment(item.actualStartAt),
    actual_finish_at: sqlMoment(item.actualFinishAt),
    remaining_min: item.remainingMin,
    resume_at: sqlMoment(item.resumeAt),
    task_type: item.taskType,
    is_effort_driven: item.isEffortDriven,
    quantity: item.quantity,
    quantity_unit: item.quantityUnit,
    norm_min: item.normMin,
    fixed_cost_minor: item.fixedCostMinor,
    cost_minor: item.costMinor,
  }
}

/** Adds assignments. */
export async function insertAssignments(
  unit: Unit,
  projectId: string,
  assignments: readonly PlanAssignment[],
): Promise<void> {
  if (assignments.length === 0) return
  const rows = assignments.map((assignment) => ({
    id: assignment.id,
    item_id: assignment.itemId,
    resource_id: assignment.resourceId,
    alternative_skill: assignment.skill ?? null,
    units: assignment.units,
    work_min: assignment.workMin,
    actual_work_min: assignment.actualWorkMin,
    start_at: sqlMoment(assignment.startAt),
    finish_at: sqlMoment(assignment.finishAt),
    cost_minor: assignment.costMinor,
  }))
  await unit.tx.query({
    name: 'schedule_insert_assignments',
    text: `
insert into assignment (organisation_id, project_id, id, item_id, resource_id, alternative_skill, units, work_min,
  actual_work_min, start_at, finish_at, cost_minor)
select $1, $2, r.id, r.item_id, r.resource_id, r.alternative_skill, r.units, r.work_min,
  r.actual_work_min, r.start_at, r.finish_at, r.cost_minor
from json_populate_recordset(null::assignment, $3::json) r`,
    values: [unit.organisationId, projectId, JSON.stringify(rows)],
  })
}
