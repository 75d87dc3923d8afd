import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

/** A part of a picture, in its own pixels. */
export type SeenArea = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What is drawn beyond the part in sight, and how far one scrolls before it is drawn anew. */
const MARGIN_PX = 320
const STEP_PX = 160

/** Which part of a scrolled picture is in sight, with some room around it. */
export function useSeenArea(scroller: RefObject<HTMLElement | null>, scale: number) {
  const [seen, setSeen] = useState<SeenArea>({ left: 0, top: 0, right: 2000, bottom: 1200 })
  const look = useCallback(() => {
    const area = scroller.current
    if (!area) return
    const left = stepped(area.scrollLeft)
    const top = stepped(area.scrollTop)
    const next = {
      left: (left - MARGIN_PX) / scale,
      top: (top - MARGIN_PX) / scale,
      right: (left + area.clientWidth + STEP_PX + MARGIN_PX) / scale,
      bottom: (top + area.clientHeight + STEP_PX + MARGIN_PX) / scale,
    }
    setSeen((before) => (isSame(before, next) ? before : next))
  }, [scroller, scale])
  useLayoutEffect(() => {
    look()
    const area = scroller.current
    if (!area) return
    const observer = new ResizeObserver(look)
    observer.observe(area)
    return () => observer.disconnect()
  }, [look, scroller])
  return { seen, look }
}

function stepped(px: number): number {
  return Math.floor(px / STEP_PX) * STEP_PX
}

function isSame(one: SeenArea, other: SeenArea): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.right === other.right &&
    one.bottom === other.bottom
  )
}
