import { type RefObject, useCallback, useMemo, useState } from 'react'
import { useMediaQuery } from '../../../../ui/index.ts'
import {
  type ColumnChoice,
  columnsInSight,
  placeColumns,
  readChoice,
  USUAL_CHOICE,
  withToggled,
  withWidth,
} from '../../model/grid/columns.ts'
import type { GridColumn } from '../../model/grid/ground.ts'

const KEY = 'millrace.plan-columns'
/** The numbers of the lines, which stay in sight. */
const LINE_PX = 44
/** Columns are drawn a little before they come into sight. */
const AHEAD_PX = 200

/** Which columns are shown, how wide, and which of them are in sight. The choice is kept in this browser. */
export function useGridColumns(scroller: RefObject<HTMLElement | null>) {
  const [choice, setChoice] = useState<ColumnChoice>(() => readChoice(localStorage.getItem(KEY)))
  const [sight, setSight] = useState({ from: 0, to: 2000 })
  const isNarrow = useMediaQuery('(max-width: 700px)') ?? false
  const placed = useMemo(() => placeColumns(choice, isNarrow), [choice, isNarrow])
  const change = (next: ColumnChoice) => {
    localStorage.setItem(KEY, JSON.stringify(next))
    setChoice(next)
  }
  const look = useCallback(() => {
    const area = scroller.current
    if (!area) return
    const from = Math.abs(area.scrollLeft)
    // In steps, so that lines are not drawn anew with every pixel.
    const step = (px: number) => Math.round(px / AHEAD_PX) * AHEAD_PX
    const next = { from: step(from) - AHEAD_PX, to: step(from + area.clientWidth) + AHEAD_PX }
    setSight((before) => (before.from === next.from && before.to === next.to ? before : next))
  }, [scroller])
  const show = useCallback(
    (column: GridColumn) => {
      const area = scroller.current
      const place = placed.find((each) => each.column === column)
      if (!area || !place || column === 'title') return
      const title = placed.find((each) => each.column === 'title')
      const pinned = title && title.left < place.left ? title.width : 0
      const side = area.scrollLeft < 0 ? -1 : 1
      const from = Math.abs(area.scrollLeft)
      if (place.left - pinned < from) area.scrollLeft = side * (place.left - pinned)
      const end = LINE_PX + place.left + place.width
      if (end > from + area.clientWidth) area.scrollLeft = side * (end - area.clientWidth)
    },
    [placed, scroller],
  )
  const inSight = useMemo(() => columnsInSight(placed, sight), [placed, sight])
  return {
    placed,
    columns: useMemo(() => placed.map(({ column }) => column), [placed]),
    /** As grid tracks, the numbers of the lines before them. */
    tracks: `${String(LINE_PX)}px ${placed.map(({ width }) => `${String(width)}px`).join(' ')}`,
    width: placed.reduce((sum, { width }) => sum + width, LINE_PX),
    inSight,
    look,
    show,
    toggle: (column: GridColumn) => change(withToggled(choice, column)),
    resize: (column: GridColumn, width: number) => change(withWidth(choice, column, width)),
    reset: () => change(USUAL_CHOICE),
  }
}

/** The columns as they are shown, and what can be done with them. */
export type GridColumns = ReturnType<typeof useGridColumns>
