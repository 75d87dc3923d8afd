import type { EarningRuleName } from '@millrace/contract'
import { costOfWork, type PricedWork, type Prices, priceOn } from '@millrace/core/cost'
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

type Spent = Omit<SpentDay, 'minor' | 'unpricedMin'> & {
  /** Null: the person is no resource with a rate here. */
  readonly prices: Prices | null
}

/** Time spent on the items of some projects, at the rates that the people had as their resources on that day. */
export async function readSpentDays(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly SpentDay[]> {
  const rows = await tx.query<Spent>({
    name: 'cost_read_spent_days',
    text: `
with rated as (
  select distinct on (x.project_id, r.person_id) x.project_id, r.person_id, json_build_object(
    'rateMinorPerHour', r.rate_minor_per_hour, 'costPerUseMinor', null, 'rates', r.rates) as prices
  from unnest($2::uuid[]) as x (project_id)
  join resource r on r.organisation_id = $1 and (r.project_id = x.project_id or r.project_id is null)
  where r.person_id is not null
    and (r.rate_minor_per_hour is not null or r.rates <> '[]')
  order by x.project_id, r.person_id, r.project_id nulls last, r.id
)
select x.project_id as "projectId", t.item_id as "itemId", t.day, t.minutes, r.prices
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null
join time_entry t on t.organisation_id = w.organisation_id and t.item_id = w.id and not t.is_running
left join rated r on r.project_id = x.project_id and r.person_id = t.person_id
order by x.project_id, t.day, t.item_id, t.id
limit 200000`,
    values: [organisationId, projectIds],
  })
  const byDay = Map.groupBy(rows, ({ projectId, itemId, day }) => `${projectId} ${day} ${itemId}`)
  return [...byDay.values()].flatMap((entries) => sumOf(entries))
}

function sumOf(entries: readonly Spent[]): readonly SpentDay[] {
  const [first] = entries
  if (!first) return []
  const { projectId, itemId, day } = first
  return [
    entries.reduce(
      (sum, { minutes, prices }) => {
        const rate = prices && priceOn(prices, day).rateMinorPerHour
        return {
          ...sum,
          minutes: sum.minutes + minutes,
          minor: sum.minor + Math.round((minutes * (rate ?? 0)) / 60),
          unpricedMin: sum.unpricedMin + (rate === null ? minutes : 0),
        }
      },
      { projectId, itemId, day, minutes: 0, minor: 0, unpricedMin: 0 },
    ),
  ]
}

/** Work that assignments report as done, where nobody wrote down time: minutes, and their cost. */
export type ReportedWork = {
  readonly projectId: string
  readonly itemId: string
  readonly minutes: number
  readonly minor: number
}

type Reported = PricedWork & Prices & Pick<ReportedWork, 'projectId' | 'itemId'>

/** What was reported about the items of some projects, by item, at the rates of the days on which they lie. */
export async function readReportedWork(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly ReportedWork[]> {
  const rows = await tx.query<Reported>({
    name: 'cost_read_reported_work',
    text: `
select a.project_id as "projectId", a.item_id as "itemId", a.actual_work_min as "workMin",
  r.rate_minor_per_hour as "rateMinorPerHour", null as "costPerUseMinor", r.rates,
  (coalesce(p.actual_start_at, p.start_at) at time zone o.time_zone)::date::text as "startOn",
  (coalesce(p.actual_finish_at, p.finish_at) at time zone o.time_zone)::date::text as "finishOn"
from assignment a
join organisation o on o.id = a.organisation_id
join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
left join plan_item p on p.organisation_id = a.organisation_id and p.item_id = a.item_id
where a.organisation_id = $1
  and a.project_id = any($2::uuid[])
  and a.actual_work_min > 0
  and r.kind in ('work', 'machine')
order by a.project_id, a.item_id, a.id
limit 100000`,
    values: [organisationId, projectIds],
  })
  const withoutUse = (prices: Prices): Prices => ({
    ...prices,
    rates: prices.rates.map((rate) => ({ ...rate, costPerUseMinor: null })),
  })
  const byItem = Map.groupBy(rows, ({ projectId, itemId }) => `${projectId} ${itemId}`)
  return [...byItem.values()].flatMap(([first, ...others]): readonly ReportedWork[] => {
    if (!first) return []
    const all = [first, ...others]
    const minor = all.reduce((sum, work) => sum + costOfWork(withoutUse(work), work), 0)
    const minutes = all.reduce((sum, { workMin }) => sum + workMin, 0)
    return [{ projectId: first.projectId, itemId: first.itemId, minutes, minor }]
  })
}
