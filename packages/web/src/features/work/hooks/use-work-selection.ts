import { useCallback, useMemo, useState } from 'react'
import type { Order } from '../model/order.ts'
import {
  extendRange,
  keepShown,
  moveCursor,
  NO_SELECTION,
  type Selection,
  selectRange,
  setCursor,
  toggleSelected,
} from '../model/selection.ts'

/** The selection over the items shown, which forgets what is no longer shown. */
export function useWorkSelection(order: Order) {
  const [kept, setKept] = useState<Selection>(NO_SELECTION)
  const selection = useMemo(() => keepShown(kept, order), [kept, order])
  const change = useCallback(
    (next: (before: Selection) => Selection) => setKept((before) => next(keepShown(before, order))),
    [order],
  )
  return useMemo(
    () => ({
      selection,
      setCursor: (id: string | null) => change((before) => setCursor(before, id)),
      toggle: (id: string) => change((before) => toggleSelected(before, id)),
      selectRange: (id: string) => change((before) => selectRange(before, order.ids(), id)),
      move: (by: number) => change((before) => moveCursor(before, order.ids(), by)),
      extend: (by: number) => change((before) => extendRange(before, order.ids(), by)),
      selectAll: () =>
        change((before) => {
          const ids = order.ids()
          const isAll = ids.length > 0 && ids.every((id) => before.selected.has(id))
          return { ...before, selected: new Set(isAll ? [] : ids) }
        }),
      clear: () => change((before) => ({ ...before, selected: new Set() })),
    }),
    [selection, change, order],
  )
}

export type WorkSelection = ReturnType<typeof useWorkSelection>
