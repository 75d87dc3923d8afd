import type { Call, callOf } from '../../../../platform/store/index.ts'
import type { Wrong } from './ground.ts'

export type ItemPatch = Parameters<typeof callOf<'work.changeItem'>>[1]['patch']
export type PlanPatch = Parameters<typeof callOf<'schedule.changePlanItem'>>[1]['patch']

/** What has to be said anew about an item and its place in the plan, or else be done. */
export type CellChange = {
  readonly item?: ItemPatch
  readonly plan?: PlanPatch
  readonly calls?: readonly Call[]
}

/** What has to be done so that a cell says a text; null when it says so already. */
export type Written = CellChange | Wrong | null

/** Whether it is a text that does not fit. */
export function isWrong(written: object): written is Wrong {
  return 'fault' in written
}
