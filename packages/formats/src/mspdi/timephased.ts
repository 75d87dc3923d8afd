import type { PlainDateTime } from '../dates/index.ts'

/** What an interval measures. */
export type TimephasedMeasure =
  | 'remaining-work'
  | 'actual-work'
  | 'actual-overtime-work'
  | 'actual-cost'
  | 'baseline-work'
  | 'baseline-cost'
  | 'percent-complete'
  | 'physical-percent-complete'

/**
 * An amount spread over an interval. Intervals of no remaining work inside working time are the
 * gaps of a split task.
 */
export type MspdiTimephased = {
  readonly measure: TimephasedMeasure
  /** 0 to 10 for baselines. */
  readonly baseline: number | undefined
  readonly start: PlainDateTime
  readonly finish: PlainDateTime
  /** Minutes of work, minor units of cost, or percent. */
  readonly amount: number
}

/** A measure, and the number of its baseline. */
export type TimephasedKind = {
  readonly measure: TimephasedMeasure
  readonly baseline: number | undefined
}

const SINGLE: Readonly<Record<number, TimephasedKind>> = {
  1: { measure: 'remaining-work', baseline: undefined },
  2: { measure: 'actual-work', baseline: undefined },
  3: { measure: 'actual-overtime-work', baseline: undefined },
  6: { measure: 'actual-cost', baseline: undefined },
  11: { measure: 'percent-complete', baseline: undefined },
  76: { measure: 'physical-percent-complete', baseline: undefined },
  // Baseline 0: of an assignment, a resource and a task.
  4: { measure: 'baseline-work', baseline: 0 },
  5: { measure: 'baseline-cost', baseline: 0 },
  7: { measure: 'baseline-work', baseline: 0 },
  8: { measure: 'baseline-cost', baseline: 0 },
  9: { measure: 'baseline-work', baseline: 0 },
  10: { measure: 'baseline-cost', baseline: 0 },
}
/** From 16 to 75, six codes for each further baseline: work even, cost odd. */
const FIRST_NUMBERED = 16
const LAST_NUMBERED = 75
const CODES_PER_BASELINE = 6

/**
 * The meaning of a time-phased type code (MSPDI `TimephasedData/Type`). Whether it speaks of a
 * task, resource or assignment is clear from where it stands. `undefined` for unknown codes.
 */
export function timephasedKindByCode(code: number): TimephasedKind | undefined {
  if (code < FIRST_NUMBERED || code > LAST_NUMBERED) return SINGLE[code]
  const baseline = Math.floor((code - FIRST_NUMBERED) / CODES_PER_BASELINE) + 1
  return { measure: code % 2 === 1 ? 'baseline-cost' : 'baseline-work', baseline }
}

/** What a row of time-phased amounts belongs to. */
export type TimephasedOwner = 'assignment' | 'task'

const PLAIN_CODES: Readonly<Partial<Record<TimephasedMeasure, number>>> = {
  'remaining-work': 1,
  'actual-work': 2,
  'actual-overtime-work': 3,
  'actual-cost': 6,
  'percent-complete': 11,
  'physical-percent-complete': 76,
}

/** The type code of a time-phased amount; the reverse of `timephasedKindByCode`. */
export function codeOfTimephased(kind: TimephasedKind, owner: TimephasedOwner): number {
  const plain = PLAIN_CODES[kind.measure]
  if (plain !== undefined) return plain
  const number = kind.baseline ?? 0
  const cost = kind.measure === 'baseline-cost' ? 1 : 0
  if (number === 0) return (owner === 'assignment' ? 4 : 9) + cost
  return FIRST_NUMBERED + (number - 1) * CODES_PER_BASELINE + (owner === 'assignment' ? 0 : 2) + cost
}
