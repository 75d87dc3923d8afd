import type { PlanView } from '@millrace/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type Call, useStore } from '../../../platform/store/index.ts'
import { usePlanDoor } from './use-plan-door.ts'

/** A change of what a plan is calculated from. */
export type PlanChange = {
  readonly call: Call
  readonly label: string
  /** What takes it back. */
  readonly back: Call
  /** The plan as it is after it. */
  readonly after: (plan: PlanView) => PlanView
}

/**
 * Changes what a plan is calculated from, and shows that at once: whoever goes on writing goes on from there. What was
 * refused is asked for again.
 */
export function useChangePlan(containerId: string): (change: PlanChange) => void {
  const { organisationId } = useStore()
  const { write } = usePlanDoor(containerId)
  const queries = useQueryClient()
  const queryKey = ['schedule.getPlan', organisationId, containerId]
  return ({ call, label, back, after }) => {
    // An answer to a question from before would show what was before.
    void queries.cancelQueries({ queryKey })
    queries.setQueriesData<PlanView>({ queryKey }, (plan) => plan && after(plan))
    void write([call], { undoLabel: label, back: [back] }).then((outcome) => {
      if (!outcome.ok) void queries.invalidateQueries({ queryKey })
    })
  }
}
