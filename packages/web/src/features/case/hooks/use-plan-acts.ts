import type { CasePlanItemView, CasePlanView, PlanAct } from '@millrace/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { Input } from '../../../platform/api.ts'
import { type Call, callOf, useCommands, useStore } from '../../../platform/store/index.ts'
import { texts } from '../texts.ts'

type NewItem = Omit<Input<'case.addPlanItem'>, 'containerId'>
type Patch = Input<'case.changePlanItem'>['patch']
type CaseAct = Input<'case.actOnCase'>['act']

/** What people do with the plan of a case. Each is one step of its history, which can be taken back. */
export type PlanActs = {
  readonly act: (item: CasePlanItemView, act: PlanAct) => void
  readonly actOnCase: (act: CaseAct) => void
  readonly add: (item: NewItem) => Promise<boolean>
  readonly change: (item: CasePlanItemView, patch: Patch) => Promise<boolean>
  readonly remove: (item: CasePlanItemView) => void
}

/** Changes the plan that is shown, and shows what came of it at once. */
export function usePlanActs({
  containerId,
  lastSeq,
}: Pick<CasePlanView, 'containerId' | 'lastSeq'>): PlanActs {
  const { runBatch } = useCommands()
  const { organisationId } = useStore()
  const client = useQueryClient()
  const back = [callOf('case.takeBack', { containerId, seq: lastSeq + 1 })]
  const say = async (call: Call, undoLabel?: string): Promise<boolean> => {
    const outcome = await runBatch([call], undoLabel === undefined ? {} : { undoLabel, back })
    if (!outcome.ok) return false
    client.setQueryData(['case.getPlan', organisationId, containerId], outcome.results[0])
    return true
  }
  return {
    act: (item, act) => {
      const { planItemId, rowId, name } = item
      void say(callOf('case.actOnPlanItem', { containerId, planItemId, rowId, act }), texts.did[act](name))
    },
    actOnCase: (act) => void say(callOf('case.actOnCase', { containerId, act })),
    add: async (item) =>
      await say(callOf('case.addPlanItem', { containerId, ...item }), texts.added(item.name)),
    change: async ({ planItemId, name }, patch) =>
      await say(callOf('case.changePlanItem', { containerId, planItemId, patch }), texts.changed(name)),
    remove: ({ planItemId, name }) =>
      void say(callOf('case.removePlanItem', { containerId, planItemId }), texts.removed(name)),
  }
}
