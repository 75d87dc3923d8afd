import type { PlanRowView, PlanView, RelationView } from '@millrace/contract'
import { ProjectCalculation } from '@millrace/core/schedule'
import { useMemo, useState } from 'react'
import {
  type Foreseen,
  type Item,
  type PlanItem,
  useDirectory,
  useEntities,
  useItems,
  useStore,
} from '../../../platform/store/index.ts'
import { dayEnd, dayStart } from '../../../platform/time-zone.ts'
import { outlineNow } from '../model/outline-now.ts'
import { linksOf, type Scenario } from '../model/scenario/scenario.ts'
import { type Trial, tried } from '../model/scenario/trial.ts'
import { asSaid, calculated, linksNow, projectPlanOf } from '../model/shown-plan.ts'
import { useForeseen, usePlanItems } from './use-foreseen.ts'

/** A plan as it is shown. */
export type ShownPlan = {
  readonly rows: readonly PlanRowView[]
  readonly links: PlanView['links']
  /** The rows without what is tried out. */
  readonly standing: readonly PlanRowView[]
}

const NONE: ReadonlySet<string> = new Set()
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
  const { said, foreseen } = useSaidRows(plan, { containerId, scenario })
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
  // While a bar is dragged the links stay what they are, and only what the bar moves is calculated.
  const linked = useMemo(() => (scenario === null ? links : withLinks(links, scenario)), [links, scenario])
  const outside = useMemo(() => plan && withoutRemoved(plan.outside, scenario), [plan, scenario])
  return useMemo(() => {
    const open = foreseen ?? said
    const isTied = outside !== plan?.outside || linked !== links
    const isChanged = trial !== null || isTied || open.rows !== said.rows
    if (!plan || !isChanged) return { rows: standing, links, standing }
    const rows = trial ? tried(open.rows, trial) : open.rows
    if (!mayCalculate(plan)) return { rows, links: linked, standing }
    const tryOut = projectPlanOf({ ...plan, outside, timeZone }, rows, linked)
    return { rows: calculated(calculations.tried, tryOut), links: linked, standing }
  }, [plan, said, foreseen, links, linked, outside, standing, trial, calculations, timeZone])
}

/** The links with those that a scenario makes, without those that it removes. */
function withLinks(links: PlanView['links'], scenario: Scenario): PlanView['links'] {
  const { made, removed } = linksOf(scenario)
  if (made.length === 0 && removed.size === 0) return links
  return [...links.filter(({ id }) => !removed.has(id)), ...made]
}

function withoutRemoved(outside: PlanView['outside'], scenario: Scenario | null): PlanView['outside'] {
  const { removed } = scenario === null ? { removed: NONE } : linksOf(scenario)
  if (outside.links.every(({ id }) => !removed.has(id))) return outside
  return { ...outside, links: outside.links.filter(({ id }) => !removed.has(id)) }
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

type Around = { readonly containerId: string; readonly scenario: Scenario | null }

/** The rows with titles, days and what is said about their time as of now, and as they would be in a scenario. */
function useSaidRows(
  plan: PlanView | undefined,
  { containerId, scenario }: Around,
): { readonly said: Said; readonly foreseen: Said | null } {
  const items = useItems({ containerId })
  const planItems = usePlanItems()
  const writes = useForeseen(containerId, scenario)
  const { organisation } = useDirectory()
  const { pool } = useStore()
  const { timeZone } = organisation
  const itemById = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  const said = useMemo(() => {
    const told = plan?.rows ?? []
    const placed = outlineNow(told, { items, read: (itemId) => pool.read('item', itemId) })
    const { rows, isAhead } = saidRows(placed, { items: itemById, planItems, timeZone })
    return { rows, isAhead: isAhead || placed !== told }
  }, [plan, items, itemById, planItems, pool, timeZone])
  const foreseen = useMemo(
    () => (writes === null ? null : withForeseen(said, writes, timeZone)),
    [said, writes, timeZone],
  )
  return { said, foreseen }
}

type Known = {
  readonly items: ReadonlyMap<string, Item | null>
  readonly planItems: ReadonlyMap<string, PlanItem | null>
  readonly timeZone: string
}

function saidRows(rows: readonly PlanRowView[], known: Known): Said {
  let isAhead = false
  const now = rows.map((row) => {
    const said = asSaid(row, known.planItems.get(row.itemId) ?? undefined)
    isAhead ||= said !== row
    const item = known.items.get(said.itemId)
    if (!item) return said
    const isOwn = said.datesFrom === 'item' || (said.datesFrom === null && !said.isSummary && said === row)
    const dates = isOwn ? datesOf(item.startsOn, item.dueOn, known.timeZone) : {}
    const { title, effortMin, isMilestone } = item
    return withNews(said, { title, effortMin, isMilestone, ...dates })
  })
  return { rows: now, isAhead }
}

/** The same rows when a scenario says nothing about any of them. */
function withForeseen(
  said: Said,
  { item, planItem }: Pick<Foreseen['writes'], 'item' | 'planItem'>,
  timeZone: string,
): Said {
  if (item.size === 0 && planItem.size === 0) return said
  return saidRows(said.rows, { items: item, planItems: planItem, timeZone })
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
