import type { PlanRowView } from '@millrace/contract'
import { evenOutline, type OutlineLine } from '@millrace/core/schedule'

/** What a pasted line says about its depth. */
export type LevelHints = {
  /** With the blanks in front of it. */
  readonly title: string | undefined
  readonly level: string | undefined
  readonly wbs: string | undefined
}

/** How deep pasted lines lie, and whether that is counted from the top or among each other only. */
export type PastedLevels = { readonly levels: readonly number[]; readonly isCounted: boolean }

/**
 * How deep each pasted line lies: by its outline level, else by its number in the outline, else by how far its title is
 * indented. Null when lines say nothing of it.
 */
export function levelsOf(lines: readonly LevelHints[]): PastedLevels | null {
  const told = filled(
    lines.map(({ level }) => (/^\d{1,2}$/.test(level?.trim() ?? '') ? Number(level) : null)),
  )
  if (told) return { levels: told, isCounted: true }
  const numbered = filled(lines.map(({ wbs }) => depthOf(wbs?.trim() ?? '')))
  if (numbered) return { levels: numbered, isCounted: true }
  const widths = lines.map(({ title = '' }) => title.length - title.trimStart().length)
  if (widths.every((width) => width === widths[0])) return null
  return { levels: levelsOfWidths(widths), isCounted: false }
}

/** A line that says nothing lies where the one before it does. */
function filled(levels: readonly (number | null)[]): readonly number[] | null {
  if (levels.every((level) => level === null)) return null
  let last = levels.find((level) => level !== null) ?? 1
  return levels.map((level) => {
    last = level ?? last
    return last
  })
}

function depthOf(wbs: string): number | null {
  return /^[\p{L}\d]+(\.\d+)*\.?$/u.test(wbs) && /\d/.test(wbs)
    ? wbs.replace(/\.$/, '').split('.').length
    : null
}

/** Two blanks are a level where no line before tells. */
const LEVEL_WIDTH = 2

/** Whatever is indented further than the line before it lies one level under it. Counted from the first line. */
function levelsOfWidths(widths: readonly number[]): readonly number[] {
  let top = { width: widths[0] ?? 0, level: 1 }
  const path: number[] = []
  return widths.map((width) => {
    while (path.length > 0 && (path.at(-1) ?? 0) >= width) path.pop()
    if (path.length === 0 && width < top.width) {
      const by = Math.max(1, Math.round((top.width - width) / LEVEL_WIDTH))
      top = { width, level: top.level - by }
    }
    path.push(width)
    return top.level + path.length - 1
  })
}

/** A pasted line in its place: over a row, or as a new item behind them all. Null: it says nothing of its depth. */
export type PlacedLine = {
  readonly itemId: string
  readonly row: PlanRowView | null
  readonly level: number | null
}

/**
 * The levels of pasted lines as they are in the plan: the first one lies where the row lies that it is written over,
 * and what is not counted from the top begins there.
 */
export function levelsInPlan(told: PastedLevels | null, first: PlanRowView | null): readonly number[] | null {
  if (told === null) return null
  const { levels, isCounted } = told
  const top = isCounted ? 0 : 1 - Math.min(...levels)
  const by = first ? first.level - (levels[0] ?? 1) : top
  return levels.map((level) => level + by)
}

/**
 * The outline with pasted lines in it. What lies under a line goes deeper or less deep with it; new lines without a
 * level lie on that of the line before them.
 */
export function outlineWith(
  rows: readonly PlanRowView[],
  pasted: readonly PlacedLine[],
): readonly OutlineLine[] {
  const levelOf = new Map(pasted.map(({ itemId, level }) => [itemId, level]))
  const nothing = { level: Number.POSITIVE_INFINITY, by: 0 }
  let under = nothing
  const lines = rows.map(({ itemId, level }): OutlineLine => {
    const next = levelOf.get(itemId)
    if (typeof next === 'number') under = { level, by: next - level }
    else if (level <= under.level) under = nothing
    return { itemId, level: level + under.by }
  })
  for (const { itemId, row, level } of pasted) {
    if (row === null) lines.push({ itemId, level: level ?? lines.at(-1)?.level ?? 1 })
  }
  return evenOutline(lines)
}
