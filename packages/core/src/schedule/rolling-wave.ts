import { err, type Id, ok, type PlainDate, type Refusal, type Result } from '../kernel/index.ts'
import { gateBefore } from './decide-gate.ts'
import { checkPhases, checkRanges, type Phase, type Ranges } from './phase.ts'

/** Work in a phase, as far as planning in waves looks at it. */
export type PhasedWork = {
  readonly itemId: Id<'WorkItem'>
  readonly title: string
  readonly phaseName: string
  readonly responsibleId: Id<'Person'> | null
  readonly startsOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly effortMin: number | null
  readonly effortLowMin: number | null
  readonly effortHighMin: number | null
  /** Whether the plan itself gives it dates. */
  readonly isDatedByPlan: boolean
  /** Whether a person is assigned by the plan. */
  readonly isAssignedByPlan: boolean
  /** Whether its work has gaps. */
  readonly isSplit: boolean
  /** Whether work on it has begun, or is even done. */
  readonly hasBegun: boolean
  readonly ranges: Ranges
}

/**
 * Whether work of later phases is known no better than it can be: planning packages with ranges,
 * without a named performer and without dates.
 *
 * @param works all of them lie in later phases of projects that are planned in waves
 * @returns null; or the refusal of the first that is too exact: `schedule.later_phase_detail`, or as `checkRanges`
 * @see PMI, Practice Standard for Scheduling: rolling wave planning
 */
export function checkPackages(works: readonly PhasedWork[]): Refusal | null {
  for (const work of works) {
    const { title, phaseName: phase } = work
    const what = detailOf(work)
    if (what !== null) return { code: 'schedule.later_phase_detail', params: { title, phase, what } }
    const refusal = checkRanges(work.ranges, { name: title, isLater: true })
    if (refusal) return refusal
  }
  return null
}

function detailOf(work: PhasedWork): string | null {
  if (work.responsibleId !== null || work.isAssignedByPlan) return 'a named performer'
  if (work.startsOn !== null || work.dueOn !== null || work.isDatedByPlan) return 'exact dates'
  if (work.hasBegun) return 'work that has begun'
  if (work.isSplit) return 'gaps in its work'
  return isEstimatedByRange(work) ? null : 'a single number as its estimate'
}

/** What is expected may be said, too, as long as it lies within the range. */
function isEstimatedByRange({ effortMin: likely, effortLowMin: low, effortHighMin: high }: PhasedWork) {
  if (low === null && high === null) return likely === null
  if (low === null || high === null || low >= high) return false
  return likely === null || (low <= likely && likely <= high)
}

/** Where an item is before or after it was moved: in a phase by itself, or by what it lies under. */
export type PhasePlace = { readonly phaseName: string; readonly isLater: boolean }

/** An item that is put somewhere else. Null: it is in no phase of a project that is planned in waves. */
export type PhaseMove = {
  readonly title: string
  readonly from: PhasePlace | null
  readonly to: PhasePlace | null
}

/**
 * Whether packages stay packages: one that leaves the later phases is open for detail from then on, as if it had
 * been promoted, and that takes a baseline. Work in no phase is not held by the wave.
 *
 * @returns null; or the refusal `schedule.package_leaves` of the first
 */
export function checkMoves(moves: readonly PhaseMove[]): Refusal | null {
  const leaving = moves.find(({ from, to }) => from?.isLater === true && to?.isLater !== true)
  if (!leaving?.from) return null
  const params = { title: leaving.title, phase: leaving.from.phaseName }
  return { code: 'schedule.package_leaves', params }
}

/**
 * Whether a phase may begin in the state that is asked for: as long as nothing lies further off, a plan is only
 * being begun; from then on near phases come from promotion.
 *
 * @param others all other phases of the project
 * @returns null; or the refusal `schedule.promotion_needed`
 */
export function checkNewPhase(phase: Phase, others: readonly Phase[]): Refusal | null {
  if (phase.state !== 'current' && phase.state !== 'next') return null
  if (!others.some(({ state }) => state === 'later')) return null
  return { code: 'schedule.promotion_needed', params: { name: phase.name } }
}

/**
 * Whether a change of phases keeps the order of the wave: a later phase is opened for detail only by
 * promoting it.
 *
 * @returns null; or the refusal `schedule.promotion_needed`
 */
export function checkWave(before: Phase, after: Phase): Refusal | null {
  if (before.state !== 'later' || after.state === 'later') return null
  return { code: 'schedule.promotion_needed', params: { name: after.name } }
}

/**
 * Rolls the wave on: the first of the later phases becomes the next one. A phase that was next
 * becomes current, and one that was current closes. Every gate before it has to be passed.
 *
 * @param phases all phases of one project, in any order
 * @returns the phases that change; or refused with `schedule.not_first_later`, `schedule.gate_not_passed`, or as
 *   `checkPhases` does
 */
export function promotePhase(phases: readonly Phase[], id: Id<'Phase'>): Result<readonly Phase[]> {
  const checked = checkPhases(phases)
  if (!checked.ok) return checked
  const sorted = checked.value
  const promoted = sorted.find((phase) => phase.state === 'later')
  if (promoted?.id !== id) {
    const name = sorted.find((phase) => phase.id === id)?.name ?? ''
    return err({ code: 'schedule.not_first_later', params: { name } })
  }
  const held = gateBefore(sorted.filter(({ state }) => state === 'current' || state === 'next'))
  if (held) return err(held)
  const isCrowded = sorted.some((phase) => phase.state === 'next')
  const changed = sorted.flatMap((phase): Phase[] => {
    if (phase.id === id) return [{ ...phase, state: 'next', version: phase.version + 1 }]
    if (!isCrowded) return []
    if (phase.state === 'next') return [{ ...phase, state: 'current', version: phase.version + 1 }]
    return phase.state === 'current' ? [{ ...phase, state: 'closed', version: phase.version + 1 }] : []
  })
  return ok(changed)
}
