import { costOfWork, type PricedWork, type Prices } from '@millrace/core/cost'
import type { ItemCost } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'

type Assigned = Prices & PricedWork & { readonly itemId: string; readonly costMinor: number | null }
type Said = { readonly itemId: string; readonly fixedMinor: number; readonly costMinor: number | null }

/**
 * What the items of some projects cost as planned: what their plan says, otherwise what the work of those
 * assigned costs at the rates of its days. Items without either are absent.
 */
export async function readItemCosts(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ItemCost>> {
  const running = new Map<string, number>()
  for (const { itemId, costMinor, ...work } of await readAssigned(tx, organisationId, projectIds)) {
    running.set(itemId, (running.get(itemId) ?? 0) + (costMinor ?? costOfWork(work, work)))
  }
  const costs = new Map<string, ItemCost>(
    [...running].map(([id, runningMinor]) => [id, { fixedMinor: 0, runningMinor }]),
  )
  for (const { itemId, fixedMinor, costMinor } of await readSaid(tx, organisationId, projectIds)) {
    const runningMinor = costMinor === null ? (running.get(itemId) ?? 0) : Math.max(0, costMinor - fixedMinor)
    costs.set(itemId, { fixedMinor, runningMinor })
  }
  return costs
}

/** Assignments whose resource costs something, with the days on which their items lie. */
async function readAssigned(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly Assigned[]> {
  return await tx.query<Assigned>({
    name: 'schedule_read_assigned_costs',
    text: `
select a.item_id as "itemId", a.work_min as "workMin", a.cost_minor as "costMinor",
  r.rate_minor_per_hour as "rateMinorPerHour", r.cost_per_use_minor as "costPerUseMinor", r.rates,
  coalesce((p.start_at at time zone o.time_zone)::date, w.starts_on)::text as "startOn",
  coalesce((p.finish_at at time zone o.time_zone)::date, w.due_on)::text as "finishOn"
from assignment a
join organisation o on o.id = a.organisation_id
join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
join work_item w on w.organisation_id = a.organisation_id and w.id = a.item_id
left join plan_item p on p.organisation_id = a.organisation_id and p.item_id = a.item_id
where a.organisation_id = $1
  and a.project_id = any($2::uuid[])
  and (coalesce(a.cost_minor, r.rate_minor_per_hour, r.cost_per_use_minor) is not null or r.rates <> '[]')
order by a.item_id, a.id
limit 200000`,
    values: [organisationId, projectIds],
  })
}

async function readSaid(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly Said[]> {
  return await tx.query<Said>({
    name: 'schedule_read_said_costs',
    text: `
select p.item_id as "itemId", coalesce(p.fixed_cost_minor, 0) as "fixedMinor", p.cost_minor as "costMinor"
from plan_item p
where p.organisation_id = $1
  and p.project_id = any($2::uuid[])
  and coalesce(p.fixed_cost_minor, p.cost_minor) is not null
order by p.item_id
limit 200000`,
    values: [organisationId, projectIds],
  })
}
