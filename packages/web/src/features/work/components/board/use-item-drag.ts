import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type RefObject, useEffect, useState } from 'react'

/** A place on a board: its column, and its row where there are rows. */
export type BoardPlace = { readonly groupKey: string; readonly laneKey?: string | undefined }

/** What travels with a dragged card. */
export type DragData = BoardPlace & { readonly kind: 'item'; readonly itemId: string }

/** What a place to drop on says of itself. */
export type DropData = DragData | (BoardPlace & { readonly kind: 'group' })

/** Whether a card is being dragged, or another one hovers over its upper or lower half. */
export type DragState = 'idle' | 'dragged' | 'above' | 'below'

/** Makes a card draggable and a place to drop before or after. */
export function useItemDrag(
  element: RefObject<HTMLElement | null>,
  { itemId, groupKey, laneKey, canDrag }: BoardPlace & { readonly itemId: string; readonly canDrag: boolean },
): DragState {
  const [state, setState] = useState<DragState>('idle')
  useEffect(() => {
    const card = element.current
    if (!card || !canDrag) return undefined
    const data: DragData & DropData = { kind: 'item', itemId, groupKey, laneKey }
    return combine(
      draggable({
        element: card,
        getInitialData: () => data,
        onDragStart: () => setState('dragged'),
        onDrop: () => setState('idle'),
      }),
      dropTargetForElements({
        element: card,
        canDrop: ({ source }) => source.data['kind'] === 'item' && source.data['itemId'] !== itemId,
        getData: ({ input, element: target }) =>
          attachClosestEdge(data, { input, element: target, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setState(extractClosestEdge(self.data) === 'top' ? 'above' : 'below'),
        onDragLeave: () => setState('idle'),
        onDrop: () => setState('idle'),
      }),
    )
  }, [element, itemId, groupKey, laneKey, canDrag])
  return state
}
