import type { Command, Query } from '../../platform/commands/index.ts'
import { migrateInstances, repairInstances, stopBulk } from './commands/begin-bulks.ts'
import { evaluateDecision } from './commands/evaluate-decision.ts'
import { removeDecisionCase, saveDecisionCase } from './commands/keep-decision-cases.ts'
import { publishDecision, removeDecision, restoreDecision, saveDecision } from './commands/keep-decisions.ts'
import { removeForm, restoreForm, saveForm } from './commands/keep-forms.ts'
import { removeServiceLevel, setServiceLevel } from './commands/keep-levels.ts'
import { discardDraft, publishModel, saveDraft } from './commands/keep-models.ts'
import { goOnWithSchedule, pauseSchedule, removeSchedule, saveSchedule } from './commands/keep-schedules.ts'
import { repairInstance, writeValues } from './commands/repair-instances.ts'
import { cancelInstance, completeStep, startInstance } from './commands/run-instances.ts'
import { sendMessage, sendSignal } from './commands/send-messages.ts'
import { resumeVersion, suspendVersion } from './commands/suspend-versions.ts'
import { completeJob, extendLease, failJob, fetchJobs, throwJobError } from './commands/work-jobs.ts'
import { previewTimer } from './queries/ask-while-drawing.ts'
import { checkMigration, suggestMigration } from './queries/check-migration.ts'
import { countInstances } from './queries/count-instances.ts'
import {
  getDecision,
  getDecisionVersion,
  listDecisionLog,
  listDecisions,
  runDecisionCases,
} from './queries/get-decision.ts'
import { countElements, listVariants } from './queries/get-flow.ts'
import { getForm, listForms } from './queries/get-forms.ts'
import { getServiceLevels, listLevelClocks } from './queries/get-levels.ts'
import { getModel, listVersions } from './queries/get-model.ts'
import { getProcess, listInstances } from './queries/get-process.ts'
import { getStanding } from './queries/get-standing.ts'
import { getStartForm, getStepForm } from './queries/get-step-form.ts'
import { getBulk, listBulks } from './queries/list-bulks.ts'
import { listHistory, listValueChanges } from './queries/list-history.ts'
import { groupIncidents, listIncidents } from './queries/list-incidents.ts'
import { listJobs } from './queries/list-jobs.ts'
import { listSchedules } from './queries/list-schedules.ts'

const formCommands: readonly Command[] = [saveForm, removeForm, restoreForm]

const decisionCommands: readonly Command[] = [
  ...[saveDecision, publishDecision, removeDecision, restoreDecision],
  ...[saveDecisionCase, removeDecisionCase, evaluateDecision],
]

const callCommands: readonly Command[] = [
  ...[fetchJobs, completeJob, throwJobError, failJob, extendLease],
  ...[sendMessage, sendSignal],
]

const timeCommands: readonly Command[] = [
  ...[setServiceLevel, removeServiceLevel],
  ...[saveSchedule, removeSchedule, pauseSchedule, goOnWithSchedule],
]

/** Everything that can be done to processes. */
export const processCommands: readonly Command[] = [
  saveDraft,
  discardDraft,
  publishModel,
  startInstance,
  completeStep,
  cancelInstance,
  ...callCommands,
  ...formCommands,
  ...decisionCommands,
  ...timeCommands,
  ...[writeValues, repairInstance, repairInstances, migrateInstances, stopBulk],
  ...[suspendVersion, resumeVersion],
]

const repairQueries: readonly Query[] = [
  ...[getStanding, listHistory, listValueChanges, listIncidents, groupIncidents],
  ...[checkMigration, suggestMigration, getBulk, listBulks],
]

/** Everything that can be asked about processes. */
export const processQueries: readonly Query[] = [
  previewTimer,
  ...[listForms, getForm, getStartForm, getStepForm],
  ...[
    getProcess,
    listInstances,
    getModel,
    listVersions,
    countElements,
    countInstances,
    listVariants,
    listJobs,
  ],
  ...[listDecisions, getDecision, getDecisionVersion, runDecisionCases, listDecisionLog],
  ...repairQueries,
  ...[getServiceLevels, listLevelClocks, listSchedules],
]

export { createCallJobs } from './call-services.ts'
export { createMessageJobs } from './deliver-messages.ts'
export { forgetProcesses } from './forget-processes.ts'
export { createBulkJobs } from './jobs/run-bulk.ts'
export { createModelQueries } from './queries/ask-while-drawing.ts'
export { processReactions } from './reactions.ts'
export { createProcessTimeJobs, createProcessTimeWork } from './times/time-jobs.ts'
export { processTopics } from './topics.ts'
