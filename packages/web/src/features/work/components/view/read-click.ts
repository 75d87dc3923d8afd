import type { MouseEvent } from 'react'
import type { LayoutHandlers } from './layout-props.ts'

/**
 * Finds out from the place of a click what was meant, so that rows carry no handlers: a control by its
 * `data-edit`, a group by `data-fold-group` and `data-create-in`, otherwise the item of the row.
 */
export function readClick(event: MouseEvent<HTMLElement>, handlers: LayoutHandlers): void {
  const target = event.target instanceof Element ? event.target : null
  const fold = target?.closest<HTMLElement>('[data-fold-group]')?.dataset['foldGroup']
  if (fold !== undefined) return event.type === 'click' ? handlers.onFold(fold) : undefined
  const createIn = target?.closest<HTMLElement>('[data-create-in]')?.dataset['createIn']
  if (createIn !== undefined) return event.type === 'click' ? handlers.onCreateIn(createIn) : undefined
  const itemId = target?.closest<HTMLElement>('[data-item]')?.dataset['item']
  if (!target || itemId === undefined) return
  const control = target.closest<HTMLElement>('[data-edit]')
  if (control) {
    if (event.type === 'click') clickControl({ event, control, itemId }, handlers)
    return
  }
  clickItem(event, itemId, handlers)
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
