import type { PlanSettingsView } from '@millrace/contract'
import type { Instant, PlainDate, Refusal } from '@millrace/core/kernel'
import { USUAL_NEAR_CRITICAL_MIN } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { dayOf, dayStart } from '../../../platform/time-zone.ts'

/** How the plan of a project is calculated, and how far it has been. */
export type PlanState = {
  readonly settings: PlanSettingsView
  readonly timeZone: string
  /** What people asked for last, and what the dates of the plan belong to. */
  readonly version: number
  readonly plannedVersion: number
  /** The items that were changed in between, and perhaps more; null: anything may have been. */
  readonly changedItemIds: readonly string[] | null
}

type Row = {
  readonly id: string
  readonly time_zone: string
  readonly starts_on: PlainDate | null
  readonly created_at: Instant
  readonly is_scheduled: boolean
  readonly starts_at: Instant | null
  readonly status_at: Instant | null
  readonly calendar_id: string | null
  readonly lag_calendar: PlanSettingsView['lagCalendar'] | null
  readonly precedence: PlanSettingsView['precedence'] | null
  readonly progress_rule: PlanSettingsView['progressRule'] | null
  readonly critical_min: number | null
  readonly near_critical_min: number | null
  readonly version: number | null
  readonly planned_version: number | null
  readonly changed_items: readonly string[] | null
  readonly refusal: Refusal | null
}

/** The state of the plans of some projects. Nobody has to have planned anything in them. */
export async function findPlanStates(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, PlanState>> {
  const rows = await tx.query<Row>({
    name: 'schedule_find_plan_states',
    text: `
select c.id, o.time_zone, c.starts_on, c.created_at, coalesce(s.is_scheduled, true) as is_scheduled, s.starts_at,
  s.status_at, s.calendar_id, s.lag_calendar, s.precedence, s.progress_rule, s.critical_min, s.near_critical_min, s.version,
  s.planned_version, s.changed_items, f.refusal
from container c
join organisation o on o.id = c.organisation_id
left join project_plan s on s.organisation_id = c.organisation_id and s.project_id = c.id
left join plan_figures f on f.organisation_id = c.organisation_id and f.project_id = c.id
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.kind = 'project'
order by c.id`,
    values: [organisationId, projectIds],
  })
  return new Map(rows.map((row) => [row.id, toState(row)]))
}

function toState(row: Row): PlanState {
  const { time_zone: timeZone, is_scheduled: isScheduled, refusal } = row
  const [version, plannedVersion] = [row.version ?? 0, row.planned_version ?? 0]
  return {
    settings: {
      ...settingsOf(row),
      startAt: row.starts_at ?? dayStart(row.starts_on ?? dayOf(row.created_at, timeZone), timeZone),
      isCurrent: !isScheduled || version === plannedVersion,
      refusal: refusal && isScheduled ? { code: refusal.code, params: refusal.params ?? {} } : null,
    },
    ...{ timeZone, version, plannedVersion, changedItemIds: row.changed_items },
  }
}

function settingsOf(row: Row) {
  return {
    isScheduled: row.is_scheduled,
    startsAt: row.starts_at,
    statusAt: row.status_at,
    calendarId: row.calendar_id,
    lagCalendar: row.lag_calendar ?? 'project',
    precedence: row.precedence ?? 'logic',
    progressRule: row.progress_rule ?? 'retained',
    criticalMin: row.critical_min ?? 0,
    nearCriticalMin: row.near_critical_min ?? USUAL_NEAR_CRITICAL_MIN,
  }
}
