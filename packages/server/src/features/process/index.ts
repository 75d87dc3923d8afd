import type { Command, Query } from '../../platform/commands/index.ts'
import { discardDraft, publishModel, saveDraft } from './commands/keep-models.ts'
import { cancelInstance, completeStep, startInstance } from './commands/run-instances.ts'
import { getModel, listVersions } from './queries/get-model.ts'
import { getProcess, listInstances } from './queries/get-process.ts'

/** Everything that can be done to processes. */
export const processCommands: readonly Command[] = [
  saveDraft,
  discardDraft,
  publishModel,
  startInstance,
  completeStep,
  cancelInstance,
]

/** Everything that can be asked about processes. */
export const processQueries: readonly Query[] = [getProcess, listInstances, getModel, listVersions]

export { forgetProcesses } from './forget-processes.ts'
export { processReactions } from './reactions.ts'
export { processTopics } from './topics.ts'
