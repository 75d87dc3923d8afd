import type { TrackerItem } from '@millrace/formats/tracker'
import { orderRows } from '../table/row-order.ts'
import { nameOf, type TrackerSource, tellItem } from './tracker-source.ts'

/** Items with their parents, each parent before what is under it. */
export type OrderedItem = { readonly item: TrackerItem; readonly parent: TrackerItem | null }

/** Puts parents first. Parents that are not in the file, and circles of them, are told and left out. */
export function orderItems(source: TrackerSource): readonly OrderedItem[] {
  const { items } = source.board
  const placeOf = new Map(items.map(({ ref }, index) => [ref, index]))
  const wanted = Int32Array.from(items, (item, index) => parentOf(item, index, { placeOf, source }))
  const lines = Int32Array.from(items, (_item, index) => index)
  const { parents, waves } = orderRows(wanted, {
    lines,
    // Its lines are places here, and are told by name.
    tell: ({ code, line, params = {} }) => {
      const item = items[line ?? -1]
      const path = String(params['path']).replace(/line (\d+)/g, (_line, place) => {
        const named = items[Number(place)]
        return named ? (named.key ?? nameOf(named)) : ''
      })
      if (item) tellItem(source, item, { code, params: { path } })
    },
  })
  const order = items.map((item, index) => ({
    item,
    parent: items[parents[index] ?? -1] ?? null,
    wave: waves[index] ?? 0,
  }))
  return order.toSorted((a, b) => a.wave - b.wave)
}

function parentOf(
  item: TrackerItem,
  index: number,
  { placeOf, source }: { readonly placeOf: ReadonlyMap<string, number>; readonly source: TrackerSource },
): number {
  if (item.parentRef === null) return -1
  const place = placeOf.get(item.parentRef)
  if (place !== undefined && place !== index) return place
  const code = place === index ? 'import.parent_itself' : 'import.parent_unknown'
  tellItem(source, item, { code, params: { parent: item.parentRef.slice(0, 80) } })
  return -1
}
