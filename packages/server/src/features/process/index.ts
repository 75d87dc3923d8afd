import type { Command, Query } from '../../platform/commands/index.ts'
import { addStep, changeStep, removeStep } from './commands/change-steps.ts'
import { cancelInstance, startInstance } from './commands/run-instances.ts'
import { getProcess, listInstances } from './queries/get-process.ts'

/** Everything that can be done to processes. */
export const processCommands: readonly Command[] = [
  addStep,
  changeStep,
  removeStep,
  startInstance,
  cancelInstance,
]

/** Everything that can be asked about processes. */
export const processQueries: readonly Query[] = [getProcess, listInstances]

export { forgetProcesses } from './forget-processes.ts'
export { processReactions } from './reactions.ts'
export { processTopics } from './topics.ts'
