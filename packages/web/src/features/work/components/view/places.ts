import type { WorkGroup } from '../../model/grouping.ts'

/** Which control of a row shows the property that a key edits. */
const SHOWN_AT: Readonly<Record<string, string>> = { group: 'state' }

/** Where the editor of a property opens when a key asked for it: over its cell, or else over the row. */
export function anchorOf(gridId: string, itemId: string | null, field: string): DOMRect {
  const grid = document.querySelector(`#${CSS.escape(gridId)}`)
  const row = itemId === null ? null : document.querySelector(`#${CSS.escape(`${gridId}-${itemId}`)}`)
  const name = CSS.escape(SHOWN_AT[field] ?? field)
  const cell = row?.querySelector(`[data-edit="${name}"], [data-column="${name}"]`)
  const place = cell ?? row ?? grid
  const rect = place?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 0)
  // A row is as wide as the page; the editor opens near its title instead of at its edge.
  return cell || !row ? rect : new DOMRect(rect.x + Math.min(140, rect.width / 4), rect.y, 1, rect.height)
}

/** The item beside the cursor in the next column that has any, as far down as it is now. */
export function neighbourInColumn(
  groups: readonly WorkGroup[],
  cursor: string | null,
  by: number,
): string | null {
  const filled = groups.filter((group) => group.items.length > 0)
  const at = filled.findIndex((group) => group.items.some((item) => item.id === cursor))
  if (at < 0) return filled[0]?.items[0]?.id ?? null
  const row = filled[at]?.items.findIndex((item) => item.id === cursor) ?? 0
  const items = filled[at + by]?.items ?? []
  return items[Math.min(row, items.length - 1)]?.id ?? null
}
