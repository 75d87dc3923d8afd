import type { PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { useKeys } from '../../../../platform/use-keys.ts'
import { daysBetween, type Edge, shiftDates } from '../../model/shift.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { dayAt } from './day-at.ts'

/** A press becomes a drag when it has gone so far. */
const THRESHOLD_PX = 4

type Press = {
  readonly itemId: string
  readonly edge: Edge
  /** The day taken hold of; null: the item had none. */
  readonly from: PlainDate | null
  readonly x: number
  readonly y: number
}

type Drag = Press & { readonly to: PlainDate | null }

/**
 * Dragging items over the days. The calendar listens, not the item: on its way the item is drawn where
 * it would come to lie, which is another cell.
 */
export function useCalendarDrag(items: readonly WorkItem[], { selection, handlers }: LayoutProps) {
  const press = useRef<Press | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const leave = () => {
    press.current = null
    setDrag(null)
  }
  useKeys([
    {
      id: 'calendar.leave',
      keys: 'Escape',
      label: textsCalendar.bar,
      group: textsCalendar.keysGroup,
      isHidden: true,
      isOn: () => drag !== null,
      run: leave,
    },
  ])
  const moved = useMemo(() => movedIds(drag, selection.selected), [drag, selection.selected])
  const shown = useMemo(
    () => (drag ? items.map((item) => (moved.has(item.id) ? asDragged(item, drag) : item)) : items),
    [items, drag, moved],
  )
  const handlePress = (event: PointerEvent<HTMLElement>) => {
    press.current = event.button === 0 ? pressOf(event) : null
  }
  const handleMove = (event: PointerEvent<HTMLElement>) => {
    const from = press.current
    if (!from) return
    if (!drag && Math.hypot(event.clientX - from.x, event.clientY - from.y) < THRESHOLD_PX) return
    if (!drag) event.currentTarget.setPointerCapture(event.pointerId)
    const to = dayAt(event.clientX, event.clientY) ?? drag?.to ?? from.from
    if (!drag || drag.to !== to) setDrag({ ...from, to })
  }
  const handleUp = () => {
    if (drag) drop(drag, handlers)
    leave()
  }
  return {
    shown,
    moved,
    isDragging: drag !== null,
    listeners: {
      onPointerDown: handlePress,
      onPointerMove: handleMove,
      onPointerUp: handleUp,
      onPointerCancel: leave,
    },
  }
}

function drop({ itemId, edge, from, to }: Drag, handlers: LayoutProps['handlers']): void {
  if (to === null) return
  if (from === null) return handlers.onDue(itemId, to)
  const days = daysBetween(from, to)
  if (days !== 0) handlers.onShift(itemId, days, edge)
}

function asDragged(item: WorkItem, { from, to, edge }: Drag): WorkItem {
  if (to === null) return item
  return { ...item, ...(from === null ? { dueOn: to } : shiftDates(item, daysBetween(from, to), edge)) }
}

function movedIds(drag: Drag | null, selected: ReadonlySet<string>): ReadonlySet<string> {
  if (!drag) return NONE
  return selected.has(drag.itemId) ? selected : new Set([drag.itemId])
}

const NONE: ReadonlySet<string> = new Set()

function pressOf(event: PointerEvent<HTMLElement>): Press | null {
  if (!(event.target instanceof Element)) return null
  const itemId = event.target.closest<HTMLElement>('[data-item]')?.dataset['item']
  if (itemId === undefined) return null
  const grip = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge']
  const edge = grip === 'start' || grip === 'due' ? grip : 'both'
  const from = event.target.closest('[data-tray]') ? null : dayAt(event.clientX, event.clientY)
  return { itemId, edge, from, x: event.clientX, y: event.clientY }
}
