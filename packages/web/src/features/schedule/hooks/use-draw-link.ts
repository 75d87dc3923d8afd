import type { PlanRowView, RelationView } from '@millrace/contract'
import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useState,
} from 'react'
import { useEscape } from '../../../ui/index.ts'
import { type LinkEnd, linkTypeOf } from '../model/link-type.ts'

type Point = { readonly x: number; readonly y: number }
type BarEnd = { readonly itemId: string; readonly end: LinkEnd }

/** A link that is being drawn, in pixels of the canvas. */
export type DrawnLink = {
  readonly from: BarEnd & Point
  readonly to: Point
  /** The bar below the pointer, by the end that is nearer. */
  readonly over: BarEnd | null
}

/** What was drawn. */
export type NewLink = Pick<RelationView, 'fromId' | 'toId' | 'linkType'>

/**
 * Drawing a link from an end of one bar to an end of another one. Escape leaves it off.
 *
 * @param onLink called when it is let go over another bar
 */
export function useDrawLink(canvas: RefObject<HTMLElement | null>, onLink: (link: NewLink) => void) {
  const [drawn, setDrawn] = useState<DrawnLink | null>(null)
  const begin = useCallback(
    (event: ReactPointerEvent<HTMLElement>, row: PlanRowView, end: LinkEnd) => {
      if (event.button !== 0 || !canvas.current) return
      event.stopPropagation()
      event.preventDefault()
      const at = placeIn(canvas.current, event)
      setDrawn({ from: { itemId: row.itemId, end, ...at }, to: at, over: null })
    },
    [canvas],
  )
  const from = drawn?.from ?? null
  useEffect(() => {
    if (from === null) return undefined
    const handleMove = (event: PointerEvent) => {
      const area = canvas.current
      if (area) setDrawn({ from, to: placeIn(area, event), over: barAt(event, from.itemId) })
    }
    const handleUp = (event: PointerEvent) => {
      setDrawn(null)
      const to = barAt(event, from.itemId)
      if (to) onLink({ fromId: from.itemId, toId: to.itemId, linkType: linkTypeOf(from.end, to.end) })
    }
    window.addEventListener('pointermove', handleMove)
    window.addEventListener('pointerup', handleUp)
    return () => {
      window.removeEventListener('pointermove', handleMove)
      window.removeEventListener('pointerup', handleUp)
    }
  }, [canvas, from, onLink])
  useEscape(drawn !== null, () => setDrawn(null))
  return { drawn, begin }
}

type Pointed = { readonly clientX: number; readonly clientY: number }

/** Which bar is pointed at, and which of its ends is nearer: that of a handle is plain. */
function barAt({ clientX, clientY }: Pointed, exceptId: string): BarEnd | null {
  const bar = document.elementFromPoint(clientX, clientY)?.closest('[data-item]')
  if (!(bar instanceof HTMLElement)) return null
  const { item: itemId, end } = bar.dataset
  if (itemId === undefined || itemId === exceptId) return null
  if (end === 'start' || end === 'finish') return { itemId, end }
  const { left, width } = bar.getBoundingClientRect()
  return { itemId, end: clientX < left + width / 2 ? 'start' : 'finish' }
}

function placeIn(area: HTMLElement, event: Pointed): Point {
  const box = area.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}
