import { operations } from '@millrace/contract'
import { command, demand, refuse } from '../../../platform/commands/index.ts'
import { fileEvent } from '../file-event.ts'
import { findFiles } from '../queries/find-files.ts'
import { removeFiles } from '../store.ts'

/** Takes files away. */
export const removeFile = command(operations['files.removeFile'], async (unit, inputs) => {
  const ids = [...new Set(inputs.map((input) => input.id))]
  const found = new Map((await findFiles(unit.tx, unit.organisationId, ids)).map((one) => [one.file.id, one]))
  inputs.forEach((input, index) => {
    const placed = found.get(input.id)
    const containerIds = placed?.containerIds ?? []
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'file' }, index)
    if (!placed) refuse('platform.not_found', { what: 'file' }, index)
  })
  await removeFiles(unit, ids)
  unit.record([...found.values()].map((placed) => fileEvent(unit, 'files.removed', placed)))
  return inputs.map(() => ({}))
})
