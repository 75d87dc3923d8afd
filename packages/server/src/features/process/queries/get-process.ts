import { operations } from '@millrace/contract'
import { query, refuse } from '../../../platform/commands/index.ts'
import { demandProcess } from './demand-process.ts'
import { countInstances, readInstancePage } from './find-instances.ts'
import { readStepsOf } from './find-steps.ts'

/** The steps of a process, with what is open in each. */
export const getProcess = query(operations['process.getProcess'], async (context, { containerId }) => {
  await demandProcess(context, containerId)
  const { tx, organisationId } = context
  return {
    steps: await readStepsOf(tx, organisationId, containerId),
    counts: await countInstances(tx, organisationId, containerId),
  }
})

/** Instances of a process, the last started first. */
export const listInstances = query(operations['process.listInstances'], async (context, input) => {
  await demandProcess(context, input.containerId)
  const below = input.cursor === undefined ? null : Number(input.cursor)
  if (below !== null && !(Number.isInteger(below) && below > 0 && below < 2 ** 31))
    refuse('platform.cursor_wrong')
  const instances = await readInstancePage(context.tx, {
    organisationId: context.organisationId,
    processId: input.containerId,
    state: input.state ?? null,
    stepId: input.stepId ?? null,
    itemId: input.itemId ?? null,
    below,
    limit: input.limit,
  })
  const last = instances.length === input.limit ? instances.at(-1) : undefined
  return { instances, next: last ? String(last.number) : null }
})
