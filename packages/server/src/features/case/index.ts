import type { Command, Query } from '../../platform/commands/index.ts'
import { addStage, changeStage } from './commands/change-stages.ts'
import { planItem } from './commands/plan-item.ts'
import { getCase } from './queries/get-case.ts'

/** Everything that can be done to cases. */
export const caseCommands: readonly Command[] = [addStage, changeStage, planItem]

/** Everything that can be asked about cases. */
export const caseQueries: readonly Query[] = [getCase]

export { forgetCases } from './forget-cases.ts'
export { caseReactions } from './reactions.ts'
export { caseTopics } from './topics.ts'
