import { operations } from '@millrace/contract'
import { checkGateGone } from '@millrace/core/schedule'
import { command, demand, Refused, refuse } from '../../../platform/commands/index.ts'
import { phaseEvent } from '../phase-event.ts'
import { projectFor } from '../policy.ts'
import { findPhaseUse } from '../queries/find-packages.ts'
import { findPhases } from '../queries/find-phases.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { deletePhases } from '../store/phases.ts'

/** Removes phases that hold no work, with their gates. */
export const removePhase = command(operations['schedule.removePhase'], async (unit, inputs) => {
  const { tx, organisationId, principal } = unit
  const ids = inputs.map(({ id }) => id)
  const known = new Map((await findPhases(tx, organisationId, ids)).map((phase) => [phase.id, phase]))
  const projects = await lockProjects(
    unit,
    [...known.values()].map(({ projectId }) => projectId),
  )
  const used = await findPhaseUse(tx, organisationId, ids)
  const removed = inputs.map(({ id }, index) => {
    const phase = known.get(id) ?? refuse('platform.not_found', { what: 'phase' }, index)
    const containerIds = [phase.projectId]
    demand(principal.access, { permission: 'container.manage', containerIds, what: 'phase' }, index)
    projectFor(unit, projects, { id: phase.projectId, index })
    const count = used.get(id) ?? 0
    if (count > 0) refuse('schedule.phase_holds_work', { name: phase.name, count }, index)
    const refusal = checkGateGone(phase)
    if (refusal) throw new Refused(refusal, index)
    return phase
  })
  await deletePhases(unit, ids)
  unit.record(removed.map((phase) => phaseEvent(unit, 'schedule.phase_removed', { phase })))
  return inputs.map(() => ({}))
})
