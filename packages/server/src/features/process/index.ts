import type { Command, Query } from '../../platform/commands/index.ts'
import { addStep, changeStep, removeStep } from './commands/change-steps.ts'
import { removeForm, restoreForm, saveForm } from './commands/keep-forms.ts'
import { cancelInstance, startInstance } from './commands/run-instances.ts'
import { getForm, listForms } from './queries/get-forms.ts'
import { getProcess, listInstances } from './queries/get-process.ts'

/** Everything that can be done to processes. */
export const processCommands: readonly Command[] = [
  addStep,
  changeStep,
  removeStep,
  startInstance,
  cancelInstance,
  saveForm,
  removeForm,
  restoreForm,
]

/** Everything that can be asked about processes. */
export const processQueries: readonly Query[] = [getProcess, listInstances, listForms, getForm]

export { forgetProcesses } from './forget-processes.ts'
export { processReactions } from './reactions.ts'
export { processTopics } from './topics.ts'
