import type { PlanRowView, PlanView, RelationView } from '@millrace/contract'
import { ProjectCalculation } from '@millrace/core/schedule'
import { useMemo, useState } from 'react'
import {
  type Foreseen,
  useDirectory,
  useEntities,
  useItems,
  useStore,
} from '../../../platform/store/index.ts'
import { outlineNow } from '../model/outline-now.ts'
import { isMovedBy, planNow } from '../model/plan-now.ts'
import { type Said, saidRows } from '../model/said-rows.ts'
import type { Scenario } from '../model/scenario/scenario.ts'
import { type Trial, tried } from '../model/scenario/trial.ts'
import { type Around, type Standing, whatIf } from '../model/scenario/what-if.ts'
import { calculated, linksNow, mayCalculate, projectPlanOf } from '../model/shown-plan.ts'
import { useForeseen, usePlanItems } from './use-foreseen.ts'
import { useGroundTables } from './use-table.ts'

/** A plan as it is shown. */
export type ShownPlan = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  /** The plan as it stands, without what is tried out. */
  readonly standing: Standing
  /** What the scenario makes of it, and what of that is refused. */
  readonly foreseen: Foreseen | null
}

/**
 * The plan as it is now: what is changed or tried out here is shown, with all that follows from it,
 * before the server has calculated it.
 */
export function useShownPlan(
  told: PlanView | undefined,
  asked: {
    readonly containerId: string
    readonly scenario: Scenario | null
    /** What is tried out for a moment, above the scenario. */
    readonly trial: Trial | null
  },
): ShownPlan | undefined {
  const { containerId, scenario, trial } = asked
  const { said, now, around } = useSaidPlan(told, containerId)
  const foreseen = useForeseen(containerId, scenario)
  const { timeZone } = around
  const calculations = useCalculations(containerId)
  const standing = useMemo(() => {
    if (!told || !now) return undefined
    const isAhead = said.isAhead || now.links !== told.links || isMovedBy(told, now)
    if ((told.settings.isCurrent && !isAhead) || !mayCalculate(now)) return { plan: now, rows: said.rows }
    const plan = projectPlanOf({ ...now, timeZone }, said.rows, now.links)
    return { plan: now, rows: calculated(calculations.standing, plan) }
  }, [told, now, said, calculations, timeZone])
  // While a bar is dragged only what the bar moves is calculated: everything else stays the same.
  const open = useMemo(() => {
    if (!now || scenario === null || foreseen === null) return now && { plan: now, rows: said.rows }
    return whatIf({ plan: now, rows: said.rows }, { scenario, writes: foreseen.writes }, around)
  }, [now, said, scenario, foreseen, around])
  return useMemo(() => {
    if (!standing || !open) return undefined
    const isChanged = trial !== null || open.plan !== standing.plan || open.rows !== said.rows
    if (!isChanged) return { ...standing, standing, foreseen }
    const rows = trial ? tried(open.rows, trial) : open.rows
    if (!mayCalculate(open.plan)) return { plan: open.plan, rows, standing, foreseen }
    const tryOut = projectPlanOf({ ...open.plan, timeZone }, rows, open.plan.links)
    return { plan: open.plan, rows: calculated(calculations.tried, tryOut), standing, foreseen }
  }, [standing, open, said, trial, calculations, timeZone, foreseen])
}

/** Each of the two goes on from what it calculated before. */
type Calculations = { readonly standing: ProjectCalculation; readonly tried: ProjectCalculation }

function useCalculations(containerId: string): Calculations {
  const begin = () => ({
    containerId,
    standing: new ProjectCalculation(),
    tried: new ProjectCalculation(),
  })
  const [calculations, setCalculations] = useState(begin)
  if (calculations.containerId !== containerId) setCalculations(begin)
  return calculations
}

/** A plan as people say it now: before dates are calculated for it. */
export type SaidPlan = {
  readonly said: Said
  readonly now: PlanView | undefined
  readonly around: Around
}

/** The plan with titles, days, what is said about time and who does what as of now. */
export function useSaidPlan(told: PlanView | undefined, containerId: string): SaidPlan {
  const items = useItems({ containerId })
  const planItems = usePlanItems()
  const links = useLinksNow(told)
  const tables = useGroundTables()
  const { organisation } = useDirectory()
  const { pool } = useStore()
  const { timeZone } = organisation
  const said = useMemo(() => {
    const rows = told?.rows ?? []
    const placed = outlineNow(rows, { items, read: (itemId) => pool.read('item', itemId) })
    const itemById = new Map(items.map((item) => [item.id, item]))
    const now = saidRows(placed, { items: itemById, planItems, timeZone })
    return { ...now, isAhead: now.isAhead || placed !== rows }
  }, [told, items, planItems, pool, timeZone])
  const now = useMemo(() => {
    if (!told) return undefined
    const plan = planNow(told, { ...tables, containerId, rows: said.rows })
    return links === plan.links ? plan : { ...plan, links }
  }, [told, tables, containerId, said, links])
  const around = useMemo(
    () => ({ containerId, timeZone, items, tables }),
    [containerId, timeZone, items, tables],
  )
  return { said, now, around }
}

function useLinksNow(plan: PlanView | undefined): PlanView['links'] {
  const { pool } = useStore()
  // Asked for again whenever a relation changes; which of them are pending only the layer above knows.
  const relations = useEntities('relation')
  return useMemo(() => {
    void relations
    const pending: readonly (readonly [string, RelationView | null])[] = [...pool.overlay().relation]
    return plan ? linksNow(plan.links, pending) : []
  }, [pool, relations, plan])
}
