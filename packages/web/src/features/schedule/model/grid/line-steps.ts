import {
  endOfBranch,
  headsOf,
  type OutlineLine,
  type OutlineStep,
  type Placing,
  placeOutline,
  shapeOutline,
} from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import type { GridGround } from './ground.ts'

/** What of the plan the place of its lines follows from. */
type Lines = Pick<GridGround, 'containerId' | 'rows' | 'itemOf' | 'now'>

/** The calls that turn the outline of a plan into another one; items that are new in it are made elsewhere. */
export function callsOfOutline(outline: readonly OutlineLine[], lines: Lines): readonly Call[] {
  return placingsOf(outline, lines).flatMap((placing) => moveOf(placing) ?? [])
}

/** Where each item of an outline has to be put, of those that do not lie there already. */
export function placingsOf(
  outline: readonly OutlineLine[],
  { rows, itemOf, now }: Lines,
): readonly Placing[] {
  const places = new Map(
    rows.map(({ itemId, parentId }) => [itemId, { parentId, rank: itemOf(itemId)?.rank ?? '' }]),
  )
  return placeOutline(outline, (itemId) => places.get(itemId), now())
}

/** An item that is there goes elsewhere; of one that stays under its parent only the rank is said. */
export function moveOf({ itemId, parentId, rank, from }: Placing): Call | null {
  if (from === null) return null
  const patch = from.parentId === parentId ? { rank } : { parentId, rank }
  return callOf('work.changeItem', { id: itemId, patch })
}

/** A step with the chosen lines; nothing when they cannot go there. */
export function callsOfStep(step: OutlineStep, chosen: ReadonlySet<string>, lines: Lines): readonly Call[] {
  const outline = shapeOutline(lines.rows, chosen, step)
  return outline ? callsOfOutline(outline, lines) : []
}

/** A new item right above a line, or behind it and all that lies under it, on the same level. */
export function callsOfInsert(
  item: { readonly id: string; readonly title: string },
  { itemId, side }: { readonly itemId: string; readonly side: 'above' | 'below' },
  lines: Lines,
): readonly Call[] {
  const { rows, containerId } = lines
  const at = rows.findIndex((row) => row.itemId === itemId)
  const place = side === 'above' ? at : endOfBranch(rows, at)
  const outline: readonly OutlineLine[] = rows
  const made = { itemId: item.id, level: rows[at]?.level ?? 1 }
  return placingsOf(outline.toSpliced(place, 0, made), lines).flatMap((placing) => {
    if (placing.itemId !== item.id) return moveOf(placing) ?? []
    const { parentId, rank } = placing
    return callOf('work.createItem', {
      ...item,
      containerId,
      rank,
      ...(parentId === null ? {} : { parentId }),
    })
  })
}

/** The chosen lines, and what lies under them, go out of sight; nothing is lost. */
export function callsOfRemoval(chosen: ReadonlySet<string>, { rows }: Lines): readonly Call[] {
  return headsOf(rows, chosen).map(({ itemId }) => callOf('work.archiveItem', { id: itemId }))
}
