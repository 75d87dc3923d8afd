import { operations } from '@millrace/contract'
import { command } from '../../../platform/commands/index.ts'
import { projectFor } from '../policy.ts'
import { presentBaseline } from '../present.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { recordBaselines } from '../record-baselines.ts'

/** Takes down plans as they are now. */
export const takeBaseline = command(operations['schedule.takeBaseline'], async (unit, inputs) => {
  const projects = await lockProjects(
    unit,
    inputs.map((input) => input.containerId),
  )
  const wanted = inputs.map((input, index) => {
    const { id: projectId } = projectFor(unit, projects, { id: input.containerId, index })
    return { id: input.id, projectId, name: input.name }
  })
  return (await recordBaselines(unit, wanted)).map(presentBaseline)
})
