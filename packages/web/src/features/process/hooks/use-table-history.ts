import type { EditedTable } from '@millrace/formats/dmn'
import { useCallback, useState } from 'react'

type Steps = {
  readonly past: readonly EditedTable[]
  readonly present: EditedTable
  readonly future: readonly EditedTable[]
}

/** Steps that can be taken back. */
const STEPS_MAX = 200

/** A table with what it was before and what was taken back. */
export type TableHistory = {
  readonly table: EditedTable
  readonly change: (next: EditedTable) => void
  /** Null: there is nothing to take back, or to do again. */
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
}

/** @param onChange is told every table that is shown after the first */
export function useTableHistory(first: EditedTable, onChange: (table: EditedTable) => void): TableHistory {
  const [steps, setSteps] = useState<Steps>({ past: [], present: first, future: [] })
  const show = useCallback(
    (next: Steps) => {
      setSteps(next)
      onChange(next.present)
    },
    [onChange],
  )
  const { past, present, future } = steps
  const before = past.at(-1)
  const [after] = future
  return {
    table: present,
    change: (next) => {
      if (next === present) return
      show({ past: [...past, present].slice(-STEPS_MAX), present: next, future: [] })
    },
    undo:
      before === undefined
        ? null
        : () => show({ past: past.slice(0, -1), present: before, future: [present, ...future] }),
    redo:
      after === undefined
        ? null
        : () => show({ past: [...past, present], present: after, future: future.slice(1) }),
  }
}
