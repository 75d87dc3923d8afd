import type { RiskView } from '@millrace/contract'
import type { ForecastFacts } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findPhasesOf } from './find-phases.ts'
import type { PlanState } from './find-plan-states.ts'
import { readEstimates, readFinishedWork } from './read-estimates.ts'
import { readItemCosts } from './read-item-costs.ts'
import { readPackages } from './read-packages.ts'
import { type ReadPlan, readProjectPlan } from './read-project-plan.ts'

type Chosen = 'shape' | 'correlation' | 'startAt' | 'isLevelled'

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
    packages: await readPackages(tx, organisationId, [projectId]),
    ...(await readEstimates(tx, organisationId, projectId)),
    finished: await readFinishedWork(tx, organisationId, projectId),
    costs: await readItemCosts(tx, organisationId, [projectId]),
    risks: await findRisksOf(tx, organisationId, [projectId]),
  }
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
