import type { AssignmentView, PlanRowView, RelationView, ResourceView } from '@millrace/contract'
import type { ProjectPlan } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { toWorkingCalendar } from '../working-calendars.ts'
import { hasRollingWave } from './find-packages.ts'
import { findPhasesOf } from './find-phases.ts'
import type { PlanState } from './find-plan-states.ts'
import { readOutside } from './read-outside-ties.ts'
import {
  readAssignments,
  readAssignmentsOf,
  readCalendars,
  readLinks,
  readLinksOf,
  readResources,
} from './read-plan-parts.ts'
import {
  countPlanWorks,
  type PlanWork,
  readPlanWorks,
  readPlanWorksOf,
  toPlanRows,
} from './read-plan-rows.ts'

/** The plan of a project as core calculates it, and what its rows were made of. */
export type ReadPlan = Omit<ProjectPlan, 'rows' | 'links' | 'resources' | 'assignments'> & {
  readonly works: ReadonlyMap<string, PlanWork>
  readonly rows: readonly PlanRowView[]
  readonly links: readonly RelationView[]
  readonly resources: readonly ResourceView[]
  readonly assignments: readonly AssignmentView[]
}

/** A plan that was read before, and the items of which something differs since then. */
export type PlanBefore = { readonly plan: ReadPlan; readonly changed: ReadonlySet<string> }

type Asked = { readonly projectId: string; readonly state: PlanState }

/** Everything that the dates of a project follow from, as of one moment. */
export async function readProjectPlan(
  tx: Tx,
  organisationId: string,
  { projectId, state }: Asked,
): Promise<ReadPlan> {
  const works = await readPlanWorks(tx, organisationId, [projectId])
  const rows = toPlanRows(works)
  return {
    works: new Map(works.map((work) => [work.item_id, work])),
    rows,
    links: await readLinks(
      tx,
      organisationId,
      rows.map((row) => row.itemId),
    ),
    assignments: await readAssignments(tx, organisationId, projectId),
    resources: await readResources(tx, organisationId, projectId),
    outside: await readOutside(tx, organisationId, { projectId, state }),
    ...(await readGround(tx, organisationId, { projectId, state })),
  }
}

/**
 * The same, of a plan that was read before: only what concerns the changed items is asked for. What is as
 * it was is the same object as before. Null: something else is not as it was.
 */
export async function readProjectPlanAgain(
  tx: Tx,
  organisationId: string,
  { before: { plan, changed }, ...asked }: Asked & { readonly before: PlanBefore },
): Promise<ReadPlan | null> {
  const { projectId, state } = asked
  const itemIds = [...changed]
  const works = new Map(plan.works)
  for (const id of itemIds) works.delete(id)
  const again = await readPlanWorksOf(tx, organisationId, { projectIds: [projectId], itemIds })
  for (const work of again) works.set(work.item_id, work)
  const count = await countPlanWorks(tx, organisationId, projectId)
  if (count !== works.size || state.timeZone !== plan.timeZone) return null
  const known = new Map(plan.rows.flatMap((row) => pairWith(plan.works.get(row.itemId), row)))
  const rows = toPlanRows([...works.values()], known)
  const links = await readLinksOf(tx, organisationId, itemIds)
  const assignments = await readAssignmentsOf(tx, organisationId, { projectId, itemIds })
  return {
    works,
    rows,
    links: merged(plan.links, links.filter(isBetween(works)), (link) => isTied(link, changed)),
    assignments: merged(plan.assignments, assignments, ({ itemId }) => changed.has(itemId)),
    resources: unlessSame(plan.resources, await readResources(tx, organisationId, projectId)),
    outside: unlessSame(plan.outside, await readOutside(tx, organisationId, asked)),
    ...(await readGround(tx, organisationId, asked)),
  }
}

/** What is set for the project as a whole. */
async function readGround(tx: Tx, organisationId: string, { projectId, state }: Asked) {
  const { timeZone, settings } = state
  const phases = await findPhasesOf(tx, organisationId, [projectId])
  const isInWaves = await hasRollingWave(tx, organisationId, projectId)
  const later = isInWaves ? phases.filter((phase) => phase.state === 'later') : []
  return {
    calendars: (await readCalendars(tx, organisationId, { projectId, timeZone })).map(toWorkingCalendar),
    settings,
    timeZone,
    laterPhaseIds: new Set<string>(later.map(({ id }) => id)),
  }
}

function pairWith(
  work: PlanWork | undefined,
  row: PlanRowView,
): readonly (readonly [PlanWork, PlanRowView])[] {
  return work ? [[work, row]] : []
}

function isBetween(works: ReadonlyMap<string, PlanWork>) {
  return ({ fromId, toId }: RelationView) => works.has(fromId) && works.has(toId)
}

function isTied({ fromId, toId }: RelationView, changed: ReadonlySet<string>): boolean {
  return changed.has(fromId) || changed.has(toId)
}

/** What was read before, with those parts of it that were read again; the same list where nothing differs. */
function merged<Part extends { readonly id: string }>(
  before: readonly Part[],
  again: readonly Part[],
  isOld: (part: Part) => boolean,
): readonly Part[] {
  const old = inOrder(before.filter(isOld))
  if (unlessSame(old, inOrder(again)) === old) return before
  return inOrder([...before.filter((part) => !isOld(part)), ...again])
}

function inOrder<Part extends { readonly id: string }>(parts: readonly Part[]): readonly Part[] {
  return parts.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

function unlessSame<Value>(before: Value, now: Value): Value {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
