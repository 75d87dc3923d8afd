import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Arrow } from '@millrace/core/schedule'

type Link = PlanView['links'][number]

/** A link between items by their numbers. */
export type NetworkArrow = Arrow & { readonly link: Link }

/** What depends on what: items by number, and the links between them. */
export type PlanNet = {
  readonly rows: readonly PlanRowView[]
  readonly arrows: readonly NetworkArrow[]
  /** By number: the links that lead to an item, and those that lead away from it. */
  readonly before: readonly (readonly NetworkArrow[])[]
  readonly after: readonly (readonly NetworkArrow[])[]
  /** How many items, without summaries, have no link at all. */
  readonly looseCount: number
}

type Shown = { readonly links: readonly Link[]; readonly withLoose: boolean }

/** The network of a plan: what has links, and what has none where that is asked for. Summaries without links group only. */
export function netOf(all: readonly PlanRowView[], { links, withLoose }: Shown): PlanNet {
  const known = new Set(all.map((row) => row.itemId))
  const inside = links.filter((link) => known.has(link.fromId) && known.has(link.toId))
  const linked = new Set(inside.flatMap((link) => [link.fromId, link.toId]))
  const isLoose = (row: PlanRowView) => !row.isSummary && !linked.has(row.itemId)
  const rows = all.filter((row) => linked.has(row.itemId) || (withLoose && isLoose(row)))
  const numberOf = new Map(rows.map((row, index) => [row.itemId, index]))
  const arrows = inside.map((link) => ({
    link,
    from: numberOf.get(link.fromId) ?? 0,
    to: numberOf.get(link.toId) ?? 0,
  }))
  const before = rows.map((): NetworkArrow[] => [])
  const after = rows.map((): NetworkArrow[] => [])
  for (const arrow of arrows) {
    after[arrow.from]?.push(arrow)
    before[arrow.to]?.push(arrow)
  }
  return { rows, arrows, before, after, looseCount: all.filter(isLoose).length }
}
