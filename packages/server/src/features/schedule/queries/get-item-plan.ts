import { type ItemPlanView, operations, type RelationView, type ResourceView } from '@millrace/contract'
import {
  demand,
  mayInContainers,
  type QueryContext,
  query,
  refuse,
} from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { gapsOfItem } from '../gaps-in.ts'
import { fieldsOf } from '../item-plans.ts'
import { withoutPrices } from '../present.ts'
import { presentTie } from '../present-tie.ts'
import { findAssignments } from './find-assignments.ts'
import { findMeasures } from './find-measures.ts'
import { type Figures, findPlanFigures } from './find-plan-figures.ts'
import { findPlanStates } from './find-plan-states.ts'
import { findPlannedItems, type PlannedItemRow } from './find-planned-items.ts'
import { findProjectsOf } from './find-projects.ts'
import { findAssignable } from './find-resources.ts'
import { findWaits } from './find-waits.ts'
import { readOutsideTies } from './read-outside-ties.ts'
import { readPackage } from './read-packages.ts'
import { readCalendars } from './read-plan-parts.ts'

/** What the plan of its project says about an item; one in several projects is on one plan. */
export const getItemPlan = query(operations['schedule.getItemPlan'], async (context, { itemId }) => {
  const { tx, organisationId, principal } = context
  const item = (await findPlannedItems(tx, organisationId, [itemId])).get(itemId)
  if (!item) return refuse('platform.not_found', { what: 'item' })
  const { containerIds } = item
  demand(principal.access, { permission: 'container.read', containerIds, what: 'item' })
  const projects = await findProjectsOf(tx, organisationId, {
    containerIds: [],
    itemIds: [itemId],
    isPlanned: false,
  })
  const seen = projects.filter((id) => mayInContainers(principal.access, 'container.read', [id]))
  const projectId = seen.find((id) => id === item.projectId) ?? seen[0]
  if (projectId === undefined) return { itemPlan: null }
  return { itemPlan: await itemPlanIn(context, item, projectId) }
})

async function itemPlanIn(
  { tx, organisationId, principal }: QueryContext,
  item: PlannedItemRow,
  projectId: string,
): Promise<ItemPlanView> {
  const { itemId, wbsCode, costMinor, effortMin, isSummary, isMilestone } = item
  const state = (await findPlanStates(tx, organisationId, [projectId])).get(projectId)
  const { figures } = await findPlanFigures(tx, organisationId, projectId)
  const { access } = principal
  const waits = await findWaits(tx, organisationId, { projectId, itemId, access })
  const isScheduled = state?.settings.isScheduled ?? true
  const rows = await findAssignments(tx, organisationId, { itemIds: [itemId], ids: [] })
  const assigned = new Set(rows.flatMap(({ resourceId }) => resourceId ?? []))
  const resources = await findAssignable(tx, organisationId, projectId)
  const timeZone = state?.timeZone ?? 'UTC'
  const calendars = await readCalendars(tx, organisationId, { projectId, timeZone })
  const ties = await readOutsideTies(tx, organisationId, { projectId, itemId })
  return {
    plan: { id: itemId, containerId: projectId, wbsCode, costMinor, ...fieldsOf(item) },
    ...{ effortMin, isSummary, isMilestone, isScheduled },
    ...floatOf(isScheduled ? figures.get(itemId) : undefined),
    usualNorm: item.usualNorm,
    shape: await readShape(tx, organisationId, itemId),
    gaps: state ? gapsOfItem(item, { calendars, resources, assignments: rows, ...state }) : [],
    levelledFor: waits.get(itemId) ?? null,
    package: await readPackage(tx, organisationId, itemId),
    waitsFor: await readBefore(tx, organisationId, { projectId, itemId }),
    outside: ties.map((tie) => presentTie(tie, principal)),
    assignments: rows.map(({ projectId: _projectId, kind: _kind, ...assignment }) => assignment),
    resources: seenOf(principal, projectId, { resources, assigned }),
    calendars: calendars.map(({ id, name }) => ({ id, name })),
  }
}

type Assignable = {
  readonly resources: readonly ResourceView[]
  readonly assigned: ReadonlySet<string>
}

/** For whoever may assign, all that can be; prices for whoever manages the project. */
function seenOf(
  { access }: QueryContext['principal'],
  projectId: string,
  { resources, assigned }: Assignable,
): readonly ResourceView[] {
  const mayAssign = mayInContainers(access, 'item.write', [projectId])
  const seen = resources.filter(({ id }) => mayAssign || assigned.has(id))
  return mayInContainers(access, 'container.manage', [projectId]) ? seen : seen.map(withoutPrices)
}

type Float = Pick<ItemPlanView, keyof typeof NO_FLOAT>

const NO_FLOAT = {
  totalFloatMin: null,
  freeFloatMin: null,
  startFloatMin: null,
  finishFloatMin: null,
  isCritical: false,
  isNearCritical: false,
}

function floatOf(found: Figures | undefined): Float {
  if (!found) return NO_FLOAT
  const { totalFloatMin, freeFloatMin, startFloatMin, finishFloatMin, isCritical, isNearCritical } = found
  return { totalFloatMin, freeFloatMin, startFloatMin, finishFloatMin, isCritical, isNearCritical }
}

async function readShape(tx: Tx, organisationId: string, itemId: string): Promise<ItemPlanView['shape']> {
  const measures = await findMeasures(tx, organisationId, [itemId])
  return measures.get(itemId)?.shape ?? null
}

/** What must come before an item in its project. */
async function readBefore(
  tx: Tx,
  organisationId: string,
  { projectId, itemId }: { readonly projectId: string; readonly itemId: string },
): Promise<readonly (RelationView & { readonly key: string; readonly title: string })[]> {
  return await tx.query({
    name: 'schedule_read_before',
    text: `
select r.id, r.from_id as "fromId", r.to_id as "toId", r.kind, r.link_type as "linkType", r.lag, r.lag_unit as "lagUnit",
  w.key, w.title
from relation r
join work_item w on w.organisation_id = r.organisation_id and w.id = r.from_id
where r.organisation_id = $1
  and r.to_id = $2
  and r.kind = 'precedes'
  and w.archived_at is null
  and w.container_ids @> array[$3::uuid]
order by w.rank, r.id
limit 1000`,
    values: [organisationId, itemId, projectId],
  })
}
