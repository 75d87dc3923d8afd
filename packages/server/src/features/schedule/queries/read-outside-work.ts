import type { AssignmentView, ResourceView } from '@millrace/contract'
import type { WorkingCalendar } from '@millrace/core/calendar'
import { type OutsideWork, outsideWorkOf, poolOfProject, toPlanInput } from '@millrace/core/schedule'
import { refuse } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findAssignments } from './find-assignments.ts'
import { findWorkingCalendars } from './find-calendars.ts'
import { findOutsideItems, findResponsible, OUTSIDE_MAX, type OutsideItem } from './find-outside-items.ts'
import { findPlanStates, type PlanState } from './find-plan-states.ts'
import { findResources } from './find-resources.ts'
import { readRowsOf } from './read-plan-rows.ts'

/** Work of another project, by the resource as the plan knows it that asked. */
export type OutsideTake = OutsideWork & { readonly item: OutsideItem }

const MINUTE_MS = 60_000

/**
 * What other projects ask of the resources of a plan and of those who answer for work in it, whoever may see it.
 * One person is the same in all projects, whatever resource they stand for there.
 *
 * @throws Refused with `schedule.plan_too_large`
 */
export async function readOutsideWork(
  tx: Tx,
  organisationId: string,
  { projectId, resources }: { readonly projectId: string; readonly resources: readonly ResourceView[] },
): Promise<readonly OutsideTake[]> {
  const own = resources.filter(({ kind }) => kind === 'work' || kind === 'machine')
  const known = new Map(own.flatMap(({ id, personId }) => (personId === null ? [] : [[personId, id]])))
  const personIds = new Set([...known.keys(), ...(await findResponsible(tx, organisationId, projectId))])
  const resourceIds = new Set(own.map(({ id }) => id))
  const shared = { projectId, resourceIds: [...resourceIds], personIds: [...personIds] }
  const items = await findOutsideItems(tx, organisationId, shared)
  if (items.length > OUTSIDE_MAX) return refuse('schedule.plan_too_large', { max: OUTSIDE_MAX })
  if (items.length === 0) return []
  const facts = await readFacts(tx, organisationId, items)
  const asKnown = (resource: ResourceView | undefined, id: string) => {
    const person = resource?.personId ?? (resource ? null : id)
    const mine = person === null ? id : (known.get(person) ?? person)
    return resourceIds.has(mine) || personIds.has(mine) ? mine : null
  }
  const itemOf = new Map(items.map((item) => [item.itemId, item]))
  return facts.flatMap((project) =>
    takesOf(project).flatMap((take): readonly OutsideTake[] => {
      const resourceId = asKnown(project.resourceOf.get(take.resourceId), take.resourceId)
      const item = itemOf.get(take.id)
      return resourceId === null || !item ? [] : [{ ...take, resourceId, item }]
    }),
  )
}

/** A project as far as the work in question goes. */
type ProjectFacts = {
  readonly state: PlanState
  readonly rows: NonNullable<ReturnType<Awaited<ReturnType<typeof readRowsOf>>['get']>>
  readonly calendars: readonly WorkingCalendar[]
  readonly assignments: readonly AssignmentView[]
  readonly resourceOf: ReadonlyMap<string, ResourceView>
  readonly items: readonly OutsideItem[]
}

async function readFacts(
  tx: Tx,
  organisationId: string,
  items: readonly OutsideItem[],
): Promise<readonly ProjectFacts[]> {
  const byProject = Map.groupBy(items, ({ projectId }) => projectId)
  const [projectIds, itemIds] = [[...byProject.keys()], items.map(({ itemId }) => itemId)]
  const states = await findPlanStates(tx, organisationId, projectIds)
  const rows = await readRowsOf(tx, organisationId, { projectIds, itemIds })
  const assignments = await findAssignments(tx, organisationId, { itemIds, ids: [] })
  const resourceIds = [...new Set(assignments.flatMap(({ resourceId }) => resourceId ?? []))]
  const resourceOf = await findResources(tx, organisationId, resourceIds)
  const calendars = await findWorkingCalendars(tx, organisationId, projectIds)
  const assigned = Map.groupBy(assignments, ({ itemId }) => itemId)
  return [...byProject].flatMap(([projectId, own]): readonly ProjectFacts[] => {
    const state = states.get(projectId)
    if (!state) return []
    const ids = new Set(own.map(({ itemId }) => itemId))
    return [
      {
        ...{ state, resourceOf, items: own, calendars: calendars.get(projectId) ?? [] },
        rows: (rows.get(projectId) ?? []).filter(({ itemId }) => ids.has(itemId)),
        assignments: own.flatMap(({ itemId }) => assigned.get(itemId) ?? []),
      },
    ]
  })
}

/** What the work of a project takes of anybody at its dates; of whoever answers for it where nobody is planned. */
function takesOf(facts: ProjectFacts): readonly OutsideWork[] {
  const { state, rows, calendars, assignments, resourceOf, items } = facts
  const input = toPlanInput({
    ...{ rows, calendars, links: [], resources: [], assignments: [] },
    ...{ settings: state.settings, timeZone: state.timeZone, laterPhaseIds: new Set() },
  })
  const used = new Set(assignments.map(({ resourceId }) => resourceId))
  const planned = poolOfProject({
    resources: [...used].flatMap((id) => resourceOf.get(id ?? '') ?? []),
    ...{ assignments, calendars, timeZone: state.timeZone },
  })
  const assigned = new Set(assignments.map(({ itemId }) => itemId))
  const effortOf = new Map(rows.map(({ itemId, effortMin }) => [itemId, effortMin]))
  const given = items.flatMap(({ itemId, responsibleId }) => {
    const workMin = effortOf.get(itemId) ?? null
    if (assigned.has(itemId) || responsibleId === null || workMin === null) return []
    return [{ id: itemId, itemId, resourceId: responsibleId, units: 1, workMin }]
  })
  const people = [...new Set(given.map(({ resourceId }) => resourceId))].map((id) => {
    return { id, kind: 'person' as const, calendarId: null, maxUnits: 1 } // One of the kinds.
  })
  const pooled = {
    plans: [input],
    resources: [...planned.resources, ...people],
    assignments: [...planned.assignments, ...given],
  }
  return outsideWorkOf(
    pooled,
    rows.flatMap(({ itemId: id, startAt, finishAt }) =>
      startAt === null || finishAt === null
        ? []
        : [{ id, startAt: Math.floor(startAt / MINUTE_MS), finishAt: Math.floor(finishAt / MINUTE_MS) }],
    ),
  )
}
