import type { RiskView } from '@millrace/contract'
import type { ForecastFacts, ItemCost } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findPhasesOf } from './find-phases.ts'
import type { PlanState } from './find-plan-states.ts'
import { readEstimates, readFinishedWork } from './read-estimates.ts'
import { readPackages } from './read-packages.ts'
import { type ReadPlan, readProjectPlan } from './read-project-plan.ts'

type Chosen = 'shape' | 'correlation' | 'startAt' | 'levelled'

/** What a forecast follows from, but for how it is made. */
export type ReadForecastFacts = Omit<ForecastFacts, 'plan' | 'risks' | Chosen> & {
  readonly plan: ReadPlan
  readonly risks: readonly RiskView[]
}

/** Everything that the forecast of a project follows from, as of one moment. */
export async function readForecastFacts(
  tx: Tx,
  organisationId: string,
  project: { readonly projectId: string; readonly state: PlanState },
): Promise<ReadForecastFacts> {
  const { projectId } = project
  return {
    plan: await readProjectPlan(tx, organisationId, project),
    phases: await findPhasesOf(tx, organisationId, [projectId]),
    packages: await readPackages(tx, organisationId, projectId),
    ...(await readEstimates(tx, organisationId, projectId)),
    finished: await readFinishedWork(tx, organisationId, projectId),
    costs: await readItemCosts(tx, organisationId, [projectId]),
    risks: await findRisksOf(tx, organisationId, [projectId]),
  }
}

/**
 * What the items of some projects cost as planned: what their plan says, otherwise what the work of those
 * assigned costs at their rates. Items without either are absent.
 */
export async function readItemCosts(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ItemCost>> {
  const rows = await tx.query<ItemCost & { readonly id: string }>({
    name: 'schedule_read_item_costs',
    text: `
with assigned as (
  select a.item_id,
    sum(coalesce(a.cost_minor, round(a.work_min * r.rate_minor_per_hour / 60.0) + coalesce(r.cost_per_use_minor, 0))) as minor
  from assignment a
  join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
  where a.organisation_id = $1
    and a.project_id = any($2::uuid[])
  group by a.item_id
)
select coalesce(p.item_id, s.item_id) as id, coalesce(p.fixed_cost_minor, 0) as "fixedMinor",
  greatest(coalesce(p.cost_minor - coalesce(p.fixed_cost_minor, 0), s.minor, 0), 0)::bigint as "runningMinor"
from (
  select i.item_id, i.fixed_cost_minor, i.cost_minor
  from plan_item i
  where i.organisation_id = $1
    and i.project_id = any($2::uuid[])
) p
full join assigned s on s.item_id = p.item_id
where coalesce(p.cost_minor, p.fixed_cost_minor, s.minor) is not null
order by 1
limit 200000`,
    values: [organisationId, projectIds],
  })
  return new Map(rows.map(({ id, ...cost }) => [id, cost]))
}

/** The risk registers of some projects, by title. */
export async function findRisksOf(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly RiskView[]> {
  return await tx.query<RiskView>({
    name: 'schedule_find_risks_of',
    text: `
select r.id, r.project_id as "containerId", r.title, r.probability, r.delay_low_min as "delayLowMin",
  r.delay_high_min as "delayHighMin", r.cost_low_minor as "costLowMinor", r.cost_high_minor as "costHighMinor",
  r.version,
  array(
    select i.item_id
    from risk_item i
    where i.organisation_id = $1
      and i.risk_id = r.id
    order by i.item_id) as "itemIds"
from risk r
where r.organisation_id = $1
  and r.project_id = any($2::uuid[])
order by r.title, r.id
limit 10000`,
    values: [organisationId, projectIds],
  })
}
