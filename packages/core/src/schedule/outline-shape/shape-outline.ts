import type { Id } from '../../kernel/index.ts'

/** A line of an outline as people see it: one after the other, each as deep as it is indented. */
export type OutlineLine = { readonly itemId: Id<'WorkItem'>; readonly level: number }

/** What is done to the chosen lines of an outline. What lies under a line goes with it. */
export type OutlineStep = 'indent' | 'outdent' | 'up' | 'down'

/**
 * The outline after a step. Indenting and outdenting leave the lines in their order, as in Microsoft Project: what
 * follows an outdented line on its old level lies under it afterwards. Up and down lead past the neighbour of the
 * same parent.
 *
 * @param lines all lines, parents first
 * @returns null when nothing changes: the first line has nothing to lie under, the top nothing above it
 */
export function shapeOutline(
  lines: readonly OutlineLine[],
  chosen: ReadonlySet<string>,
  step: OutlineStep,
): readonly OutlineLine[] | null {
  switch (step) {
    case 'indent':
      return indented(lines, chosen)
    case 'outdent':
      return outdented(lines, chosen)
    case 'up':
      return movedUp(lines, chosen)
    case 'down':
      return movedDown(lines, chosen)
  }
}

/** The chosen lines that lie under no other chosen one: what is done to them is done to all. */
export function headsOf(lines: readonly OutlineLine[], chosen: ReadonlySet<string>): readonly OutlineLine[] {
  const heads: OutlineLine[] = []
  let under = Number.POSITIVE_INFINITY
  for (const line of lines) {
    if (line.level > under) continue
    under = Number.POSITIVE_INFINITY
    if (!chosen.has(line.itemId)) continue
    heads.push(line)
    under = line.level
  }
  return heads
}

/** The place after a line and all that lies under it. */
export function endOfBranch(lines: readonly OutlineLine[], at: number): number {
  const level = lines[at]?.level ?? 0
  const next = lines.findIndex((line, index) => index > at && line.level <= level)
  return next < 0 ? lines.length : next
}

/** An outline in which no line lies more than one level under the line before it, and the first at the top. */
export function evenOutline(lines: readonly OutlineLine[]): readonly OutlineLine[] {
  let deepest = 0
  return lines.map((line) => {
    const level = Math.max(1, Math.min(line.level, deepest + 1))
    deepest = level
    return level === line.level ? line : { ...line, level }
  })
}

function indented(lines: readonly OutlineLine[], chosen: ReadonlySet<string>): readonly OutlineLine[] | null {
  return shifted(lines, chosen, (head, above) => (head.level <= above ? 1 : 0))
}

function outdented(
  lines: readonly OutlineLine[],
  chosen: ReadonlySet<string>,
): readonly OutlineLine[] | null {
  const after = shifted(lines, chosen, (head) => (head.level > 1 ? -1 : 0))
  return after && evenOutline(after)
}

/** Moves branches by as many levels as their heads may move. */
function shifted(
  lines: readonly OutlineLine[],
  chosen: ReadonlySet<string>,
  byOf: (head: OutlineLine, levelAbove: number) => number,
): readonly OutlineLine[] | null {
  const heads = new Set(headsOf(lines, chosen).map(({ itemId }) => itemId))
  let by = 0
  let headLevel = Number.POSITIVE_INFINITY
  let above = 0
  const after = lines.map((line) => {
    if (line.level <= headLevel) {
      headLevel = heads.has(line.itemId) ? line.level : Number.POSITIVE_INFINITY
      by = heads.has(line.itemId) ? byOf(line, above) : 0
    }
    above = line.level + by
    return by === 0 ? line : { ...line, level: line.level + by }
  })
  return after.some((line, index) => line !== lines[index]) ? after : null
}

function movedUp(lines: readonly OutlineLine[], chosen: ReadonlySet<string>): readonly OutlineLine[] | null {
  let after = lines
  for (const head of headsOf(lines, chosen)) {
    const at = after.findIndex(({ itemId }) => itemId === head.itemId)
    const before = siblingBefore(after, at)
    const sibling = after[before]
    // What is chosen as well keeps its distance instead of being passed.
    if (sibling && !chosen.has(sibling.itemId)) after = swapped(after, before, at)
  }
  return after === lines ? null : after
}

function movedDown(
  lines: readonly OutlineLine[],
  chosen: ReadonlySet<string>,
): readonly OutlineLine[] | null {
  let after = lines
  for (const head of headsOf(lines, chosen).toReversed()) {
    const at = after.findIndex(({ itemId }) => itemId === head.itemId)
    const next = endOfBranch(after, at)
    const sibling = after[next]
    const isSibling = sibling !== undefined && sibling.level === head.level
    if (isSibling && !chosen.has(sibling.itemId)) after = swapped(after, at, next)
  }
  return after === lines ? null : after
}

/** Where the line before it under the same parent stands; -1 when there is none. */
function siblingBefore(lines: readonly OutlineLine[], at: number): number {
  const level = lines[at]?.level ?? 0
  const before = lines.findLastIndex((line, index) => index < at && line.level <= level)
  return lines[before]?.level === level ? before : -1
}

/** Two branches that follow each other, the other way round. */
function swapped(lines: readonly OutlineLine[], first: number, second: number): readonly OutlineLine[] {
  const end = endOfBranch(lines, second)
  return [
    ...lines.slice(0, first),
    ...lines.slice(second, end),
    ...lines.slice(first, second),
    ...lines.slice(end),
  ]
}
