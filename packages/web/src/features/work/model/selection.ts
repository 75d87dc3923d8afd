import type { Order } from './order.ts'

/** What is marked, where the cursor is, and from where a range is drawn. */
export type Selection = {
  readonly selected: ReadonlySet<string>
  readonly cursor: string | null
  readonly anchor: string | null
}

export const NO_SELECTION: Selection = { selected: new Set(), cursor: null, anchor: null }

/** Moves the cursor by some lines; without a cursor it starts at the first or last line. */
export function moveCursor(selection: Selection, order: readonly string[], by: number): Selection {
  if (order.length === 0) return selection
  const at = selection.cursor === null ? -1 : order.indexOf(selection.cursor)
  const fresh = by > 0 ? 0 : order.length - 1
  const next = at < 0 ? fresh : Math.min(order.length - 1, Math.max(0, at + by))
  const cursor = order[next] ?? null
  return { ...selection, cursor, anchor: cursor }
}

/** Puts the cursor onto an item without marking it; null: onto none. */
export function setCursor(selection: Selection, id: string | null): Selection {
  return { ...selection, cursor: id, anchor: id }
}

/** Marks or unmarks one item, and puts the cursor there. */
export function toggleSelected(selection: Selection, id: string): Selection {
  const selected = new Set(selection.selected)
  if (!selected.delete(id)) selected.add(id)
  return { selected, cursor: id, anchor: id }
}

/** Marks everything between the anchor and an item. */
export function selectRange(selection: Selection, order: readonly string[], to: string): Selection {
  const from = selection.anchor ?? selection.cursor ?? to
  const [start, end] = [order.indexOf(from), order.indexOf(to)].toSorted((a, b) => a - b)
  if (start === undefined || end === undefined || start < 0) return toggleSelected(selection, to)
  const range = order.slice(start, end + 1)
  return { selected: new Set([...selection.selected, ...range]), cursor: to, anchor: from }
}

/** Stretches the range by some lines from the cursor, as Shift with an arrow key does. */
export function extendRange(selection: Selection, order: readonly string[], by: number): Selection {
  const at = selection.cursor === null ? -1 : order.indexOf(selection.cursor)
  const to = order[Math.min(order.length - 1, Math.max(0, at + by))]
  return to === undefined ? selection : selectRange(selection, order, to)
}

/** What a command acts upon: the marked items, or else the one under the cursor. */
export function targetIds(selection: Selection): readonly string[] {
  if (selection.selected.size > 0) return [...selection.selected]
  return selection.cursor === null ? [] : [selection.cursor]
}

/** Forgets items that are no longer shown. */
export function keepShown(selection: Selection, order: Order): Selection {
  // A cursor alone is looked for; only marks are worth a set of everything that is shown.
  const shown = selection.selected.size === 0 ? order : new Set(order.ids())
  const isShown = (id: string) => shown.has(id)
  const selected = new Set([...selection.selected].filter(isShown))
  const keep = (id: string | null) => (id !== null && isShown(id) ? id : null)
  const isSame = selected.size === selection.selected.size && keep(selection.cursor) === selection.cursor
  return isSame ? selection : { selected, cursor: keep(selection.cursor), anchor: keep(selection.anchor) }
}
