import type { EarningRuleName } from '@millrace/contract'
import type { PlainDate } from '@millrace/core/kernel'
import type { Tx } from '../../../platform/db/transaction.ts'

/** How an item earns, and what else people said of that. */
export type Earning = {
  readonly itemId: string
  readonly rule: EarningRuleName
  readonly weight: number | null
  readonly unitsDone: number | null
  readonly unitsTotal: number | null
  readonly restMinor: number | null
  readonly restMin: number | null
}

/** How the items of some projects earn; those that nobody said anything about are absent. */
export async function readEarnings(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Earning>> {
  const rows = await tx.query<Earning>({
    name: 'cost_read_earnings',
    text: `
select p.item_id as "itemId", p.ev_rule as rule, p.ev_weight as weight, p.ev_units_done as "unitsDone",
  p.ev_units_total as "unitsTotal", p.ev_rest_minor as "restMinor", p.ev_rest_min as "restMin"
from plan_item p
where p.organisation_id = $1
  and p.project_id = any($2::uuid[])
  and (
    p.ev_rule <> 'percent'
    or coalesce(p.ev_weight, p.ev_units_done, p.ev_units_total, p.ev_rest_minor, p.ev_rest_min) is not null)
order by p.item_id
limit 100000`,
    values: [organisationId, projectIds],
  })
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** What was spent on an item on a day: minutes, what they cost at rates, and those without a rate. */
export type SpentDay = {
  readonly projectId: string
  readonly itemId: string
  readonly day: PlainDate
  readonly minutes: number
  readonly minor: number
  readonly unpricedMin: number
}

/** Time spent on the items of some projects, at the rates of the people as their resources. */
export async function readSpentDays(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly SpentDay[]> {
  return await tx.query<SpentDay>({
    name: 'cost_read_spent_days',
    text: `
with rated as (
  select distinct on (x.project_id, r.person_id) x.project_id, r.person_id, r.rate_minor_per_hour as rate
  from unnest($2::uuid[]) as x (project_id)
  join resource r on r.organisation_id = $1 and (r.project_id = x.project_id or r.project_id is null)
  where r.person_id is not null
    and r.rate_minor_per_hour is not null
  order by x.project_id, r.person_id, r.project_id nulls last, r.id
)
select x.project_id as "projectId", t.item_id as "itemId", t.day, sum(t.minutes)::integer as minutes,
  coalesce(sum(round(t.minutes * r.rate / 60.0)), 0)::bigint as minor,
  coalesce(sum(t.minutes) filter (where r.rate is null), 0)::integer as "unpricedMin"
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null
join time_entry t on t.organisation_id = w.organisation_id and t.item_id = w.id and not t.is_running
left join rated r on r.project_id = x.project_id and r.person_id = t.person_id
group by x.project_id, t.item_id, t.day
order by x.project_id, t.day, t.item_id
limit 200000`,
    values: [organisationId, projectIds],
  })
}

/** Work that assignments report as done, where nobody wrote down time: minutes, and their cost. */
export type ReportedWork = {
  readonly projectId: string
  readonly itemId: string
  readonly minutes: number
  readonly minor: number
}

/** What was reported about the items of some projects, by item. */
export async function readReportedWork(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly ReportedWork[]> {
  return await tx.query<ReportedWork>({
    name: 'cost_read_reported_work',
    text: `
select a.project_id as "projectId", a.item_id as "itemId", sum(a.actual_work_min)::integer as minutes,
  coalesce(sum(round(a.actual_work_min * r.rate_minor_per_hour / 60.0)), 0)::bigint as minor
from assignment a
join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
where a.organisation_id = $1
  and a.project_id = any($2::uuid[])
  and a.actual_work_min > 0
  and r.kind in ('work', 'machine')
group by a.project_id, a.item_id
order by a.project_id, a.item_id
limit 100000`,
    values: [organisationId, projectIds],
  })
}
