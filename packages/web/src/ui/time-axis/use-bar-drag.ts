import { type PointerEvent, useRef, useState } from 'react'

/** What is drawn along the axis, and by how many days so far. */
export type BarDrag<End> = { readonly end: End; readonly days: number; readonly fromX: number }

/**
 * Drawing a bar, or one of its ends, along a time axis by whole days.
 *
 * @param onShift called once, when it is let go on another day
 * @param onTry called with each day it passes over, and with none when it is let go or left off
 */
export function useBarDrag<End extends string>(
  pxPerDay: number,
  onShift: (days: number, end: End) => void,
  onTry?: (days: number, end: End) => void,
) {
  const [drag, setDrag] = useState<BarDrag<End> | null>(null)
  const wasDragged = useRef(false)
  const begin = (event: PointerEvent<HTMLElement>, end: End) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    wasDragged.current = false
    setDrag({ fromX: event.clientX, end, days: 0 })
  }
  const handleMove = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return
    const days = Math.round((event.clientX - drag.fromX) / pxPerDay)
    if (days !== 0) wasDragged.current = true
    if (days === drag.days) return
    setDrag({ ...drag, days })
    onTry?.(days, drag.end)
  }
  const handleUp = () => {
    if (drag && drag.days !== 0) onShift(drag.days, drag.end)
    stop()
  }
  const stop = () => {
    if (drag) onTry?.(0, drag.end)
    setDrag(null)
  }
  return {
    drag,
    begin,
    listeners: {
      onPointerMove: handleMove,
      onPointerUp: handleUp,
      onPointerCancel: stop,
      /** The click that ends a drag is none: it must not open what was moved. */
      onClickCapture: (event: { readonly stopPropagation: () => void }) => {
        if (wasDragged.current) event.stopPropagation()
        wasDragged.current = false
      },
    },
  }
}
