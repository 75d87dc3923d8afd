import type { Relation } from '@millrace/core/work'
import type { TrackerItem, TrackerLink } from '@millrace/formats/tracker'
import { findBackEdges } from '../link-order.ts'
import { stableId } from '../stable-id.ts'
import { nameOf, type TrackerTools, tellItem } from './tracker-source.ts'

/** Kinds that order work: they must not run in a circle. */
const ORDERING = new Set<TrackerLink['kind']>(['precedes', 'blocks'])

/** Links between items that were made, without circles; those left out are told. */
export function draftLinks(
  made: ReadonlyMap<string, { readonly itemId: string; readonly item: TrackerItem }>,
  tools: TrackerTools,
): readonly Relation[] {
  const places = [...made.keys()]
  const placeOf = new Map(places.map((ref, index) => [ref, index]))
  const links = tools.board.links.filter(
    ({ fromRef, toRef }) => made.has(fromRef) && made.has(toRef) && fromRef !== toRef,
  )
  return [...Map.groupBy(links, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const edges = group.map(({ fromRef, toRef }) => ({
      from: placeOf.get(fromRef) ?? 0,
      to: placeOf.get(toRef) ?? 0,
    }))
    const back = ORDERING.has(kind)
      ? findBackEdges(places.length, edges)
      : new Map<number, readonly number[]>()
    return group.flatMap((link, index): Relation[] => {
      const [from, to] = [made.get(link.fromRef), made.get(link.toRef)]
      if (!from || !to) return []
      const circle = back.get(index)
      if (circle) {
        const path = circle.map((place) => keyOf(made.get(places[place] ?? '')?.item)).join(', ')
        const params = { from: keyOf(from.item), path }
        tellItem(tools, to.item, { code: 'import.relation_cycle', params, severity: 'error' })
        return []
      }
      const id = stableId<'Relation'>(tools.run, 'relation', `${link.fromRef} ${link.toRef} ${kind}`)
      return [
        { id, fromId: from.itemId, toId: to.itemId, kind, linkType: 'FS', lag: 0, lagUnit: 'workingMin' },
      ]
    })
  })
}

function keyOf(item: TrackerItem | undefined): string {
  return item ? (item.key ?? nameOf(item)) : ''
}
