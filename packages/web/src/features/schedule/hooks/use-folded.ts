import type { PlanRowView } from '@millrace/contract'
import { useCallback, useMemo, useState } from 'react'
import { shownRows } from '../model/outline.ts'

/**
 * Which lines are folded, and what is shown then.
 *
 * @param atFirst which of them are folded before anybody folds any
 */
export function useFolded(
  rows: readonly PlanRowView[],
  atFirst: (rows: readonly PlanRowView[]) => ReadonlySet<string> = none,
) {
  const [folded, setFolded] = useState(() => atFirst(rows))
  const shown = useMemo(() => shownRows(rows, folded), [rows, folded])
  const toggle = useCallback(
    (itemId: string) =>
      setFolded((before) => {
        const after = new Set(before)
        if (!after.delete(itemId)) after.add(itemId)
        return after
      }),
    [],
  )
  return {
    folded,
    shown,
    toggle,
    unfold: (itemIds: readonly string[]) =>
      setFolded((before) => new Set([...before].filter((itemId) => !itemIds.includes(itemId)))),
    foldAll: () => setFolded(new Set(rows.filter((row) => row.isSummary).map(({ itemId }) => itemId))),
    unfoldAll: () => setFolded(new Set()),
  }
}

function none(): ReadonlySet<string> {
  return new Set()
}
