import type { PlanRowView } from '@millrace/contract'
import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useState,
} from 'react'

/** A link that is being drawn, in pixels of the canvas. */
export type DrawnLink = {
  readonly fromId: string
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
}

/**
 * Drawing a link from the end of one bar to another one. Escape leaves it off.
 *
 * @param onLink called when it is let go over another bar
 */
export function useDrawLink(
  canvas: RefObject<HTMLElement | null>,
  onLink: (fromId: string, toId: string) => void,
) {
  const [drawn, setDrawn] = useState<DrawnLink | null>(null)
  const begin = useCallback(
    (event: ReactPointerEvent<HTMLElement>, row: PlanRowView) => {
      if (event.button !== 0 || !canvas.current) return
      event.stopPropagation()
      event.preventDefault()
      const at = placeIn(canvas.current, event)
      setDrawn({ fromId: row.itemId, from: at, to: at })
    },
    [canvas],
  )
  const fromId = drawn?.fromId ?? null
  useEffect(() => {
    if (fromId === null) return undefined
    const handleMove = (event: PointerEvent) => {
      const area = canvas.current
      if (area) setDrawn((before) => before && { ...before, to: placeIn(area, event) })
    }
    const handleUp = (event: PointerEvent) => {
      setDrawn(null)
      const bar = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-item]')
      const toId = bar instanceof HTMLElement ? bar.dataset['item'] : undefined
      if (toId !== undefined && toId !== fromId) onLink(fromId, toId)
    }
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrawn(null)
    }
    window.addEventListener('pointermove', handleMove)
    window.addEventListener('pointerup', handleUp)
    window.addEventListener('keydown', handleKey)
    return () => {
      window.removeEventListener('pointermove', handleMove)
      window.removeEventListener('pointerup', handleUp)
      window.removeEventListener('keydown', handleKey)
    }
  }, [canvas, fromId, onLink])
  return { drawn, begin }
}

function placeIn(area: HTMLElement, event: { readonly clientX: number; readonly clientY: number }) {
  const box = area.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}
