import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type RefObject, useEffect, useRef } from 'react'

/** A finished drag: the card, its group, the group it was dropped in, and beside which card. */
export type Drop = {
  readonly itemId: string
  readonly from: string
  readonly to: string
  readonly beside: { readonly itemId: string; readonly edge: 'before' | 'after' } | null
  /** From which row into which, on a board with rows. */
  readonly lane: { readonly from: string; readonly to: string } | null
}

/** Listens for cards that are dropped anywhere in a layout, and scrolls it sideways meanwhile. */
export function useBoardDrop(element: RefObject<HTMLElement | null>, onDrop: (drop: Drop) => void): void {
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    const scroller = element.current
    if (!scroller) return undefined
    return combine(
      autoScrollForElements({ element: scroller }),
      monitorForElements({
        canMonitor: ({ source }) => source.data['kind'] === 'item' && scroller.contains(source.element),
        onDrop: ({ source, location }) => {
          const drop = readDrop(source.data, location.current.dropTargets)
          if (drop) latest.current(drop)
        },
      }),
    )
  }, [element])
}

type Bag = Record<string | symbol, unknown>

function readDrop(source: Bag, targets: readonly { readonly data: Bag }[]): Drop | null {
  const [inner] = targets
  const { itemId, groupKey } = source
  const to = inner?.data['groupKey']
  if (!inner || typeof itemId !== 'string' || typeof groupKey !== 'string' || typeof to !== 'string')
    return null
  const besideId = inner.data['itemId']
  const [fromLane, toLane] = [source['laneKey'], inner.data['laneKey']]
  const edge = extractClosestEdge(inner.data) === 'top' ? 'before' : 'after'
  return {
    itemId,
    from: groupKey,
    to,
    beside: typeof besideId === 'string' ? { itemId: besideId, edge } : null,
    lane: typeof fromLane === 'string' && typeof toLane === 'string' ? { from: fromLane, to: toLane } : null,
  }
}
