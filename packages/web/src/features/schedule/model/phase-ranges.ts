import type { PhaseView, PlanRowView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'

/** When work of a later phase happens, as far as it is known: from a day on, to between two days. */
export type PhaseRange = { readonly from: string; readonly low: string; readonly high: string }

type Phased = Pick<PlanRowView, 'itemId' | 'parentId' | 'phaseId' | 'startAt'>
type Phase = Pick<PhaseView, 'id' | 'state' | 'startsOn' | 'finishLowOn' | 'finishHighOn'>

/** The ranges of later phases at their outermost rows, which have no dates of their own yet. */
export function phaseRanges(
  rows: readonly Phased[],
  { phases, hasRollingWave }: { readonly phases: readonly Phase[]; readonly hasRollingWave: boolean },
): ReadonlyMap<string, PhaseRange> {
  if (!hasRollingWave) return new Map()
  const spans = phaseSpans(phases)
  const later = new Set(phases.filter(({ state }) => state === 'later').map(({ id }) => id))
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
