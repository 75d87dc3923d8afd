import type { Command, Query } from '../../platform/commands/index.ts'
import { evaluateDecision } from './commands/evaluate-decision.ts'
import { removeDecisionCase, saveDecisionCase } from './commands/keep-decision-cases.ts'
import { publishDecision, removeDecision, restoreDecision, saveDecision } from './commands/keep-decisions.ts'
import { discardDraft, publishModel, saveDraft } from './commands/keep-models.ts'
import { cancelInstance, completeStep, startInstance } from './commands/run-instances.ts'
import {
  getDecision,
  getDecisionVersion,
  listDecisionLog,
  listDecisions,
  runDecisionCases,
} from './queries/get-decision.ts'
import { countElements, listVariants } from './queries/get-flow.ts'
import { getModel, listVersions } from './queries/get-model.ts'
import { getProcess, listInstances } from './queries/get-process.ts'

const decisionCommands: readonly Command[] = [
  ...[saveDecision, publishDecision, removeDecision, restoreDecision],
  ...[saveDecisionCase, removeDecisionCase, evaluateDecision],
]

/** Everything that can be done to processes. */
export const processCommands: readonly Command[] = [
  saveDraft,
  discardDraft,
  publishModel,
  startInstance,
  completeStep,
  cancelInstance,
  ...decisionCommands,
]

/** Everything that can be asked about processes. */
export const processQueries: readonly Query[] = [
  ...[getProcess, listInstances, getModel, listVersions, countElements, listVariants],
  ...[listDecisions, getDecision, getDecisionVersion, runDecisionCases, listDecisionLog],
]

export { forgetProcesses } from './forget-processes.ts'
export { processReactions } from './reactions.ts'
export { processTopics } from './topics.ts'
