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
import { type Write, writeOf } from '../../../platform/store/kinds.ts'
import { addForecasts } from '../../../platform/store/predict.ts'
import { assignForecasts } from '../../../platform/store/predict-assign.ts'
import { groundForecasts } from '../../../platform/store/predict-ground.ts'
import { planForecasts } from '../../../platform/store/predict-plan.ts'
import { type KnownGround, resourceWrites } from '../model/ground-writes.ts'
import type { GroundTables } from '../model/plan-now.ts'
import { linksOf, type Scenario } from '../model/scenario/scenario.ts'
import { written } from '../model/scenario/what-if.ts'
import { textsWork as words } from '../texts-work.ts'
import { useForeseen } from './use-foreseen.ts'
import { usePlanDoor } from './use-plan-door.ts'
import { useGroundTables } from './use-table.ts'

addForecasts({ ...planForecasts, ...assignForecasts, ...groundForecasts })

const PAUSE_MS = 250

export type ItemPlanModel = {
  /** Null: it is in no project; undefined: not loaded yet. */
  readonly itemPlan: ItemPlanView | null | undefined
  readonly error: unknown
  readonly retry: () => void
  readonly canWrite: boolean
  readonly canManage: boolean
  /** The scenario of its project that is open: what is said here goes there. */
  readonly scenario: Scenario | null
  /** Says something about its time anew. */
  readonly change: (patch: PlanPatch) => void
  /** Does something else with it; `back` takes that back where no forecast knows what was before. */
  readonly act: (calls: readonly Call[], label: string, back?: readonly Call[]) => void
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
    act: (calls, undoLabel, back) => void write(calls, { undoLabel, ...(back && { back }) }),
  }
}

/** With what was just said here, in the plan or in a scenario. */
function useSaidNow(
  asked: ItemPlanView | null | undefined,
  itemId: string,
  scenario: Scenario | null,
): ItemPlanView | null | undefined {
  const said = useEntity('planItem', itemId)
  const item = useItem(itemId)
  const tables = useGroundTables()
  const foreseen = useForeseen(asked?.plan.containerId ?? '', scenario)
  const waitsFor = useWaitsFor(asked ?? null, scenario)
  return useMemo(() => {
    if (!asked) return asked
    const writes = foreseen?.writes
    const plan = writes?.planItem.get(itemId) ?? said ?? asked.plan
    const { effortMin } = writes?.item.get(itemId) ?? item ?? asked
    const { assignment, resource } = writes ? written(tables, writes) : tables
    return { ...withPeople(asked, { assignment, resource }), waitsFor, plan, effortMin }
  }, [asked, itemId, item, said, tables, foreseen, waitsFor])
}

/** Who is on it now, and who and what can be put on it. */
function withPeople(
  asked: ItemPlanView,
  { assignment, resource }: Pick<GroundTables, 'assignment' | 'resource'>,
): ItemPlanView {
  const { id: itemId, containerId } = asked.plan
  const told = new Set(asked.resources.map(({ id }) => id))
  const made = [...resource.values()].filter((each) => each.containerId === containerId && !told.has(each.id))
  return {
    ...asked,
    assignments: [...assignment.values()].filter((each) => each.itemId === itemId),
    resources: [...asked.resources.flatMap(({ id }) => resource.get(id) ?? []), ...made],
  }
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
      if (itemPlan) pool.fill(writesOf(pool, itemPlan), seq)
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

/** What is told of an item, and who was on it before and is not any more. */
function writesOf(
  pool: KnownGround & { readonly table: (kind: 'assignment') => GroundTables['assignment'] },
  { plan, assignments, resources }: ItemPlanView,
): readonly Write[] {
  const present = new Set(assignments.map(({ id }) => id))
  const gone = [...pool.table('assignment').values()].filter(
    ({ id, itemId }) => itemId === plan.id && !present.has(id),
  )
  return [
    writeOf('planItem', plan.id, plan),
    ...assignments.map((each) => writeOf('assignment', each.id, each)),
    ...gone.map(({ id }) => writeOf('assignment', id, null)),
    ...resourceWrites(pool, plan.containerId, resources),
  ]
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
