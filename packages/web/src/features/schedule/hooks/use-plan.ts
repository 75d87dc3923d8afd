import type { PlanView } from '@millrace/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Assignment, type Store, useChanges, useStore } from '../../../platform/store/index.ts'
import { writeOf } from '../../../platform/store/kinds.ts'
import { addForecasts } from '../../../platform/store/predict.ts'
import { assignForecasts } from '../../../platform/store/predict-assign.ts'
import { groundForecasts } from '../../../platform/store/predict-ground.ts'
import { planForecasts } from '../../../platform/store/predict-plan.ts'
import { groundWrites } from '../model/ground-writes.ts'
import { planItemOf } from '../model/plan-item-of.ts'

addForecasts({ ...planForecasts, ...assignForecasts, ...groundForecasts })

const PAUSE_MS = 250

export type LoadedPlan = {
  readonly plan: PlanView | undefined
  readonly error: unknown
  readonly retry: () => void
}

/** The plan of a project, asked for again a moment after something in it changed. */
export function usePlan(containerId: string, baselineId: string | null): LoadedPlan {
  const store = useStore()
  const { organisationId } = store
  const asked = useQuery({
    queryKey: ['schedule.getPlan', organisationId, containerId, baselineId],
    queryFn: async ({ signal }) =>
      await askPlan(store, { containerId, baselineId, signal }).catch(async (error: unknown) => {
        // An address may name a baseline that is gone: the plan is shown beside the last one.
        if (baselineId === null || !(error instanceof Refused)) throw error
        return await askPlan(store, { containerId, baselineId: null, signal })
      }),
    // Another baseline keeps the plan in sight, another project does not.
    placeholderData: (before, asked) => (asked?.queryKey[2] === containerId ? before : undefined),
  })
  const { refetch } = asked
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['item', 'relation', 'plan', 'planItem', 'phase', 'baseline', 'container'], () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), PAUSE_MS)
  })
  return { plan: asked.data, error: asked.error, retry: () => void refetch() }
}

type Asked = {
  readonly containerId: string
  readonly baselineId: string | null
  readonly signal?: AbortSignal
}

/** Asks for a plan, and keeps what is said about its rows: commands change that, shown before the server has answered. */
export async function askPlan(store: Store, { containerId, baselineId, signal }: Asked): Promise<PlanView> {
  const { seq, organisationId, pool } = store
  const input = { containerId, ...(baselineId === null ? {} : { baselineId }) }
  const plan = await call('schedule.getPlan', input, { organisationId, ...(signal && { signal }) })
  pool.change(() => {
    const planned = plan.rows.map((row) => writeOf('planItem', row.itemId, planItemOf(row, containerId)))
    const assigned = plan.assignments.map((assignment) => writeOf('assignment', assignment.id, assignment))
    pool.fill(planned.concat(assigned, groundWrites(pool, containerId, plan)), seq)
    for (const id of goneOf(pool.table('assignment'), plan))
      pool.confirm(writeOf('assignment', id, null), seq)
  })
  return plan
}

/** Assignments of the plan's items that were known before, and are not there any more. */
function goneOf(known: ReadonlyMap<string, Assignment>, plan: PlanView): readonly string[] {
  const present = new Set(plan.assignments.map(({ id }) => id))
  const items = new Set(plan.rows.map(({ itemId }) => itemId))
  return [...known.values()]
    .filter(({ id, itemId }) => items.has(itemId) && !present.has(id))
    .map(({ id }) => id)
}
