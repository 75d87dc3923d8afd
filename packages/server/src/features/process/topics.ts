import { type Principal, roleIn } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { presentSummary } from './decisions/present-decisions.ts'
import { presentActivity, presentModel } from './present.ts'
import { presentForm } from './present-form.ts'
import { findDecisions } from './queries/find-decisions.ts'
import { findForms } from './queries/find-forms.ts'
import { readActivities, readInstances } from './queries/find-instances.ts'
import { readModels } from './queries/find-models.ts'
import { readSteps } from './queries/find-steps.ts'

/** Whoever sees the process sees its parts. */
const whoSees = (containerId: string) => (principal: Principal) =>
  roleIn(principal.access, containerId) !== null

/** What this feature shows on the change stream. */
export const processTopics: readonly Topic[] = [
  {
    kind: 'form',
    load: async (tx, organisationId, ids) => {
      const forms = await findForms(tx, organisationId, ids)
      return new Map(forms.map((form) => [form.id, shownTo(presentForm(form), whoSees(form.processId))]))
    },
  },
  {
    kind: 'step',
    load: async (tx, organisationId, ids) => {
      const steps = await readSteps(tx, organisationId, ids)
      return new Map(steps.map((step) => [step.id, shownTo(step, whoSees(step.containerId))]))
    },
  },
  {
    kind: 'model',
    load: async (tx, organisationId, ids) => {
      const models = await readModels(tx, organisationId, ids)
      return new Map(models.map((one) => [one.id, shownTo(presentModel(one), whoSees(one.processId))]))
    },
  },
  {
    kind: 'decision',
    load: async (tx, organisationId, ids) => {
      const found = [...(await findDecisions(tx, organisationId, ids)).values()].map(presentSummary)
      return new Map(found.map((one) => [one.id, shownTo(one, whoSees(one.containerId))]))
    },
  },
  {
    kind: 'instance',
    load: async (tx, organisationId, ids) => {
      const instances = await readInstances(tx, organisationId, ids)
      return new Map(instances.map((one) => [one.id, shownTo(one, whoSees(one.containerId))]))
    },
  },
  {
    kind: 'activity',
    load: async (tx, organisationId, ids) => {
      const activities = await readActivities(tx, organisationId, ids)
      return new Map(
        activities.map(({ activity, processId }) => [
          activity.id,
          shownTo(presentActivity(activity), whoSees(processId)),
        ]),
      )
    },
  },
]
