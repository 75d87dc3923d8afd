import type { PhaseView, PlanRowView } from '@millrace/contract'
import { addDays, dayNumber } from '@millrace/core/kernel'

/** When work of a later phase happens, as far as it is known: from a day on, to between two days. */
export type PhaseRange = { readonly from: string; readonly low: string; readonly high: string }

type Phased = Pick<PlanRowView, 'itemId' | 'parentId' | 'phaseId' | 'startAt'>
type Phase = Pick<PhaseView, 'id' | 'state' | 'startsOn' | 'finishLowOn' | 'finishHighOn'>

/** How much work something is, at least and at most; null: nobody has said a range. */
export type EffortRange = { readonly lowMin: number; readonly highMin: number } | null

/** Work of a day. */
const DAY_MIN = 480

/**
 * The ranges of packages of later phases that say how much work they are: from the start of their phase on, as long
 * as that work takes at least and at most, within the phase.
 *
 * @param lastOf the last of so many working days from a day on
 */
export function packageRanges(
  rows: readonly (Phased & Pick<PlanRowView, 'isSummary'>)[],
  plan: { readonly phases: readonly Phase[]; readonly hasRollingWave: boolean },
  known: {
    readonly effortOf: (itemId: string) => EffortRange
    readonly lastOf: (from: string, days: number) => string
  },
): ReadonlyMap<string, PhaseRange> {
  const spans = phaseSpans(plan.phases)
  const later = laterPhases(plan)
  return new Map(
    rows.flatMap((row) => {
      const span = later.has(row.phaseId ?? '') ? spans.get(row.phaseId ?? '') : undefined
      const effort = row.isSummary || row.startAt !== null ? null : known.effortOf(row.itemId)
      if (!span || !effort) return []
      const end = (minutes: number) => {
        const last = known.lastOf(span.from, Math.max(1, Math.ceil(minutes / DAY_MIN)))
        return last < span.high ? last : span.high
      }
      const range = { from: span.from, low: end(effort.lowMin), high: end(effort.highMin) }
      return [[row.itemId, range] as const]
    }),
  )
}

/** The phases that hold packages instead of planned work, by their ids: later ones of a plan in waves. */
export function laterPhases(plan: {
  readonly phases: readonly Pick<Phase, 'id' | 'state'>[]
  readonly hasRollingWave: boolean
}): ReadonlySet<string> {
  if (!plan.hasRollingWave) return new Set()
  return new Set(plan.phases.filter(({ state }) => state === 'later').map(({ id }) => id))
}

/** The day that is reached by half of what is possible between the two ends. */
export function middleOf({ low, high }: PhaseRange): string {
  const days = (dayNumber(high) ?? 0) - (dayNumber(low) ?? 0)
  return addDays(low, Math.floor(days / 2))
}

/** The ranges of later phases at their outermost rows, which have no dates of their own yet. */
export function phaseRanges(
  rows: readonly Phased[],
  { phases, hasRollingWave }: { readonly phases: readonly Phase[]; readonly hasRollingWave: boolean },
): ReadonlyMap<string, PhaseRange> {
  const spans = phaseSpans(phases)
  const later = laterPhases({ phases, hasRollingWave })
  const phaseOf = new Map(rows.map((row) => [row.itemId, row.phaseId]))
  return new Map(
    rows.flatMap((row) => {
      const range = later.has(row.phaseId ?? '') ? spans.get(row.phaseId ?? '') : undefined
      const isOutermost = row.parentId === null || phaseOf.get(row.parentId) !== row.phaseId
      return range && isOutermost && row.startAt === null ? [[row.itemId, range] as const] : []
    }),
  )
}

/**
 * From when to when phases last, as far as it is known, by their ids. Phases follow each other: one without a start
 * begins when the one before it may be over.
 */
export function phaseSpans(phases: readonly Omit<Phase, 'state'>[]): ReadonlyMap<string, PhaseRange> {
  const spans = new Map<string, PhaseRange>()
  let after: string | null = null
  for (const { id, startsOn, finishLowOn, finishHighOn } of phases) {
    const from: string | null = startsOn ?? after
    const low = finishLowOn ?? finishHighOn
    if (from !== null && low !== null && finishHighOn !== null)
      spans.set(id, { from, low, high: finishHighOn })
    after = low === null ? null : addDays(low, 1)
  }
  return spans
}
