import type { PhaseView } from '@millrace/contract'

/** When a plan ends: on a day, between two days, or not known beyond its near phases. */
export type PlanFinish =
  | { readonly kind: 'on'; readonly on: string }
  | { readonly kind: 'between'; readonly lowOn: string; readonly highOn: string }
  | { readonly kind: 'open'; readonly nearOn: string | null }

type Known = {
  readonly phases: readonly Pick<PhaseView, 'state' | 'finishLowOn' | 'finishHighOn'>[]
  readonly hasRollingWave: boolean
  /** The last finish of all work that has one. */
  readonly datedOn: string | null
}

/** With a rolling wave later phases are known as ranges, and so is whatever they add up to. */
export function finishOf({ phases, hasRollingWave, datedOn }: Known): PlanFinish | null {
  const later = hasRollingWave ? phases.filter((phase) => phase.state === 'later') : []
  if (later.length === 0) return datedOn === null ? null : { kind: 'on', on: datedOn }
  const last = later.at(-1)
  if (!last || last.finishLowOn === null || last.finishHighOn === null)
    return { kind: 'open', nearOn: datedOn }
  const lowOn = latest(datedOn, last.finishLowOn)
  const highOn = latest(datedOn, last.finishHighOn)
  return lowOn === highOn ? { kind: 'on', on: lowOn } : { kind: 'between', lowOn, highOn }
}

function latest(one: string | null, other: string): string {
  return one !== null && one > other ? one : other
}
