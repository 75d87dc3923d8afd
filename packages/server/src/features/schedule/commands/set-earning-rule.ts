import { operations } from '@millrace/contract'
import { command, demand, refuse } from '../../../platform/commands/index.ts'
import { projectToWriteIn } from '../policy.ts'
import { findPlannedItems } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { saveEarningRules } from '../store/earning-rules.ts'

/** Sets how items earn what was planned for them. */
export const setEarningRule = command(operations['schedule.setEarningRule'], async (unit, inputs) => {
  const projectIds = inputs.map(({ containerId }) => containerId)
  const projects = await lockProjects(unit, projectIds)
  const itemIds = inputs.map(({ itemId }) => itemId)
  const items = await findPlannedItems(unit.tx, unit.organisationId, itemIds)
  inputs.forEach(({ containerId, itemId }, index) => {
    projectToWriteIn(unit, projects, { id: containerId, index })
    const containerIds = items.get(itemId)?.containerIds ?? []
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
    if (!containerIds.includes(containerId)) {
      refuse('schedule.not_on_plan', { item: items.get(itemId)?.title ?? '' }, index)
    }
  })
  const last = new Map(
    inputs.map((input) => [input.itemId, { ...input, isManual: items.get(input.itemId)?.isManual ?? false }]),
  )
  const saved = await saveEarningRules(unit, [...last.values()])
  inputs.forEach(({ itemId }, index) => {
    if (!saved.has(itemId)) refuse('schedule.not_on_plan', { item: items.get(itemId)?.title ?? '' }, index)
  })
  unit.record(
    inputs.map(({ itemId, containerId, rule }) => ({
      id: unit.newId<'Event'>(),
      ...{ kind: 'schedule.earning_rule_set', at: unit.now, actor: unit.actor, containerId },
      subject: { kind: 'planItem', id: itemId },
      data: { rule },
    })),
  )
  return inputs.map(() => ({}))
})
