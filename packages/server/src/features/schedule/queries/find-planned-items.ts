import type { PlanFields, UsualNorm } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'

/** An item with what is planned for it, by the project that its plan belongs to. */
export type PlannedItemRow = PlanFields & {
  readonly itemId: string
  readonly title: string
  readonly containerIds: readonly string[]
  readonly isSummary: boolean
  readonly isMilestone: boolean
  readonly hasOwnDays: boolean
  readonly effortMin: number | null
  /** The norm of its type; null: there is none. */
  readonly usualNorm: (UsualNorm & { readonly of: string }) | null
  /** Null: nothing is planned for it yet. */
  readonly projectId: string | null
  readonly wbsCode: string
  readonly costMinor: number | null
}

/** Items with what is planned for them. Whoever has dates of their own and no plan is planned by hand. */
export async function findPlannedItems(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, PlannedItemRow>> {
  const rows = await tx.query<Omit<PlannedItemRow, 'usualNorm'> & TypeNorm>({
    name: 'schedule_find_planned_items',
    text: `
select w.id as "itemId", w.title, w.container_ids as "containerIds", w.child_count > 0 as "isSummary", w.is_milestone as "isMilestone",
  coalesce(w.starts_on, w.due_on) is not null as "hasOwnDays", p.project_id as "projectId",
  w.effort_min as "effortMin", coalesce(p.task_type, 'units') as "taskType",
  coalesce(p.is_effort_driven, false) as "isEffortDriven", p.quantity,
  coalesce(p.quantity_unit, '') as "quantityUnit", p.norm_min as "normMin",
  coalesce(p.wbs, '') as "wbsCode", p.fixed_cost_minor as "fixedCostMinor", p.cost_minor as "costMinor",
  p.start_at as "startAt", p.finish_at as "finishAt", p.duration_min as "durationMin",
  coalesce(p.is_elapsed, false) as "isElapsed", coalesce(p.is_hammock, false) as "isHammock", coalesce(p.percent_complete, 0) as "percentComplete",
  coalesce(p.is_manual, coalesce(w.starts_on, w.due_on) is not null) as "isManual",
  p.constraint_kind as "constraintKind", p.constraint_at as "constraintAt", p.deadline_at as "deadlineAt",
  p.levelled_at as "levelledAt", p.calendar_id as "calendarId", p.actual_start_at as "actualStartAt",
  p.actual_finish_at as "actualFinishAt", p.remaining_min as "remainingMin",
  coalesce(p.splits, '[]') as splits, p.resume_at as "resumeAt",
  t.name as "typeName", (t.defaults ->> 'normMin')::float8 as "typeNormMin",
  coalesce(t.defaults ->> 'normUnit', '') as "typeNormUnit"
from work_item w
join item_type t on t.organisation_id = w.organisation_id and t.id = w.type_id
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
where w.organisation_id = $1
  and w.id = any($2::uuid[])
  and w.archived_at is null
order by w.id`,
    values: [organisationId, itemIds],
  })
  return new Map(
    rows.map(({ typeName, typeNormMin, typeNormUnit, ...row }) => [
      row.itemId,
      {
        ...row,
        usualNorm: typeNormMin === null ? null : { normMin: typeNormMin, unit: typeNormUnit, of: typeName },
      },
    ]),
  )
}

type TypeNorm = {
  readonly typeName: string
  readonly typeNormMin: number | null
  readonly typeNormUnit: string
}

/** The calendars that may be named in some projects: their own, and those that all projects may go by. */
export async function findCalendarsOf(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.query<{ id: string; projectId: string }>({
    name: 'schedule_find_calendars_of',
    text: `
select c.id, p.id as "projectId"
from unnest($2::uuid[]) p (id)
join calendar c on c.organisation_id = $1 and (c.project_id = p.id or c.project_id is null)
order by c.id
limit 100000`,
    values: [organisationId, [...new Set(projectIds)]],
  })
  const byProject = Map.groupBy(rows, (row) => row.projectId)
  return new Map([...byProject].map(([id, own]) => [id, new Set(own.map((row) => row.id))]))
}

/** The calendars that all projects may go by. */
export async function findSharedCalendarIds(tx: Tx, organisationId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_shared_calendar_ids',
    text: `
select c.id
from calendar c
where c.organisation_id = $1
  and c.project_id is null
order by c.id
limit 10000`,
    values: [organisationId],
  })
  return new Set(rows.map(({ id }) => id))
}
