import { operations } from '@millrace/contract'
import { query } from '../../../platform/commands/index.ts'
import { presentModel } from '../present.ts'
import { findCurrentModels, findModel, listModels } from './find-models.ts'
import { demandProcess } from './get-process.ts'
import { numberCursor } from './number-cursor.ts'

/** A version of the model of a process, with its file. */
export const getModel = query(operations['process.getModel'], async (context, { containerId, which }) => {
  await demandProcess(context, containerId)
  const { tx, organisationId } = context
  const model =
    typeof which === 'number'
      ? await findModel(tx, organisationId, { processId: containerId, number: which })
      : (await findCurrentModels(tx, organisationId, [containerId])).find(({ state }) => state === which)
  return { model: model ? { ...presentModel(model), xml: model.xml } : null }
})

/** The versions of the model of a process, the newest first. */
export const listVersions = query(operations['process.listVersions'], async (context, input) => {
  await demandProcess(context, input.containerId)
  const below = numberCursor(input.cursor)
  const { organisationId } = context
  const listed = await listModels(context.tx, {
    ...{ organisationId, processId: input.containerId, below, limit: input.limit },
  })
  const last = listed.length === input.limit ? listed.at(-1) : undefined
  return {
    versions: listed.map(({ running, ...model }) => ({ ...presentModel(model), running })),
    next: last?.number ? String(last.number) : null,
  }
})
