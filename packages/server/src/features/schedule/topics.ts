import { type Principal, roleIn } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { presentBaseline, presentPhase } from './present.ts'
import { findBaselines } from './queries/find-baselines.ts'
import { findPhases } from './queries/find-phases.ts'
import { findPlanStates } from './queries/find-plan-states.ts'
import { findPlanItems } from './queries/read-plan-parts.ts'

/** Whoever sees the project sees its plan. */
const whoSees = (projectId: string) => (principal: Principal) => roleIn(principal.access, projectId) !== null

/** What this feature shows on the change stream. */
export const scheduleTopics: readonly Topic[] = [
  {
    kind: 'phase',
    load: async (tx, organisationId, ids) => {
      const phases = await findPhases(tx, organisationId, ids)
      return new Map(
        phases.map((phase) => [phase.id, shownTo(presentPhase(phase), whoSees(phase.projectId))]),
      )
    },
  },
  {
    kind: 'baseline',
    load: async (tx, organisationId, ids) => {
      const baselines = await findBaselines(tx, organisationId, ids)
      const present = baselines.filter(({ removedAt }) => removedAt === null)
      return new Map(present.map((one) => [one.id, shownTo(presentBaseline(one), whoSees(one.projectId))]))
    },
  },
  {
    kind: 'plan',
    load: async (tx, organisationId, ids) => {
      const states = await findPlanStates(tx, organisationId, ids)
      return new Map([...states].map(([id, { settings }]) => [id, shownTo({ id, ...settings }, whoSees(id))]))
    },
  },
  {
    // Only that it changed: what it says is asked for by whoever looks at it.
    kind: 'planFinding',
    load: (_tx, _organisationId, ids) =>
      Promise.resolve(new Map(ids.map((id) => [id, shownTo({ id }, whoSees(id))]))),
  },
  {
    // As above.
    kind: 'forecast',
    load: (_tx, _organisationId, ids) =>
      Promise.resolve(new Map(ids.map((id) => [id, shownTo({ id }, whoSees(id))]))),
  },
  {
    kind: 'planItem',
    load: async (tx, organisationId, ids) => {
      const items = await findPlanItems(tx, organisationId, ids)
      return new Map(items.map((item) => [item.id, shownTo(item, whoSees(item.containerId))]))
    },
  },
]
