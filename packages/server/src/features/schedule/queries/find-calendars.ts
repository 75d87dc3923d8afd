import type { CalendarView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { type KeptCalendar, presentCalendar } from '../working-calendars.ts'

/** A calendar and the project it belongs to. */
export type CalendarOf = CalendarView & { readonly projectId: string }

type Row = KeptCalendar & { readonly projectId: string; readonly timeZone: string }

/** The calendars of some projects, locked by their projects. */
export async function findCalendars(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly CalendarOf[]> {
  const rows = await tx.query<Row>({
    name: 'schedule_find_calendars',
    text: `
select c.id, c.base_id as "baseId", c.name, c.definition, c.project_id as "projectId", o.time_zone as "timeZone"
from calendar c
join organisation o on o.id = c.organisation_id
where c.organisation_id = $1
  and c.project_id = any($2::uuid[])
order by c.id
limit 100000`,
    values: [organisationId, projectIds],
  })
  return rows.map(({ timeZone, projectId, ...kept }) => ({ ...presentCalendar(kept, timeZone), projectId }))
}

/** How many items, resources, projects and other calendars go by some calendars. */
export async function findCalendarUse(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; count: number }>({
    name: 'schedule_find_calendar_use',
    text: `
select u.id, count(*)::integer as count
from (
  select p.calendar_id as id
  from plan_item p
  where p.organisation_id = $1
    and p.calendar_id = any($2::uuid[])
  union all
  select r.calendar_id
  from resource r
  where r.organisation_id = $1
    and r.calendar_id = any($2::uuid[])
  union all
  select s.calendar_id
  from project_plan s
  where s.organisation_id = $1
    and s.calendar_id = any($2::uuid[])
  union all
  select c.base_id
  from calendar c
  where c.organisation_id = $1
    and c.base_id = any($2::uuid[])
    and c.id <> all($2::uuid[])
) u
group by u.id
order by u.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, count }) => [id, count]))
}
