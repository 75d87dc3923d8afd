import { operations } from '@millrace/contract'
import { changePlanFields } from '@millrace/core/schedule'
import { accepted, command, demand, refuse } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { projectFor } from '../policy.ts'
import { findPlannedItems, type PlannedItemRow } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { findWorkers } from '../queries/find-waits.ts'
import { savePlanItems } from '../store/plan.ts'
import { saveWaits } from '../store/waits.ts'

/** Keeps what levelling found, all of it or nothing. */
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
  await Promise.all(changed.map(({ containerId, planItems }) => savePlanItems(unit, containerId, planItems)))
  await saveWaits(
    unit,
    inputs.flatMap(({ items }) => items),
  )
  await demandPackages(unit, { itemIds })
  const projectIds = inputs.map(({ containerId }) => containerId)
  await outdatePlans(unit, projectIds, itemIds)
  unit.record(
    inputs.map(({ containerId, items }) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.levelled',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'plan', id: containerId },
      containerId,
      data: { count: items.length },
    })),
  )
  return inputs.map(() => ({}))
})
