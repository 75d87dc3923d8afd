import type { Id, Instant } from '../kernel/index.ts'
import type { PlanRow } from './plan-rows.ts'
import type { CalculatedProject } from './project-plan/plan-project.ts'

/** What a calculation found for an item, as queries ask it. Moments are milliseconds since 1970, float is working minutes. */
export type PlanFinding = {
  readonly itemId: Id<'WorkItem'>
  readonly startAt: Instant | null
  readonly finishAt: Instant | null
  readonly percentComplete: number | null
  readonly totalFloatMin: number | null
  readonly isCritical: boolean | null
  readonly isConflicting: boolean
}

/** Who sees an item; null: everybody who sees what it is in. */
export type SightOf = (itemId: string) => readonly string[] | null

/**
 * What a calculated plan says of each of its rows.
 *
 * A summary above work that fewer people see than itself says nothing: its dates would tell them of that work.
 *
 * @param rows in outline order: parents before what is under them
 */
export function planFindings(
  rows: readonly PlanRow[],
  { dates, conflicts }: CalculatedProject,
  sightOf: SightOf,
): readonly PlanFinding[] {
  const datesOf = new Map(dates.map((found) => [found.itemId, found]))
  const conflicting = new Set(conflicts.map(({ itemId }) => itemId))
  const silent = aboveHidden(rows, sightOf)
  return rows.map(({ itemId, percentComplete }) => {
    if (silent.has(itemId)) return { itemId, ...NOTHING }
    const {
      startAt = null,
      finishAt = null,
      totalFloatMin = null,
      isCritical = null,
    } = datesOf.get(itemId) ?? {}
    const isConflicting = conflicting.has(itemId)
    return { itemId, startAt, finishAt, percentComplete, totalFloatMin, isCritical, isConflicting }
  })
}

const NOTHING = {
  startAt: null,
  finishAt: null,
  percentComplete: null,
  totalFloatMin: null,
  isCritical: null,
  isConflicting: false,
} as const // Nulls stay nulls.

/** What lies under an item is seen by as many people at most, so that one step tells for all above it. */
function aboveHidden(rows: readonly PlanRow[], sightOf: SightOf): ReadonlySet<string> {
  const parentOf = new Map(rows.map(({ itemId, parentId }) => [itemId, parentId]))
  const above = new Set<string>()
  for (const { itemId, parentId } of rows) {
    if (parentId === null || isSame(sightOf(itemId), sightOf(parentId))) continue
    let at: string | null = parentId
    while (at !== null && !above.has(at)) {
      above.add(at)
      at = parentOf.get(at) ?? null
    }
  }
  return above
}

function isSame(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((id) => b.includes(id))
}

/**
 * What differs from what was found before; everything where nothing is known of that.
 *
 * @returns the findings to write, and whether any of before is of an item that is not there any more
 */
export function changedFindings(
  before: readonly PlanFinding[] | null,
  now: readonly PlanFinding[],
): { readonly changed: readonly PlanFinding[]; readonly isAnyGone: boolean } {
  if (!before) return { changed: now, isAnyGone: true }
  const known = new Map(before.map((finding) => [finding.itemId, finding]))
  const changed = now.filter((finding) => !isSameFinding(known.get(finding.itemId), finding))
  const kept = now.reduce((count, { itemId }) => count + (known.has(itemId) ? 1 : 0), 0)
  return { changed, isAnyGone: kept < before.length }
}

function isSameFinding(a: PlanFinding | undefined, b: PlanFinding): boolean {
  return (
    a !== undefined &&
    a.startAt === b.startAt &&
    a.finishAt === b.finishAt &&
    a.percentComplete === b.percentComplete &&
    a.totalFloatMin === b.totalFloatMin &&
    a.isCritical === b.isCritical &&
    a.isConflicting === b.isConflicting
  )
}
