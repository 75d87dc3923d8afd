import type { MouseEvent } from 'react'
import type { LayoutHandlers } from './layout-props.ts'

/**
 * Finds out from the place of a click what was meant, so that rows carry no handlers: a control by its
 * `data-edit`, a group by `data-fold-group` and `data-create-in`, otherwise the item of the row.
 */
export function readClick(event: MouseEvent<HTMLElement>, handlers: LayoutHandlers): void {
  const { target, type } = event
  if (!(target instanceof Element)) return
  const near = (name: string) => target.closest<HTMLElement>(`[data-${name}]`)
  const group = near('fold-group') ?? near('create-in')
  const itemId = near('item')?.dataset['item']
  const control = near('edit')
  if (group) {
    if (type === 'click') clickGroup(group.dataset, handlers)
  } else if (itemId !== undefined && !control) clickItem(event, itemId, handlers)
  else if (itemId !== undefined && control && type === 'click')
    clickControl({ event, control, itemId }, handlers)
}

function clickGroup({ foldGroup, createIn }: DOMStringMap, handlers: LayoutHandlers): void {
  if (foldGroup !== undefined) handlers.onFold(foldGroup)
  else if (createIn !== undefined) handlers.onCreateIn(createIn)
}

type Click = {
  readonly event: MouseEvent<HTMLElement>
  readonly control: HTMLElement
  readonly itemId: string
}

function clickControl({ event, control, itemId }: Click, handlers: LayoutHandlers): void {
  const field = control.dataset['edit'] ?? ''
  if (field === 'peek') return handlers.onPeek(itemId)
  if (field !== 'select') {
    handlers.onCursor(itemId)
    return handlers.onEdit({ itemIds: [itemId], field, rect: control.getBoundingClientRect() })
  }
  return event.shiftKey ? handlers.onRange(itemId) : handlers.onToggle(itemId)
}

function clickItem(event: MouseEvent<HTMLElement>, itemId: string, handlers: LayoutHandlers): void {
  if (event.type === 'dblclick') return handlers.onOpen(itemId)
  if (event.shiftKey) return handlers.onRange(itemId)
  if (event.ctrlKey || event.metaKey) return handlers.onToggle(itemId)
  handlers.onCursor(itemId)
  return handlers.onPeek(itemId)
}
