import type { AssignmentView, ItemPlanView } from '@millrace/contract'
import type { PlanPatch } from '@millrace/core/schedule'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import {
  type Call,
  callOf,
  useChanges,
  useDirectory,
  useEntity,
  useItem,
  useStore,
} from '../../../platform/store/index.ts'
import { writeOf } from '../../../platform/store/kinds.ts'
import { addForecasts } from '../../../platform/store/predict.ts'
import { planForecasts } from '../../../platform/store/predict-plan.ts'
import { linksOf, type Scenario } from '../model/scenario/scenario.ts'
import { textsWork as words } from '../texts-work.ts'

import { useForeseen } from './use-foreseen.ts'
import { usePlanDoor } from './use-plan-door.ts'

addForecasts(planForecasts)

const PAUSE_MS = 250

export type ItemPlanModel = {
  /** Null: it is in no project; undefined: not loaded yet. */
  readonly itemPlan: ItemPlanView | null | undefined
  readonly error: unknown
  readonly retry: () => void
  readonly canWrite: boolean
  readonly canManage: boolean
  /** A scenario of its project is open: what is said about its time goes there, and nothing else can be said. */
  readonly scenario: Scenario | null
  /** Says something about its time anew. */
  readonly change: (patch: PlanPatch) => void
  /** Does something with whoever is on it; `back` takes it back. */
  readonly act: (calls: readonly Call[], label: string, back: readonly Call[]) => void
}

/** What the plan says about an item, with what was just changed here. */
export function useItemPlan(itemId: string): ItemPlanModel {
  const { containers } = useDirectory()
  const { answer: asked, error, retry } = useAskedPlan(itemId)
  const item = useItem(itemId)
  const containerId = asked?.plan.containerId ?? ''
  const { write, scenario } = usePlanDoor(containerId)
  const itemPlan = useSaidNow(asked, itemId, scenario)
  const role = containers.get(containerId)?.myRole
  const label = words.changed(item?.key ?? '')
  return {
    itemPlan,
    error,
    retry,
    canManage: role === 'manager',
    canWrite: item?.archivedAt === null && (role === 'manager' || role === 'contributor'),
    scenario,
    change: (patch) => {
      const call = callOf('schedule.changePlanItem', { containerId, itemId, patch })
      void write([call], { undoLabel: label })
    },
    act: (calls, undoLabel, back) => void write(calls, { undoLabel, back }),
  }
}

/** With what was just said here, in the plan or in a scenario. */
function useSaidNow(
  asked: ItemPlanView | null | undefined,
  itemId: string,
  scenario: Scenario | null,
): ItemPlanView | null | undefined {
  const said = useEntity('planItem', itemId)
  const foreseen = useForeseen(asked?.plan.containerId ?? '', scenario)
  const waitsFor = useWaitsFor(asked ?? null, scenario)
  return asked && { ...asked, waitsFor, plan: foreseen?.planItem.get(itemId) ?? said ?? asked.plan }
}

/** What it waits for, with what a scenario makes and removes of that. */
function useWaitsFor(asked: ItemPlanView | null, scenario: Scenario | null): ItemPlanView['waitsFor'] {
  const { pool } = useStore()
  return useMemo(() => {
    const links = asked?.waitsFor ?? []
    if (asked === null || scenario === null) return links
    const { made, removed } = linksOf(scenario)
    const added = made.flatMap((link) => {
      const item = link.toId === asked.plan.id ? pool.read('item', link.fromId) : undefined
      return item ? [{ ...link, key: item.key, title: item.title }] : []
    })
    return [...links.filter(({ id }) => !removed.has(id)), ...added]
  }, [asked, scenario, pool])
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

/** Puts a resource on an item, or a skill that it needs. */
export function assignCall(
  plan: ItemPlanView['plan'],
  given: {
    readonly id: string
    readonly resourceId: string | null
    readonly units: number
    readonly workMin?: number
    readonly alternatives?: AssignmentView['alternatives']
  },
): Call {
  return callOf('schedule.assign', { containerId: plan.containerId, itemId: plan.id, ...given })
}
