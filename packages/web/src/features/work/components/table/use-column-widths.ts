import { useCallback, useState } from 'react'

const STORED = 'millrace.column-widths'

/** How wide this person made the columns, kept in this browser. */
export function useColumnWidths(): readonly [
  Readonly<Record<string, number>>,
  (columnId: string, width: number) => void,
] {
  const [widths, setWidths] = useState(readStored)
  const resize = useCallback((columnId: string, width: number) => {
    setWidths((before) => {
      const after = { ...before, [columnId]: width }
      localStorage.setItem(STORED, JSON.stringify(after))
      return after
    })
  }, [])
  return [widths, resize]
}

function readStored(): Readonly<Record<string, number>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    )
  } catch {
    return {}
  }
}
