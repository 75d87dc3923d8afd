import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { LinePlace } from '../model/checklist-lines.ts'

/** Whether a line is being dragged, or another one hovers over its upper or lower half. */
type DragState = 'idle' | 'dragged' | 'above' | 'below'

type Bag = Record<string | symbol, unknown>

/** Makes a line draggable by its handle, and a place to drop before or after. */
export function useLineDrag(
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  data: { readonly lineId: string; readonly checklistId: string; readonly itemId: string },
): DragState {
  const [state, setState] = useState<DragState>('idle')
  const { lineId, checklistId, itemId } = data
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current]
    if (!element || !dragHandle) return undefined
    const own = { kind: 'checklistLine', lineId, checklistId, itemId }
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => own,
        onDragStart: () => setState('dragged'),
        onDrop: () => setState('idle'),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => isLineOf(source.data, itemId) && source.data['lineId'] !== lineId,
        getData: ({ input, element: target }) =>
          attachClosestEdge(own, { input, element: target, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setState(extractClosestEdge(self.data) === 'top' ? 'above' : 'below'),
        onDragLeave: () => setState('idle'),
        onDrop: () => setState('idle'),
      }),
    )
  }, [row, handle, lineId, checklistId, itemId])
  return state
}

/** Makes a whole list a place to drop at its end. */
export function useListDrop(
  element: RefObject<HTMLElement | null>,
  { checklistId, itemId }: { readonly checklistId: string; readonly itemId: string },
): void {
  useEffect(() => {
    if (!element.current) return undefined
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => isLineOf(source.data, itemId),
      getData: () => ({ checklistId }),
    })
  }, [element, checklistId, itemId])
}

/** Hears where a line of the item was dropped. */
export function useLineDrop(itemId: string, onDrop: (lineId: string, place: LinePlace) => void): void {
  const tell = useEffectEvent(onDrop)
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => isLineOf(source.data, itemId),
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]?.data
          const lineId = source.data['lineId']
          const place = target && placeOf(target)
          if (place && typeof lineId === 'string') tell(lineId, place)
        },
      }),
    [itemId],
  )
}

function isLineOf(data: Bag, itemId: string): boolean {
  return data['kind'] === 'checklistLine' && data['itemId'] === itemId
}

function placeOf(target: Bag): LinePlace | null {
  const { checklistId, lineId } = target
  if (typeof checklistId !== 'string') return null
  const edge = extractClosestEdge(target) === 'top' ? 'before' : 'after'
  return { checklistId, beside: typeof lineId === 'string' ? { lineId, edge } : null }
}
