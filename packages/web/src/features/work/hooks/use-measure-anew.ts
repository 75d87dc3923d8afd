import { useLayoutEffect, useRef } from 'react'
import { useLatest } from './use-latest.ts'

/** Has a virtual window place its lines anew when they become higher or lower: it remembers where they stood. */
export function useMeasureAnew(virtual: { readonly measure: () => void }, rowHeight: number): void {
  const latest = useLatest(virtual)
  const measured = useRef(rowHeight)
  useLayoutEffect(() => {
    if (measured.current === rowHeight) return
    measured.current = rowHeight
    latest.current.measure()
  }, [latest, rowHeight])
}
