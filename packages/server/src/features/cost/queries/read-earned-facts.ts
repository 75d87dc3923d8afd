import type { EarningRuleName } from '@millrace/contract'
import type { PlainDate } from '@millrace/core/kernel'
import type { Tx } from '../../../platform/db/transaction.ts'

/** How the items of a project earn; those that nobody said anything about are absent. */
export async function readEarningRules(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<ReadonlyMap<string, EarningRuleName>> {
  const rows = await tx.query<{ readonly id: string; readonly rule: EarningRuleName }>({
    name: 'cost_read_earning_rules',
    text: `
select p.item_id as id, p.ev_rule as rule
from plan_item p
where p.organisation_id = $1
  and p.project_id = $2
  and p.ev_rule <> 'percent'
order by p.item_id
limit 100000`,
    values: [organisationId, projectId],
  })
  return new Map(rows.map(({ id, rule }) => [id, rule]))
}

/** What was spent on an item on a day: minutes, what they cost at rates, and those without a rate. */
export type SpentDay = {
  readonly itemId: string
  readonly day: PlainDate
  readonly minutes: number
  readonly minor: number
  readonly unpricedMin: number
}

/** Time spent on the items of a project, at the rates of the people as its resources. */
export async function readSpentDays(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<readonly SpentDay[]> {
  return await tx.query<SpentDay>({
    name: 'cost_read_spent_days',
    text: `
with rated as (
  select distinct on (r.person_id) r.person_id, r.rate_minor_per_hour as rate
  from resource r
  where r.organisation_id = $1
    and r.person_id is not null
    and r.rate_minor_per_hour is not null
    and (r.project_id = $2 or r.project_id is null)
  order by r.person_id, r.project_id nulls last, r.id
)
select t.item_id as "itemId", t.day, sum(t.minutes)::integer as minutes,
  coalesce(sum(round(t.minutes * r.rate / 60.0)), 0)::bigint as minor,
  coalesce(sum(t.minutes) filter (where r.rate is null), 0)::integer as "unpricedMin"
from time_entry t
join work_item w on w.organisation_id = t.organisation_id and w.id = t.item_id
left join rated r on r.person_id = t.person_id
where t.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null
  and not t.is_running
group by t.item_id, t.day
order by t.day, t.item_id
limit 200000`,
    values: [organisationId, projectId],
  })
}

/** Work that assignments report as done, where nobody wrote down time: minutes, and their cost. */
export type ReportedWork = { readonly itemId: string; readonly minutes: number; readonly minor: number }

/** What was reported about the items of a project by item. */
export async function readReportedWork(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<readonly ReportedWork[]> {
  return await tx.query<ReportedWork>({
    name: 'cost_read_reported_work',
    text: `
select a.item_id as "itemId", sum(a.actual_work_min)::integer as minutes,
  coalesce(sum(round(a.actual_work_min * r.rate_minor_per_hour / 60.0)), 0)::bigint as minor
from assignment a
join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
where a.organisation_id = $1
  and a.project_id = $2
  and a.actual_work_min > 0
  and r.kind in ('work', 'machine')
group by a.item_id
order by a.item_id
limit 100000`,
    values: [organisationId, projectId],
  })
}
