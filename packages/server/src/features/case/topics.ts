import { type Principal, roleIn } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { findPlans } from './queries/find-plans.ts'
import { findTemplateViews } from './queries/find-templates.ts'

/** Whoever sees the case sees its plan. */
const whoSees = (caseId: string) => (principal: Principal) => roleIn(principal.access, caseId) !== null

/** What this feature shows on the change stream: that a plan has changed; what it is then is asked for. */
export const caseTopics: readonly Topic[] = [
  {
    kind: 'casePlan',
    load: async (tx, organisationId, ids) => {
      const plans = await findPlans(tx, organisationId, ids)
      return new Map(
        plans.map(({ case_id: id, version, entries: lastSeq }) => [
          id,
          shownTo({ id, version, lastSeq }, whoSees(id)),
        ]),
      )
    },
  },
  {
    kind: 'caseTemplate',
    load: async (tx, organisationId, ids) => {
      const views = await findTemplateViews(tx, organisationId, ids)
      return new Map([...views].map(([id, view]) => [id, shownTo(view, () => true)]))
    },
  },
]
