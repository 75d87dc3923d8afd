import { operations, type ParsedInputOf } from '@millrace/contract'
import { changePlanFields } from '@millrace/core/schedule'
import { accepted, command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { demandTaker } from '../demand-taker.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { projectFor } from '../policy.ts'
import { type AssignmentRow, findAssignments } from '../queries/find-assignments.ts'
import { findPlannedItems, type PlannedItemRow } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { findResources } from '../queries/find-resources.ts'
import { findWorkers } from '../queries/find-waits.ts'
import { saveAssignments } from '../store/assignments.ts'
import { savePlanItems } from '../store/plan.ts'
import { saveWaits } from '../store/waits.ts'

/** Keeps what levelling found, dates and who does what: all of it or nothing. */
export const setLevelling = command(operations['schedule.setLevelling'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projects = await lockProjects(
    unit,
    inputs.map((input) => input.containerId),
  )
  const itemIds = inputs.flatMap(({ items }) => items.map(({ itemId }) => itemId))
  const known = await findPlannedItems(tx, organisationId, itemIds)
  const workers = await findWorkers(
    tx,
    organisationId,
    inputs.flatMap(({ items }) => items.flatMap(({ levelledFor }) => levelledFor?.resourceId ?? [])),
  )
  const changed = inputs.map(({ containerId, items }, index) => {
    projectFor(unit, projects, { id: containerId, index })
    const planItems = items.map(({ itemId, levelledAt, levelledFor }): PlannedItemRow => {
      const containerIds = known.get(itemId)?.containerIds ?? []
      demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
      const item = known.get(itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
      const isElsewhere = item.projectId !== null && item.projectId !== containerId
      if (isElsewhere || !item.containerIds.includes(containerId)) {
        refuse('schedule.not_on_plan', { item: item.title }, index)
      }
      if (levelledFor && !workers.has(levelledFor.resourceId)) {
        refuse('schedule.resource_unknown', { item: item.title }, index)
      }
      return { ...item, ...accepted(changePlanFields(item, { levelledAt }, item), index) }
    })
    return { containerId, planItems }
  })
  const chosen = await chooseResources(unit, inputs)
  await Promise.all(changed.map(({ containerId, planItems }) => savePlanItems(unit, containerId, planItems)))
  await saveAssignments(unit, chosen)
  await saveWaits(
    unit,
    inputs.flatMap(({ items }) => items),
  )
  const touchedIds = [...itemIds, ...chosen.map(({ itemId }) => itemId)]
  await demandPackages(unit, { itemIds: touchedIds })
  const projectIds = inputs.map(({ containerId }) => containerId)
  await outdatePlans(unit, projectIds, touchedIds)
  unit.record(
    inputs.map(({ containerId, items, assignments }) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.levelled',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'plan', id: containerId },
      containerId,
      data: { count: items.length, assignments },
    })),
  )
  return inputs.map(() => ({}))
})

type Input = ParsedInputOf<(typeof operations)['schedule.setLevelling']>

/** The assignments that change hands, with whom they are done from now on. */
async function chooseResources(
  { tx, organisationId, principal }: Unit,
  inputs: readonly Input[],
): Promise<readonly AssignmentRow[]> {
  const asked = inputs.flatMap(({ containerId, assignments }, index) =>
    assignments.map((each) => ({ ...each, containerId, index })),
  )
  if (asked.length === 0) return []
  const ids = asked.map(({ assignmentId }) => assignmentId)
  const found = await findAssignments(tx, organisationId, { itemIds: [], ids })
  const known = new Map(found.map((assignment) => [assignment.id, assignment]))
  const items = await findPlannedItems(
    tx,
    organisationId,
    found.map(({ itemId }) => itemId),
  )
  const resources = await findResources(
    tx,
    organisationId,
    asked.flatMap(({ resourceId }) => resourceId ?? []),
  )
  for (const { assignmentId: id, resourceId, containerId, index } of asked) {
    const assignment = known.get(id)
    const item = items.get(assignment?.itemId ?? '')
    if (!assignment || !item || assignment.projectId !== containerId) {
      return refuse('platform.not_found', { what: 'assignment' }, index)
    }
    const { containerIds, title } = item
    demand(principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
    const taken = { ...assignment, resourceId }
    demandTaker(resources, taken, { item: title, containerId, index })
    known.set(id, taken)
  }
  return [...known.values()]
}
