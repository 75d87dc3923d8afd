import { operations } from '@millrace/contract'
import { command, demand, refuse } from '../../../platform/commands/index.ts'
import { deleteMutes, insertMutes } from '../store/wishes.ts'

/** Wants to hear no more of containers and kinds. */
export const mute = command(operations['notify.mute'], async (unit, inputs) => {
  inputs.forEach(({ containerId, kind }, index) => {
    if (containerId === null && kind === null) refuse('notify.mute_everything', {}, index)
    if (containerId === null) return
    const containerIds = [containerId]
    demand(unit.principal.access, { permission: 'container.read', containerIds, what: 'container' }, index)
  })
  await insertMutes(unit, inputs)
  return inputs
})

/** Wants to hear of them again. */
export const unmute = command(operations['notify.unmute'], async (unit, inputs) => {
  await deleteMutes(unit, inputs)
  return inputs
})
