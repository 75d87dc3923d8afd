import { useState } from 'react'
import type { LayoutHandlers } from '../components/view/layout-props.ts'
import { useLatest } from './use-latest.ts'

/** The same object for good, whose functions are always the latest: rows are not drawn anew for them. */
export function useStableHandlers(handlers: LayoutHandlers): LayoutHandlers {
  const latest = useLatest(handlers)
  const [stable] = useState<LayoutHandlers>(() => ({
    onCursor: (id) => latest.current.onCursor(id),
    onToggle: (id) => latest.current.onToggle(id),
    onRange: (id) => latest.current.onRange(id),
    onPeek: (id) => latest.current.onPeek(id),
    onOpen: (id) => latest.current.onOpen(id),
    onEdit: (anchor) => latest.current.onEdit(anchor),
    onFold: (key) => latest.current.onFold(key),
    onCreateIn: (key) => latest.current.onCreateIn(key),
    onCreate: (key, titles) => latest.current.onCreate(key, titles),
    onCalls: (calls) => latest.current.onCalls(calls),
    onDrop: (drop) => latest.current.onDrop(drop),
    onShift: (id, days, edge) => latest.current.onShift(id, days, edge),
    onDue: (id, day) => latest.current.onDue(id, day),
  }))
  return stable
}
