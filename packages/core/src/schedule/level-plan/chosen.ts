import type { Id } from '../../kernel/index.ts'
import { cell, whole } from './cell.ts'
import type { LevelNet, Slot } from './level-net.ts'
import { ENOUGH } from './profile.ts'
import type { Serial } from './serial.ts'
import { mostOf } from './share.ts'

/** Who does an assignment. */
export type Chosen = {
  readonly id: Id<'Assignment'>
  /** Null: there is nobody left to do it. */
  readonly resourceId: Id<'Resource'> | null
  /** How many others may do it, and how many of them have room for it when it is done. */
  readonly others: number
  readonly othersFree: number
}

/** Who does what in a schedule, beside whom else it could have been given to. */
export function chosenIn(net: LevelNet, serial: Serial): readonly Chosen[] {
  const { slots, pool, vacant } = net
  const { taker } = serial
  const chosen = slots.flatMap((ofNode, node) => {
    const own = ofNode.map((_slot, index) => whole(taker.chosen, whole(taker.firstSlot, node) + index))
    return ofNode.map((slot, index): Chosen => {
      const others = slot.candidates.filter((resource) => resource !== own[index])
      const hasRoom = (resource: number) =>
        !own.includes(resource) && isFree(net, serial, { node, slot, resource })
      return {
        id: slot.assignment,
        resourceId: pool.resources[own[index] ?? -1]?.source.id ?? null,
        others: others.length,
        othersFree: others.filter(hasRoom).length,
      }
    })
  })
  return [...chosen, ...vacant.map((id): Chosen => ({ id, resourceId: null, others: 0, othersFree: 0 }))]
}

type Asked = { readonly node: number; readonly slot: Slot; readonly resource: number }

function isFree(net: LevelNet, { taker, start, finish }: Serial, { node, slot, resource }: Asked): boolean {
  const own = net.pool.resources[resource]
  const need = own ? Math.min(slot.share, mostOf(own)) : slot.share
  return taker.profiles[resource]?.conflictEnd(cell(start, node), cell(finish, node), need) === ENOUGH
}
