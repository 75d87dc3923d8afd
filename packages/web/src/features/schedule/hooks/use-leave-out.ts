import type { PlanRowView, PlanView } from '@millrace/contract'
import { newId } from '../../../platform/new-id.ts'
import { callsOfLeavingOut } from '../model/scenario/leave-out.ts'
import { textsScenario } from '../texts-scenario.ts'
import { usePlanDoor } from './use-plan-door.ts'

type Asked = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
}

/** Leaves an item and what lies below it out of the scenario that is open; null: none is. */
export function useLeaveOut({ plan, rows, containerId }: Asked): ((row: PlanRowView) => void) | null {
  const { write, scenario } = usePlanDoor(containerId)
  if (scenario === null) return null
  return ({ itemId, title }) => {
    const calls = callsOfLeavingOut(new Set([itemId]), { rows, links: plan.links, newId })
    void write(calls, { undoLabel: textsScenario.leftOut(title) })
  }
}
