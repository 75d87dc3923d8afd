import { operations } from '@millrace/contract'
import { type Phase, promotePhase as roll } from '@millrace/core/schedule'
import { accepted, command } from '../../../platform/commands/index.ts'
import { phaseEvent } from '../phase-event.ts'
import { projectFor } from '../policy.ts'
import { presentBaseline, presentPhase } from '../present.ts'
import { findPhases, findPhasesOf } from '../queries/find-phases.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { recordBaselines } from '../record-baselines.ts'
import { savePhases } from '../store/phases.ts'

/** Rolls the wave on: opens later phases for detail, each with a baseline of the plan as it then stands. */
export const promotePhase = command(operations['schedule.promotePhase'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const ids = inputs.map((input) => input.id)
  const projectOf = new Map((await findPhases(tx, organisationId, ids)).map((one) => [one.id, one.projectId]))
  const projectIds = [...new Set(projectOf.values())]
  const projects = await lockProjects(unit, projectIds)
  const phases = new Map((await findPhasesOf(tx, organisationId, projectIds)).map((one) => [one.id, one]))
  const rolled = inputs.map((input, index) => {
    const projectId = projectOf.get(input.id) ?? ''
    projectFor(unit, projects, { id: projectId, index })
    const own = [...phases.values()].filter((phase) => phase.projectId === projectId)
    const changed = accepted(roll(own, input.id), index)
    for (const phase of changed) phases.set(phase.id, phase)
    return { projectId, changed }
  })
  await savePhases(unit, lastOf(rolled.flatMap(({ changed }) => changed)))
  const baselines = await recordBaselines(
    unit,
    inputs.map((input, index) => ({
      id: input.baselineId,
      projectId: rolled[index]?.projectId ?? '',
      name: input.baselineName ?? phases.get(input.id)?.name ?? '',
    })),
  )
  unit.record(
    rolled.flatMap(({ changed }, index) =>
      changed.map((phase) =>
        phase.id === inputs[index]?.id
          ? phaseEvent(unit, 'schedule.phase_promoted', { phase, baselineId: baselines[index]?.id ?? '' })
          : phaseEvent(unit, 'schedule.phase_changed', { phase }),
      ),
    ),
  )
  return rolled.flatMap(({ changed }, index) => {
    const baseline = baselines[index]
    return baseline ? [{ phases: changed.map(presentPhase), baseline: presentBaseline(baseline) }] : []
  })
})

function lastOf(phases: readonly Phase[]): readonly Phase[] {
  return [...new Map(phases.map((phase) => [phase.id, phase])).values()]
}
