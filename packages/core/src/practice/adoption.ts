import { addDays, err, ok, type PlainDate, type Result } from '../kernel/index.ts'

/**
 * How far a unit is with a practice, in their order. Each is reached by answers to its questions.
 *
 * @see OMG Essence 1.2, alpha Way of Working
 */
export const ADOPTION_STATES = [
  'principlesEstablished',
  'foundationEstablished',
  'inUse',
  'inPlace',
  'workingWell',
  'retired',
] as const
/** One of them. */
export type AdoptionState = (typeof ADOPTION_STATES)[number]

/** The questions of each state, by names that the languages have words for. Retiring asks for a reason alone. */
export const ADOPTION_CHECKS = {
  principlesEstablished: ['committed', 'constraintsKnown'],
  foundationEstablished: ['described', 'toolsReady'],
  inUse: ['someWorkByIt', 'regularlyInspected'],
  inPlace: ['wholeUnitUsesIt', 'toolsAccessible'],
  workingWell: ['wholeUnitUsesIt', 'appliedWithoutThinking', 'continuallyTuned'],
  retired: ['notUsedAnyMore'],
} as const satisfies Readonly<Record<AdoptionState, readonly string[]>>

/** A question answered by yes, with what shows it. */
export type AdoptionEvidence = { readonly check: string; readonly note: string }

/** Where a practice is in a unit; null: chosen, and nothing done yet. */
export type Adoption = { readonly practice: string; readonly state: AdoptionState | null }

/**
 * Whether a practice may be said to be in another state: one step on, or back, or retired, and each only with
 * an answer to every question of the state that is entered. Steps are not jumped over.
 *
 * @returns refused with `practice.adoption_unchanged`, `practice.adoption_jump` or `practice.adoption_evidence`
 */
export function moveAdoption(
  { practice, state }: Adoption,
  to: AdoptionState,
  evidence: readonly AdoptionEvidence[],
): Result<AdoptionState> {
  if (state === to) return err({ code: 'practice.adoption_unchanged', params: { name: practice } })
  const [from, next] = [state === null ? -1 : ADOPTION_STATES.indexOf(state), ADOPTION_STATES.indexOf(to)]
  // What was retired begins anew; what is in use may fall back as far as it really is.
  const isJump = to !== 'retired' && (state === 'retired' ? next > 0 : next > from + 1)
  if (isJump) return err({ code: 'practice.adoption_jump', params: { name: practice } })
  const shown = new Set(evidence.flatMap(({ check, note }) => (note.trim() === '' ? [] : [check])))
  const missing = ADOPTION_CHECKS[to].filter((check) => !shown.has(check)).length
  if (missing > 0)
    return err({ code: 'practice.adoption_evidence', params: { name: practice, count: missing } })
  return ok(to)
}

/** The day on which the relevance of a practice is looked at again. */
export function nextReview(lookedAtOn: PlainDate, everyDays: number): PlainDate {
  return addDays(lookedAtOn, everyDays)
}
