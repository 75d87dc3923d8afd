import type { PlanRowView, PlanView, RelationView } from '@millrace/contract'
import { ProjectCalculation } from '@millrace/core/schedule'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import {
  type PlanItem,
  useDirectory,
  useEntities,
  useItems,
  useStore,
} from '../../../platform/store/index.ts'
import { dayEnd, dayStart } from '../../../platform/time-zone.ts'
import { NO_CHANGES, type Scenario, sizeOf, type Trial, tried, withTrial } from '../model/scenario.ts'
import { asSaid, calculated, linksNow, projectPlanOf } from '../model/shown-plan.ts'

/** A plan as it is shown. */
export type ShownPlan = {
  readonly rows: readonly PlanRowView[]
  readonly links: PlanView['links']
  /** The rows without what is tried out. */
  readonly standing: readonly PlanRowView[]
}

const NOTHING: ShownPlan = { rows: [], links: [], standing: [] }

/**
 * The plan as it is now: what is changed or tried out here is shown, with all that follows from it,
 * before the server has calculated it.
 */
export function useShownPlan(
  plan: PlanView | undefined,
  asked: {
    readonly containerId: string
    readonly scenario: Scenario | null
    /** What is tried out for a moment, above the scenario. */
    readonly trial: Trial | null
  },
): ShownPlan {
  const { containerId, scenario, trial } = asked
  const said = useSaidRows(plan, containerId)
  const links = useLinksNow(plan)
  const { organisation } = useDirectory()
  const { timeZone } = organisation
  const calculations = useCalculations(containerId)
  const standing = useMemo(() => {
    if (!plan) return NOTHING.rows
    const isStale = !plan.settings.isCurrent || said.isAhead || links !== plan.links
    if (!isStale || !mayCalculate(plan)) return said.rows
    return calculated(calculations.standing, projectPlanOf({ ...plan, timeZone }, said.rows, links))
  }, [plan, said, links, calculations, timeZone])
  const open = scenario ?? NO_CHANGES
  const changed = useMemo(() => (trial ? withTrial(open, trial) : open), [open, trial])
  const drawn = changed.links
  // While a bar is dragged the links stay what they are, and only what the bar moves is calculated.
  const linked = useMemo(() => (drawn.length === 0 ? links : [...links, ...drawn]), [links, drawn])
  return useMemo(() => {
    if (!plan || sizeOf(changed) === 0) return { rows: standing, links, standing }
    const rows = tried(said.rows, changed.trials)
    if (!mayCalculate(plan)) return { rows, links: linked, standing }
    const tryOut = projectPlanOf({ ...plan, timeZone }, rows, linked)
    return { rows: calculated(calculations.tried, tryOut), links: linked, standing }
  }, [plan, said, links, standing, changed, linked, calculations, timeZone])
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

function mayCalculate({ settings }: PlanView): boolean {
  return settings.isScheduled && settings.refusal === null
}

type Said = {
  readonly rows: readonly PlanRowView[]
  /** Whether something was said since the plan was asked for. */
  readonly isAhead: boolean
}

/** The rows with titles, days and what is said about their time as of now. */
function useSaidRows(plan: PlanView | undefined, containerId: string): Said {
  const items = useItems({ containerId })
  const planItems = usePlanItems()
  const { organisation } = useDirectory()
  const { timeZone } = organisation
  return useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]))
    let isAhead = false
    const rows = (plan?.rows ?? []).map((row) => {
      const said = asSaid(row, planItems.get(row.itemId))
      isAhead ||= said !== row
      const item = byId.get(said.itemId)
      if (!item) return said
      const isOwn = said.datesFrom === 'item' || (said.datesFrom === null && !said.isSummary && said === row)
      const dates = isOwn ? datesOf(item.startsOn, item.dueOn, timeZone) : {}
      return withNews(said, { title: item.title, ...dates })
    })
    return { rows, isAhead }
  }, [plan, items, planItems, timeZone])
}

/** The same row when the news say nothing new. */
function withNews(row: PlanRowView, news: Partial<PlanRowView>): PlanRowView {
  const names = Object.keys(news) as (keyof PlanRowView)[] // Its own keys.
  return names.every((name) => row[name] === news[name]) ? row : { ...row, ...news }
}

/** A start begins its day, a due day lasts until midnight. One of the two alone is a day. */
function datesOf(startsOn: string | null, dueOn: string | null, timeZone: string) {
  const first = startsOn ?? dueOn
  const last = dueOn ?? startsOn
  if (first === null || last === null) return { startAt: null, finishAt: null, datesFrom: null }
  return {
    startAt: dayStart(first, timeZone),
    finishAt: dayEnd(last, timeZone),
    datesFrom: 'item' as const, // One of the kinds.
  }
}

function usePlanItems(): ReadonlyMap<string, PlanItem> {
  const { pool } = useStore()
  const subscribe = useCallback(
    (listener: () => void) => pool.signals.subscribe('planItem', listener),
    [pool],
  )
  return useSyncExternalStore(subscribe, () => pool.table('planItem'))
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
