import type { Instant } from '@millrace/core/kernel'
import { answerRuleTasks } from '../decisions/answer-rule-tasks.ts'
import { readModels } from '../queries/find-models.ts'
import { insertDecisionLog } from '../store/decision-log.ts'
import type { Doer, OthersWork, RunningSet } from './doer.ts'

type Begun = Extract<OthersWork, { readonly kind: 'begin-work' }>

/** Business rule tasks: a decision answers at once, and the instance goes on with what it says. */
export const decideDoer: Doer = {
  does: (work) =>
    (work.kind === 'begin-work' || work.kind === 'end-work') && work.node.type === 'businessRuleTask',
  carry: async (set, work) => {
    const begun = work.filter((one): one is Begun => one.kind === 'begin-work')
    const deployed = await publishedAt(set, begun)
    const asked = begun.flatMap((one) => {
      const instance = set.find(one.instanceId)?.instance
      return instance ? [{ ...one, instance }] : []
    })
    const { answers, log } = await answerRuleTasks(
      set.unit,
      asked.map(({ instanceId, node, variables, instance: { processId, modelId } }) => ({
        ...{ processId, instanceId, node: node.id, work: node.work, variables },
        ...{ deployedAt: deployed.get(modelId) ?? null, zone: set.modelOf(modelId).moment.zone },
      })),
    )
    set.afterwards(() => insertDecisionLog(set.unit, log))
    asked.forEach(({ instanceId, tokenId }, index) => {
      const answer = answers[index]
      if (answer?.ok) set.tell(instanceId, { kind: 'complete', tokenId, values: answer.values })
      else if (answer) set.tell(instanceId, { kind: 'throw', tokenId, code: answer.fault, values: {} })
    })
  },
}

/** When the versions were published by which instances run; asked only where a task is bound to that. */
async function publishedAt(set: RunningSet, begun: readonly Begun[]): Promise<ReadonlyMap<string, Instant>> {
  const bound = begun.filter(({ node }) => node.work.decisionBinding === 'deployment')
  const ids = new Set(bound.flatMap(({ instanceId }) => set.find(instanceId)?.instance.modelId ?? []))
  if (ids.size === 0) return new Map()
  const models = await readModels(set.unit.tx, set.unit.organisationId, [...ids])
  return new Map(
    models.flatMap((model) => (model.publishedAt === null ? [] : [[model.id, model.publishedAt]])),
  )
}
