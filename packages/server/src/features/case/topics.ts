import { type Principal, roleIn } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { presentCaseItem, presentStage } from './present.ts'
import { findCaseItems } from './queries/find-case-items.ts'
import { findStages } from './queries/find-stages.ts'

/** Whoever sees the case sees its plan. */
const whoSees = (caseId: string) => (principal: Principal) => roleIn(principal.access, caseId) !== null

/** What this feature shows on the change stream. */
export const caseTopics: readonly Topic[] = [
  {
    kind: 'stage',
    load: async (tx, organisationId, ids) => {
      const stages = await findStages(tx, organisationId, ids)
      return new Map(stages.map((stage) => [stage.id, shownTo(presentStage(stage), whoSees(stage.caseId))]))
    },
  },
  {
    kind: 'caseItem',
    load: async (tx, organisationId, ids) => {
      const items = await findCaseItems(tx, organisationId, ids)
      return new Map(items.map((item) => [item.id, shownTo(presentCaseItem(item), whoSees(item.caseId))]))
    },
  },
]
