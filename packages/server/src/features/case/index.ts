import type { Command, Query } from '../../platform/commands/index.ts'
import { actOnCase, changeVariables, takeBack } from './commands/act-on-case.ts'
import { actOnPlanItem } from './commands/act-on-plan.ts'
import { addPlanItem, changePlanItem, removePlanItem } from './commands/change-plan.ts'
import { acceptCaseOutcome, closeCase, giveCaseNotice, setClosing } from './commands/close-case.ts'
import {
  beginByTemplate,
  keepAsTemplate,
  publishTemplate,
  removeTemplate,
  restoreTemplate,
  saveTemplate,
} from './commands/keep-templates.ts'
import { getPlan } from './queries/get-plan.ts'
import { getTemplate, listTemplates } from './queries/get-templates.ts'
import { listHistory } from './queries/list-history.ts'

/** Everything that can be done to cases. */
export const caseCommands: readonly Command[] = [
  ...[addPlanItem, changePlanItem, removePlanItem, actOnPlanItem],
  ...[actOnCase, changeVariables, takeBack],
  ...[setClosing, acceptCaseOutcome, giveCaseNotice, closeCase],
  ...[saveTemplate, publishTemplate, removeTemplate, restoreTemplate, keepAsTemplate, beginByTemplate],
]

/** Everything that can be asked about cases. */
export const caseQueries: readonly Query[] = [getPlan, listHistory, listTemplates, getTemplate]

export { forgetCases } from './forget-cases.ts'
export { caseReactions } from './reactions.ts'
export { createCaseTimeJobs, createCaseTimeWork } from './time-jobs.ts'
export { caseTopics } from './topics.ts'
