import type { Lane } from './cells.ts'
import type { Net, NetLink } from './net.ts'
import type { SceneLink } from './scene.ts'

/** Between names that stand beside each other. */
const BETWEEN = 8

/** Where the name of a flow stands: above its line. */
export type LabelSlot = {
  readonly lane: Lane
  /** Before which column; or, of what leads to itself, in which. */
  readonly place: { readonly before: number } | { readonly within: number }
  /** How much of the room is taken by names before it. */
  readonly offset: number
}

/** Places for the names of flows, and how much room each column needs before it. */
export type LabelSlots = {
  readonly slotOf: ReadonlyMap<SceneLink, LabelSlot>
  readonly roomBefore: (layer: number) => number
}

/** Along which row a link goes. */
type LinkWay = { readonly link: NetLink; readonly lane: Lane }

/** Every name gets a place where its line leaves the column it comes from, in which nothing goes up or down. */
export function labelSlots(net: Net, ways: readonly LinkWay[]): LabelSlots {
  const slotOf = new Map<SceneLink, LabelSlot>()
  const taken = new Map<string, number>()
  const rooms = new Map<number, number>()
  for (const { link, lane } of ways) {
    const { label } = link.link
    if (!label) continue
    const layer = net.layerOf[link.from] ?? 0
    if (link.from === link.to && link.link.boundaryId === null) {
      slotOf.set(link.link, { lane, place: { within: layer }, offset: 0 })
      continue
    }
    const before = link.isBack ? layer : layer + 1
    const key = `${before} ${lane.band} ${lane.row}`
    const offset = taken.get(key) ?? 0
    slotOf.set(link.link, { lane, place: { before }, offset })
    taken.set(key, offset + label.width + BETWEEN)
    rooms.set(before, Math.max(rooms.get(before) ?? 0, offset + label.width))
  }
  return { slotOf, roomBefore: (layer) => rooms.get(layer) ?? 0 }
}
