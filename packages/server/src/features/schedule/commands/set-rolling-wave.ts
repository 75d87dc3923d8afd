import { operations } from '@millrace/contract'
import { command } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { projectFor } from '../policy.ts'
import { findPhasesOf } from '../queries/find-phases.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { saveRollingWave } from '../store/rolling-wave.ts'

/** Begins or ends planning projects in waves; the last word on a project counts. */
export const setRollingWave = command(operations['schedule.setRollingWave'], async (unit, inputs) => {
  const projects = await lockProjects(
    unit,
    inputs.map((input) => input.containerId),
  )
  inputs.forEach((input, index) => {
    projectFor(unit, projects, { id: input.containerId, index })
  })
  const settings = new Map(inputs.map((input) => [input.containerId, input.isOn]))
  await saveRollingWave(
    unit,
    [...settings].map(([projectId, isOn]) => ({ projectId, isOn })),
  )
  const phases = await findPhasesOf(unit.tx, unit.organisationId, [...settings.keys()])
  await demandPackages(unit, { phaseIds: phases.map(({ id }) => id) })
  unit.record(
    [...settings].map(([projectId, isOn]) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.rolling_wave_set',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'container', id: projectId },
      containerId: projectId,
      data: { isOn },
    })),
  )
  return inputs.map(() => ({}))
})
