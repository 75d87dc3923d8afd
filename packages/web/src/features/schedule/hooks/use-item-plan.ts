import type { ItemPlanView } from '@millrace/contract'
import type { PlanPatch } from '@millrace/core/schedule'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import {
  type Call,
  callOf,
  useChanges,
  useCommands,
  useDirectory,
  useEntity,
  useItem,
  useStore,
} from '../../../platform/store/index.ts'
import { writeOf } from '../../../platform/store/kinds.ts'
import { addForecasts } from '../../../platform/store/predict.ts'
import { planForecasts } from '../../../platform/store/predict-plan.ts'
import { textsWork as words } from '../texts-work.ts'

addForecasts(planForecasts)

const PAUSE_MS = 250

export type ItemPlanModel = {
  /** Null: it is in no project; undefined: not loaded yet. */
  readonly itemPlan: ItemPlanView | null | undefined
  readonly error: unknown
  readonly retry: () => void
  readonly canWrite: boolean
  readonly canManage: boolean
  /** Says something about its time anew. */
  readonly change: (patch: PlanPatch) => void
  /** Does something with whoever is on it; `back` takes it back. */
  readonly act: (calls: readonly Call[], label: string, back: readonly Call[]) => void
}

/** What the plan says about an item, with what was just changed here. */
export function useItemPlan(itemId: string): ItemPlanModel {
  const { run, runBatch } = useCommands()
  const { containers } = useDirectory()
  const { answer: asked, error, retry } = useAskedPlan(itemId)
  const item = useItem(itemId)
  const said = useEntity('planItem', itemId)
  const role = containers.get(asked?.plan.containerId ?? '')?.myRole
  const label = words.changed(item?.key ?? '')
  return {
    itemPlan: asked && said ? { ...asked, plan: said } : asked,
    error,
    retry,
    canManage: role === 'manager',
    canWrite: item?.archivedAt === null && (role === 'manager' || role === 'contributor'),
    change: (patch) => {
      const containerId = asked?.plan.containerId ?? ''
      void run('schedule.changePlanItem', { containerId, itemId, patch }, { undoLabel: label })
    },
    act: (calls, undoLabel, back) => void runBatch(calls, { undoLabel, back }),
  }
}

function useAskedPlan(itemId: string) {
  const store = useStore()
  const { organisationId, pool } = store
  const asked = useQuery({
    queryKey: ['schedule.getItemPlan', organisationId, itemId],
    queryFn: async ({ signal }) => {
      const { seq } = store
      const { itemPlan } = await call('schedule.getItemPlan', { itemId }, { organisationId, signal })
      // What is said is changed by commands, and shown before the server has answered.
      const said = itemPlan ? [writeOf('planItem', itemId, itemPlan.plan)] : []
      pool.fill(said, seq)
      return itemPlan
    },
    placeholderData: keepPreviousData,
  })
  const { refetch } = asked
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['item', 'relation', 'plan', 'planItem'], () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), PAUSE_MS)
  })
  return { answer: asked.data, error: asked.error, retry: () => void refetch() }
}

/** Puts a resource on an item. */
export function assignCall(
  plan: ItemPlanView['plan'],
  given: {
    readonly id: string
    readonly resourceId: string
    readonly units: number
    readonly workMin?: number
  },
): Call {
  return callOf('schedule.assign', { containerId: plan.containerId, itemId: plan.id, ...given })
}
