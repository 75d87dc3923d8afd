import { operations, type PhaseSumsView } from '@millrace/contract'
import { type PhaseSum, sumPhases } from '@millrace/core/schedule'
import { demand, query, Refused, refuse } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findPhasesOf } from './find-phases.ts'
import { findPlanStates } from './find-plan-states.ts'
import { readItemCosts } from './read-item-costs.ts'
import { readPackages } from './read-packages.ts'
import { readProjectPlan } from './read-project-plan.ts'

/** What a project takes, by its phases. */
export const getPhaseSums = query(operations['schedule.getPhaseSums'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'project' })
  const state = (await findPlanStates(tx, organisationId, [containerId])).get(containerId)
  if (!state) return refuse('platform.not_found', { what: 'project' })
  const phases = await findPhasesOf(tx, organisationId, [containerId])
  const summed = sumPhases({
    plan: await readProjectPlan(tx, organisationId, { projectId: containerId, state }),
    phases,
    packages: await readPackages(tx, organisationId, [containerId]),
    costs: await readItemCosts(tx, organisationId, [containerId]),
    people: await readPeople(tx, organisationId, containerId),
  })
  if (!summed.ok) throw new Refused(summed.refusal)
  const { unphased, whole } = summed.value
  return {
    phases: phases.flatMap(({ id }) => {
      const sum = summed.value.phases.get(id)
      return sum ? [{ phaseId: id, ...inWholes(sum) }] : []
    }),
    unphased: unphased && inWholes(unphased),
    whole: inWholes(whole),
  }
})

/** Minutes and minor units are whole. */
function inWholes(sum: PhaseSum): PhaseSumsView['whole'] {
  const rounded = (of: PhaseSum['people']) =>
    of && { low: Math.floor(of.low), high: Math.ceil(of.high), isOpen: of.isOpen }
  return {
    itemCount: sum.itemCount,
    effortMin: rounded(sum.effortMin),
    durationMin: rounded(sum.durationMin),
    people: rounded(sum.people),
    costMinor: rounded(sum.costMinor),
  }
}

/** Who is responsible for the items of a project, or assigned to them, by item. */
async function readPeople(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ id: string; people: readonly string[] }>({
    name: 'schedule_read_people',
    text: `
select x.id, array_agg(distinct x.person_id) as people
from (
  select w.id, w.responsible_id as person_id
  from work_item w
  where w.organisation_id = $1
    and w.container_ids @> array[$2::uuid]
    and w.archived_at is null
    and w.responsible_id is not null
  union all
  select a.item_id, r.person_id
  from assignment a
  join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
  where a.organisation_id = $1
    and a.project_id = $2
    and r.person_id is not null
) x
group by x.id
order by x.id
limit 100000`,
    values: [organisationId, projectId],
  })
  return new Map(rows.map(({ id, people }) => [id, people]))
}
