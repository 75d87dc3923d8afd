import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { Beside } from './favourite-order.ts'

const KIND = 'favourite'

/** Whether a favourite is being dragged, or another one hovers over its upper or lower half. */
type DragState = 'idle' | 'dragged' | 'above' | 'below'

/** Makes a favourite draggable, and a place to drop before or after. */
export function useFavouriteDrag(row: RefObject<HTMLElement | null>, id: string): DragState {
  const [state, setState] = useState<DragState>('idle')
  useEffect(() => {
    const element = row.current
    if (!element) return undefined
    const own = { kind: KIND, id }
    return combine(
      draggable({
        element,
        getInitialData: () => own,
        onDragStart: () => setState('dragged'),
        onDrop: () => setState('idle'),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['kind'] === KIND && source.data['id'] !== id,
        getData: ({ input, element: target }) =>
          attachClosestEdge(own, { input, element: target, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setState(extractClosestEdge(self.data) === 'top' ? 'above' : 'below'),
        onDragLeave: () => setState('idle'),
        onDrop: () => setState('idle'),
      }),
    )
  }, [row, id])
  return state
}

/** Hears where a favourite was dropped. */
export function useFavouriteDrop(onDrop: (id: string, beside: Beside) => void): void {
  const tell = useEffectEvent(onDrop)
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data['kind'] === KIND,
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]?.data
          const [moved, other] = [source.data['id'], target?.['id']]
          if (!target || typeof moved !== 'string' || typeof other !== 'string') return
          tell(moved, { id: other, edge: extractClosestEdge(target) === 'top' ? 'before' : 'after' })
        },
      }),
    [],
  )
}
