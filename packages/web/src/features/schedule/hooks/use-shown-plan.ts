import type { PlanRowView, PlanView, RelationView } from '@millrace/contract'
import type { PlanPatch } from '@millrace/core/schedule'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import {
  type PlanItem,
  useDirectory,
  useEntities,
  useItems,
  useStore,
} from '../../../platform/store/index.ts'
import { dayEnd, dayStart } from '../../../platform/time-zone.ts'
import { asSaid, calculated, linksNow } from '../model/shown-plan.ts'

/** A change that is being tried out and not said yet, such as a bar that is being dragged. */
export type Trial = { readonly itemId: string; readonly patch: PlanPatch }

/** A plan as it is shown. */
export type ShownPlan = { readonly rows: readonly PlanRowView[]; readonly links: PlanView['links'] }

const NOTHING: ShownPlan = { rows: [], links: [] }

/**
 * The plan as it is now: what is changed or tried out here is shown, with all that follows from it,
 * before the server has calculated it.
 */
export function useShownPlan(
  plan: PlanView | undefined,
  { containerId, trial }: { readonly containerId: string; readonly trial: Trial | null },
): ShownPlan {
  const said = useSaidRows(plan, containerId)
  const links = useLinksNow(plan)
  const { organisation } = useDirectory()
  const { timeZone } = organisation
  return useMemo(() => {
    if (!plan) return NOTHING
    const { rows, isAhead } = said
    const tried = trial
      ? rows.map((row) => (row.itemId === trial.itemId ? withTrial(row, trial) : row))
      : rows
    const isStale = !plan.settings.isCurrent || isAhead || trial !== null || links !== plan.links
    const mayCalculate = plan.settings.isScheduled && plan.settings.refusal === null
    return { rows: isStale && mayCalculate ? calculated({ ...plan, timeZone }, tried, links) : tried, links }
  }, [plan, said, links, trial, timeZone])
}

function withTrial(row: PlanRowView, { patch }: Trial): PlanRowView {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...row, ...Object.fromEntries(given) }
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
