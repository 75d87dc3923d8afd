import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react'

/** What is drawn along the axis, and by how many days so far. */
export type BarDrag<End> = { readonly end: End; readonly days: number; readonly fromX: number }

/**
 * Drawing a bar, or one of its ends, along a time axis by whole days. Escape leaves it where it was.
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
  useEscape(drag !== null, () => {
    // The click that comes with letting go is none either.
    wasDragged.current = true
    stop()
  })
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

/** Escape gives up what is under way, and nothing else hears of it. */
export function useEscape(isOn: boolean, onEscape: () => void): void {
  const escape = useEffectEvent(onEscape)
  useEffect(() => {
    if (!isOn) return undefined
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopImmediatePropagation()
      escape()
    }
    window.addEventListener('keydown', handleKey, { capture: true })
    return () => window.removeEventListener('keydown', handleKey, { capture: true })
  }, [isOn])
}
