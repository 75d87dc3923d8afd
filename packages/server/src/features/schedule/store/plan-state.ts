import type { PlanConflictView, PlanSettingsView } from '@millrace/contract'
import type { Instant, Refusal } from '@millrace/core/kernel'
import type { CalculatedProject, MoveProgress, ProjectConflict, ProjectDates } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { StoredFigures } from '../queries/find-plan-figures.ts'

/** A plan whose dates do not yet say what people asked for. */
export type OutdatedPlan = { readonly projectId: string; readonly version: number }

/** With more than these it is quicker to read the plan whole. */
const CHANGED_MAX = 2_000

/**
 * Says of some projects that their dates are to be calculated anew. Plans that keep their dates are passed over.
 *
 * @param itemIds what was changed; null when it is not these items alone
 */
export async function bumpPlans(
  unit: Unit,
  projectIds: readonly string[],
  itemIds: readonly string[] | null,
): Promise<readonly OutdatedPlan[]> {
  return await unit.tx.query<OutdatedPlan>({
    name: 'schedule_bump_plans',
    text: `
insert into project_plan (organisation_id, project_id, version)
select $1, x.id, 1
from unnest($2::uuid[]) as x (id)
order by x.id
on conflict (organisation_id, project_id) do update
set version = project_plan.version + 1,
    changed_items = case
      when $3::uuid[] is not null and cardinality(project_plan.changed_items) + cardinality($3::uuid[]) <= $4
        then project_plan.changed_items || $3::uuid[]
    end
where project_plan.is_scheduled is not false
returning project_id as "projectId", version`,
    values: [unit.organisationId, projectIds, itemIds, CHANGED_MAX],
  })
}

/** What people set about how a plan is calculated. */
export type PlanSettings = Omit<PlanSettingsView, 'startAt' | 'isCurrent' | 'refusal'>

/** Sets how the plans of some projects are calculated. */
export async function savePlanSettings(
  unit: Unit,
  plans: readonly { readonly projectId: string; readonly settings: PlanSettings }[],
): Promise<void> {
  const rows = plans.map(({ projectId, settings }) => ({
    project_id: projectId,
    is_scheduled: settings.isScheduled,
    starts_at: sqlMoment(settings.startsAt),
    status_at: sqlMoment(settings.statusAt),
    calendar_id: settings.calendarId,
    lag_calendar: settings.lagCalendar,
    precedence: settings.precedence,
    progress_rule: settings.progressRule,
    critical_min: settings.criticalMin,
    near_critical_min: settings.nearCriticalMin,
  }))
  await unit.tx.query({
    name: 'schedule_save_plan_settings',
    text: `
insert into project_plan (organisation_id, project_id, ${SETTINGS.join(', ')})
select $1, r.project_id, ${SETTINGS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::project_plan, $2::json) r
on conflict (organisation_id, project_id) do update
set ${SETTINGS.map((column) => `${column} = excluded.${column}`).join(',\n    ')}`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** How a plan from elsewhere is calculated, once somebody wants that. */
export type ImportedSettings = Omit<PlanSettings, 'isScheduled'>

/**
 * Keeps how a plan from elsewhere is calculated, and its dates as they are. Where somebody has decided
 * about the plan, nothing changes.
 */
export async function keepSettings(unit: Unit, projectId: string, settings: ImportedSettings): Promise<void> {
  await unit.tx.query({
    name: 'schedule_keep_settings',
    text: `
insert into project_plan (organisation_id, project_id, has_rolling_wave, is_scheduled, starts_at, status_at,
  calendar_id, lag_calendar, precedence, progress_rule, critical_min, near_critical_min)
values ($1, $2, false, false, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (organisation_id, project_id) do update
set has_rolling_wave = coalesce(project_plan.has_rolling_wave, false),
    is_scheduled = false,
    starts_at = excluded.starts_at,
    status_at = excluded.status_at,
    calendar_id = excluded.calendar_id,
    lag_calendar = excluded.lag_calendar,
    precedence = excluded.precedence,
    progress_rule = excluded.progress_rule,
    critical_min = excluded.critical_min,
    near_critical_min = excluded.near_critical_min
where project_plan.is_scheduled is null
  and project_plan.starts_at is null
  and project_plan.calendar_id is null`,
    values: [
      unit.organisationId,
      projectId,
      sqlMoment(settings.startsAt),
      sqlMoment(settings.statusAt),
      settings.calendarId,
      settings.lagCalendar,
      settings.precedence,
      settings.progressRule,
      settings.criticalMin,
      settings.nearCriticalMin,
    ],
  })
}

const SETTINGS = [
  'is_scheduled',
  'starts_at',
  'status_at',
  'calendar_id',
  'lag_calendar',
  'precedence',
  'progress_rule',
  'critical_min',
  'near_critical_min',
]

/** Locks the plans of some projects, in the order in which whoever else changes several does. */
export async function lockPlans(unit: Unit, projectIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'schedule_lock_plans',
    text: `
select s.project_id
from project_plan s
where s.organisation_id = $1
  and s.project_id = any($2::uuid[])
order by s.project_id
for no key update`,
    values: [unit.organisationId, projectIds],
  })
}

/** Takes down which version the dates of a plan belong to; false when they already belong to a later one. */
export async function markPlanned(unit: Unit, { projectId, version }: OutdatedPlan): Promise<boolean> {
  const rows = await unit.tx.query<{ version: number }>({
    name: 'schedule_mark_planned',
    text: `
update project_plan
set planned_version = $3,
    changed_items = case when version = $3 then '{}' else changed_items end
where organisation_id = $1
  and project_id = $2
  and planned_version < $3
  and is_scheduled is not false
returning version`,
    values: [unit.organisationId, projectId, version],
  })
  return rows.length > 0
}

/** The dates that the plan gives an item; nulls take them away. */
export type ItemDates = {
  readonly itemId: string
  readonly startAt: Instant | null
  readonly finishAt: Instant | null
}

/**
 * Puts calculated dates on items. Those that people plan by hand meanwhile keep theirs, and what was new to
 * the plan is on it from now on.
 */
export async function saveDates(unit: Unit, projectId: string, dates: readonly ItemDates[]): Promise<void> {
  if (dates.length === 0) return
  const rows = dates.map(({ itemId, startAt, finishAt }) => ({
    item_id: itemId,
    start_at: sqlMoment(startAt),
    finish_at: sqlMoment(finishAt),
  }))
  await unit.tx.query({
    name: 'schedule_save_dates',
    text: `
insert into plan_item (organisation_id, project_id, item_id, start_at, finish_at, is_manual)
select $1, $2, r.item_id, r.start_at, r.finish_at, false
from json_populate_recordset(null::plan_item, $3::json) r
order by r.item_id
on conflict (organisation_id, item_id) do update
set start_at = excluded.start_at,
    finish_at = excluded.finish_at
where plan_item.project_id = excluded.project_id
  and not plan_item.is_manual`,
    values: [unit.organisationId, projectId, JSON.stringify(rows)],
  })
}

/** Keeps what a calculation found, beside the dates. */
export async function saveFigures(
  unit: Unit,
  projectId: string,
  { dates, conflicts }: CalculatedProject,
): Promise<void> {
  await unit.tx.query({
    name: 'schedule_save_figures',
    text: `
insert into plan_figures (organisation_id, project_id, figures, conflicts)
values ($1, $2, $3::json, $4::json)
on conflict (organisation_id, project_id) do update
set figures = excluded.figures,
    conflicts = excluded.conflicts,
    refusal = null`,
    values: [
      unit.organisationId,
      projectId,
      JSON.stringify(dates.map(toStored)),
      JSON.stringify(conflicts.map(toConflict)),
    ],
  })
}

/** Says why a plan could not be calculated. What the calculation before found stays. */
export async function saveRefusal(unit: Unit, projectId: string, refusal: Refusal): Promise<void> {
  await unit.tx.query({
    name: 'schedule_save_refusal',
    text: `
insert into plan_figures (organisation_id, project_id, refusal)
values ($1, $2, $3::json)
on conflict (organisation_id, project_id) do update
set refusal = excluded.refusal`,
    values: [unit.organisationId, projectId, JSON.stringify(refusal)],
  })
}

function toStored(dates: ProjectDates): StoredFigures {
  const { itemId, lateFinishAt, totalFloatMin, freeFloatMin, isCritical, isOnLongestPath, reason } = dates
  const { startFloatMin, finishFloatMin, isNearCritical, calendarWait } = dates
  return [
    ...([itemId, lateFinishAt, totalFloatMin, freeFloatMin, isCritical, isOnLongestPath] as const), // A tuple.
    ...([reason.kind, reason.id] as const), // As above.
    ...([startFloatMin, finishFloatMin, isNearCritical] as const), // As above.
    ...([calendarWait?.fromAt ?? null, calendarWait?.calendarId ?? null] as const), // As above.
  ]
}

function toConflict(conflict: ProjectConflict): PlanConflictView {
  return { ...conflict, offMin: Math.round(conflict.offMin) }
}

/** Takes down when work began and was done, and takes it back where it has not. */
export function saveProgress(
  unit: Unit,
  moves: readonly (MoveProgress & { readonly itemId: string; readonly at: Instant })[],
): void {
  unit.tx.send({
    name: 'schedule_save_progress',
    text: `
update plan_item p
set actual_start_at = case x.has_begun
      when true then coalesce(p.actual_start_at, least(x.at, p.start_at), x.at)
      when false then null
      else p.actual_start_at
    end,
    actual_finish_at = case when x.is_done then x.at end
from unnest($2::uuid[], $3::boolean[], $4::boolean[], $5::timestamptz[]) as x (item_id, has_begun, is_done, at)
where p.organisation_id = $1
  and p.item_id = x.item_id`,
    values: [
      unit.organisationId,
      moves.map(({ itemId }) => itemId),
      moves.map(({ hasBegun }) => hasBegun),
      moves.map(({ isDone }) => isDone),
      moves.map(({ at }) => sqlMoment(at)),
    ],
  })
}
