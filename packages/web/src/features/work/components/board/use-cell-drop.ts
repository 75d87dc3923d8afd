import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useState } from 'react'
import type { BoardPlace } from './use-item-drag.ts'

/** Makes a column, or a cell of it, a place to drop cards in; true while one hovers over it. */
export function useCellDrop(
  element: RefObject<HTMLElement | null>,
  { groupKey, laneKey, canDrag }: BoardPlace & { readonly canDrag: boolean },
): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target || !canDrag) return undefined
    return dropTargetForElements({
      element: target,
      canDrop: ({ source }) => source.data['kind'] === 'item',
      getData: () => ({ kind: 'group', groupKey, laneKey }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [element, groupKey, laneKey, canDrag])
  return isOver
}
