import type { PlanRowView } from '@millrace/contract'
import type { Item, PlanItem } from '../../../platform/store/index.ts'
import { dayEnd, dayStart } from '../../../platform/time-zone.ts'
import { asSaid } from './shown-plan.ts'

/** Rows with what people said about them. */
export type Said = {
  readonly rows: readonly PlanRowView[]
  /** Whether something was said since the plan was asked for. */
  readonly isAhead: boolean
}

type Known = {
  readonly items: ReadonlyMap<string, Item | null>
  readonly planItems: ReadonlyMap<string, PlanItem | null>
  readonly timeZone: string
}

/** The rows with titles, days and what is said about their time, of those of which it is known. */
export function saidRows(rows: readonly PlanRowView[], known: Known): Said {
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
