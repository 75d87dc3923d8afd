import { operations } from '@millrace/contract'
import { keepItemDates } from '@millrace/core/schedule'
import { accepted, command, demand, refuse } from '../../../platform/commands/index.ts'
import { outdateWaiting } from '../outdate-plans.ts'
import { projectFor } from '../policy.ts'
import { findPlanStates } from '../queries/find-plan-states.ts'
import { findPlannedItems } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { deleteFindingsOf } from '../store/findings.ts'
import { type ItemDates, saveDates, savePlanSettings } from '../store/plan-state.ts'

/** Plans keep the dates that they are given, and are calculated no more until somebody wants that. */
export const keepDates = command(operations['schedule.keepDates'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projectIds = inputs.map((input) => input.containerId)
  const projects = await lockProjects(unit, projectIds)
  const states = await findPlanStates(tx, organisationId, projectIds)
  const itemIds = inputs.flatMap(({ items }) => items.map(({ itemId }) => itemId))
  const known = await findPlannedItems(tx, organisationId, itemIds)
  const kept = inputs.map(({ containerId, items }, index) => {
    projectFor(unit, projects, { id: containerId, index })
    const state = states.get(containerId) ?? refuse('platform.not_found', { what: 'project' }, index)
    const dates = items.map(({ itemId, ...given }) => {
      const containerIds = known.get(itemId)?.containerIds ?? []
      demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
      const item = known.get(itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
      const isElsewhere = item.projectId !== null && item.projectId !== containerId
      if (isElsewhere || !item.containerIds.includes(containerId)) {
        refuse('schedule.not_on_plan', { item: item.title }, index)
      }
      return { itemId, ...accepted(keepItemDates(given, item), index) }
    })
    return {
      projectId: containerId,
      dates: lastWords(dates),
      settings: { ...state.settings, isScheduled: false },
    }
  })
  await savePlanSettings(unit, [...new Map(kept.map((plan) => [plan.projectId, plan])).values()])
  await deleteFindingsOf(unit, projectIds)
  await Promise.all(kept.map(({ projectId, dates }) => saveDates(unit, projectId, dates)))
  await outdateWaiting(unit, { projectIds, itemIds, who: 'untold' })
  unit.record(
    kept.map(({ projectId, settings, dates }) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.settings_changed',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'plan', id: projectId },
      containerId: projectId,
      data: { settings },
      touches: dates.map(({ itemId }) => ({ kind: 'planItem', id: itemId })),
    })),
  )
  return inputs.map(() => ({}))
})

/** What was said last of each item. */
function lastWords(dates: readonly ItemDates[]): readonly ItemDates[] {
  return [...new Map(dates.map((each) => [each.itemId, each])).values()]
}
