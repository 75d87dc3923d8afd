import type { BoundNode, PlannedFacts, ScalarProperty } from '@millrace/core/work'
import type { QueryParams } from './query-params.ts'

/** Whose plans are asked: those of the projects that somebody sees; null: of all. */
export type PlansSeen = {
  readonly visible: readonly string[] | null
}

/**
 * What plans say of `work_item w`, to join: `pi` is what is planned for the item, `pf` what the last
 * calculation found. Plans that somebody does not see say nothing, whatever else they see the item in.
 */
export function plannedJoin({ visible }: PlansSeen, params: QueryParams): string {
  const projects = visible && params.bind(visible, 'uuid[]')
  const seen = (column: string) => (projects ? `and ${column} = any(${projects})` : '')
  return `
left join plan_item pi on pi.organisation_id = w.organisation_id and pi.item_id = w.id ${seen('pi.project_id')}
left join plan_finding pf on pf.organisation_id = w.organisation_id and pf.item_id = w.id ${seen('pf.project_id')}`
}

type PlannedFactName = Extract<BoundNode, { readonly kind: 'plannedFact' }>['fact']
type PlannedProperty = Extract<
  ScalarProperty,
  { readonly type: 'plannedNumber' | 'plannedInstant' | 'plannedId' }
>

const START = 'coalesce(pf.start_at, pi.start_at)'
const FINISH = 'coalesce(pf.finish_at, pi.finish_at)'
const PERCENT = `coalesce(pf.percent_complete, case
  when pi.item_id is null then null
  when w.state_group = 'done' then 100
  else pi.percent_complete
end)`

/** Of work its last moment, so that a finish at midnight is of the day before; a milestone is where it is. */
const LAST_MOMENT = `case
  when ${FINISH} = ${START} then ${FINISH}
  else ${FINISH} - interval '1 millisecond'
end`

/** The expressions of what queries compare, where `plannedJoin` was joined. */
export const PLANNED_VALUES: Readonly<Record<PlannedProperty['name'], string>> = {
  plannedStartAt: START,
  plannedFinishAt: LAST_MOMENT,
  deadlineAt: "pi.deadline_at - interval '1 millisecond'",
  totalFloatMin: 'pf.total_float_min',
  percentComplete: PERCENT,
  isCritical: "case pf.is_critical when true then 'yes' when false then 'no' end",
}

/** The same of what is true or not; null is false. Bare columns let the database begin with the plans. */
export const PLANNED_FACTS: Readonly<Record<PlannedFactName, string>> = {
  isCritical: 'pf.is_critical',
  missesDeadline: `pi.deadline_at is not null and ${FINISH} > pi.deadline_at`,
  hasConflict: 'pf.is_conflicting',
}

/** All of it, to select; `readPlanned` reads it. Nulls where the item is on no plan that is seen. */
export const PLANNED_COLUMNS = `coalesce(pi.item_id, pf.item_id) is not null as is_planned,
  ${PLANNED_VALUES.plannedStartAt} as planned_start_at, ${PLANNED_VALUES.plannedFinishAt} as planned_finish_at,
  ${PLANNED_VALUES.deadlineAt} as deadline_at, ${PLANNED_VALUES.totalFloatMin} as total_float_min,
  ${PLANNED_VALUES.percentComplete} as percent_complete, pf.is_critical,
  coalesce(${PLANNED_FACTS.hasConflict}, false) as has_conflict,
  coalesce(${PLANNED_FACTS.missesDeadline}, false) as misses_deadline`

/** What `PLANNED_COLUMNS` select. */
export type PlannedColumns = {
  readonly is_planned: boolean
  readonly planned_start_at: number | null
  readonly planned_finish_at: number | null
  readonly deadline_at: number | null
  readonly total_float_min: number | null
  readonly percent_complete: number | null
  readonly is_critical: boolean | null
  readonly has_conflict: boolean
  readonly misses_deadline: boolean
}

/** What plans say of the item of a row; null: it is on none. */
export function readPlanned(row: PlannedColumns): PlannedFacts | null {
  if (!row.is_planned) return null
  return {
    plannedStartAt: row.planned_start_at,
    plannedFinishAt: row.planned_finish_at,
    deadlineAt: row.deadline_at,
    totalFloatMin: row.total_float_min,
    percentComplete: row.percent_complete,
    isCritical: row.is_critical,
    hasConflict: row.has_conflict,
    missesDeadline: row.misses_deadline,
  }
}
