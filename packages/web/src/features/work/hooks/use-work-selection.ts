import { useCallback, useMemo, useState } from 'react'
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
export function useWorkSelection(order: readonly string[]) {
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
      selectRange: (id: string) => change((before) => selectRange(before, order, id)),
      move: (by: number) => change((before) => moveCursor(before, order, by)),
      extend: (by: number) => change((before) => extendRange(before, order, by)),
      selectAll: () =>
        change((before) => {
          const isAll = order.length > 0 && order.every((id) => before.selected.has(id))
          return { ...before, selected: new Set(isAll ? [] : order) }
        }),
      clear: () => change((before) => ({ ...before, selected: new Set() })),
    }),
    [selection, change, order],
  )
}

export type WorkSelection = ReturnType<typeof useWorkSelection>
