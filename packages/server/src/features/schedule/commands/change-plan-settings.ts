import { operations, type PlanSettingsView } from '@millrace/contract'
import { isPlannable } from '@millrace/core/schedule'
import { command, patched, refuse } from '../../../platform/commands/index.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { projectFor } from '../policy.ts'
import { findPlanStates } from '../queries/find-plan-states.ts'
import { findCalendarsOf } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { deleteFindingsOf } from '../store/findings.ts'
import { savePlanSettings } from '../store/plan-state.ts'

/** Changes how dates are calculated; the last word on a project counts. */
export const changePlanSettings = command(operations['schedule.changePlanSettings'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projectIds = inputs.map((input) => input.containerId)
  const projects = await lockProjects(unit, projectIds)
  const states = new Map(await findPlanStates(tx, organisationId, projectIds))
  const calendars = await findCalendarsOf(tx, organisationId, projectIds)
  inputs.forEach(({ containerId, patch }, index) => {
    const { name } = projectFor(unit, projects, { id: containerId, index })
    const state = states.get(containerId) ?? refuse('platform.not_found', { what: 'project' }, index)
    const isOutside = [patch.startsAt, patch.statusAt].some((at) => at != null && !isPlannable(at))
    if (isOutside) refuse('schedule.date_outside', { item: name }, index)
    if (patch.calendarId && !calendars.get(containerId)?.has(patch.calendarId)) {
      refuse('schedule.calendar_unknown', { item: name }, index)
    }
    states.set(containerId, { ...state, settings: patched(state.settings, patch) })
  })
  await savePlanSettings(
    unit,
    [...states].map(([projectId, { settings }]) => ({ projectId, settings })),
  )
  const keeping = projectIds.filter((id) => states.get(id)?.settings.isScheduled === false)
  await deleteFindingsOf(unit, keeping)
  await outdatePlans(unit, projectIds)
  const after = await findPlanStates(tx, organisationId, projectIds)
  unit.record(
    [...after].map(([projectId, { settings }]) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.settings_changed',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'plan', id: projectId },
      containerId: projectId,
      data: { settings },
    })),
  )
  return projectIds.map((id, index): PlanSettingsView => {
    return after.get(id)?.settings ?? refuse('platform.not_found', { what: 'project' }, index)
  })
})
