import { err, type Id, isPlainDate, ok, type PlainDate, type Refusal, type Result } from '../kernel/index.ts'
import type { Gate } from './gate.ts'

/** The states of a phase, in the order in which they follow each other on a project. */
export const PHASE_STATES = ['closed', 'current', 'next', 'later'] as const
/** One of them. */
export type PhaseState = (typeof PHASE_STATES)[number]

/** What is believed of work that is not planned in detail yet: both ends of a range, or neither. */
export type Ranges = {
  readonly durationLowMin: number | null
  readonly durationHighMin: number | null
  /** How many people are at it at once. */
  readonly peopleLow: number | null
  readonly peopleHigh: number | null
  readonly costLowMinor: number | null
  readonly costHighMinor: number | null
}

/** A stretch of a project in physical time. Phases follow each other; later ones are known as ranges only. */
export type Phase = Ranges & {
  readonly id: Id<'Phase'>
  readonly projectId: Id<'Container'>
  readonly name: string
  /** Place in the order of phases: compare as plain text. */
  readonly rank: string
  readonly state: PhaseState
  readonly startsOn: PlainDate | null
  /** The earliest and the latest last day. */
  readonly finishLowOn: PlainDate | null
  readonly finishHighOn: PlainDate | null
  readonly effortLowMin: number | null
  readonly effortHighMin: number | null
  /** What must be decided at its end before anything behind it opens; null: nothing. */
  readonly gate: Gate | null
  readonly version: number
}

/** More than this, and the phases are tasks. */
export const PHASES_MAX = 100

/**
 * Whether the phases of a project go together: ranges run upwards, a later phase has no single
 * number where it has one at all, states follow each other, and no phase begins before the one
 * before it can be over.
 *
 * @param phases all phases of one project, in any order
 * @returns the phases by rank; or refused with `work.date_wrong`, `schedule.range_incomplete`,
 *   `schedule.range_reversed`, `schedule.range_needed`, `schedule.phase_order` or `schedule.phases_overlap`
 */
export function checkPhases(phases: readonly Phase[]): Result<readonly Phase[]> {
  const sorted = phases.toSorted(byRank)
  for (const phase of sorted) {
    const refusal = checkDates(phase) ?? checkPhaseRanges(phase)
    if (refusal) return err(refusal)
  }
  const refusal = checkOrder(sorted) ?? checkOverlap(sorted)
  return refusal ? err(refusal) : ok(sorted)
}

function byRank(a: Phase, b: Phase): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function checkDates({ name, startsOn, finishLowOn, finishHighOn }: Phase): Refusal | null {
  for (const date of [startsOn, finishLowOn, finishHighOn]) {
    if (date !== null && !isPlainDate(date)) return { code: 'work.date_wrong', params: { date } }
  }
  if (startsOn !== null && finishLowOn !== null && startsOn > finishLowOn) {
    return { code: 'schedule.range_reversed', params: { name, range: 'finish' } }
  }
  return null
}

function checkPhaseRanges(phase: Phase): Refusal | null {
  const { name, finishLowOn, finishHighOn, effortLowMin, effortHighMin } = phase
  const ends: readonly Ends[] = [
    ['finish', finishLowOn, finishHighOn],
    ['effort', effortLowMin, effortHighMin],
  ]
  return checkEnds([...ends, ...endsOf(phase)], { name, isLater: phase.state === 'later' })
}

type Ends = readonly [name: string, low: number | string | null, high: number | string | null]
type Of = { readonly name: string; readonly isLater: boolean }

/**
 * Whether ranges have both ends, the right way round, and in a later phase are not a single number.
 *
 * @returns null; or the refusal `schedule.range_incomplete`, `schedule.range_reversed` or `schedule.range_needed`
 */
export function checkRanges(ranges: Ranges, of: Of): Refusal | null {
  return checkEnds(endsOf(ranges), of)
}

function endsOf(ranges: Ranges): readonly Ends[] {
  return [
    ['duration', ranges.durationLowMin, ranges.durationHighMin],
    ['people', ranges.peopleLow, ranges.peopleHigh],
    ['cost', ranges.costLowMinor, ranges.costHighMinor],
  ]
}

function checkEnds(all: readonly Ends[], { name, isLater }: Of): Refusal | null {
  for (const [range, low, high] of all) {
    const params = { name, range }
    if ((low === null) !== (high === null)) return { code: 'schedule.range_incomplete', params }
    if (low === null || high === null) continue
    if (low > high) return { code: 'schedule.range_reversed', params }
    if (low === high && isLater) return { code: 'schedule.range_needed', params }
  }
  return null
}

function checkOrder(sorted: readonly Phase[]): Refusal | null {
  for (const [index, phase] of sorted.entries()) {
    const before = sorted[index - 1]
    if (!before) continue
    const [earlier, later] = [PHASE_STATES.indexOf(before.state), PHASE_STATES.indexOf(phase.state)]
    const isTwice = before.state === phase.state && (phase.state === 'current' || phase.state === 'next')
    if (earlier > later || isTwice) {
      return { code: 'schedule.phase_order', params: { first: before.name, second: phase.name } }
    }
  }
  return null
}

/** A phase that can last until some range of days overlaps for certain when the next begins before its earliest last day is over. */
function checkOverlap(sorted: readonly Phase[]): Refusal | null {
  let before: Phase | null = null
  for (const phase of sorted) {
    if (phase.startsOn === null) continue
    const end = before && (before.finishLowOn ?? before.startsOn)
    if (before && end !== null && phase.startsOn <= end) {
      return {
        code: 'schedule.phases_overlap',
        params: { first: before.name, second: phase.name, date: end },
      }
    }
    before = phase
  }
  return null
}
