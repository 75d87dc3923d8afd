import { err, type Id, ok, type PlainDate, type Refusal, type Result } from '../kernel/index.ts'
import { checkPhases, type Phase } from './phase.ts'

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
}

/**
 * Whether work of later phases is known no better than it can be: planning packages with ranges,
 * without a named performer and without dates.
 *
 * @param works all of them lie in later phases of projects that are planned in waves
 * @returns null; or the refusal `schedule.later_phase_detail` of the first that is too exact
 * @see PMI, Practice Standard for Scheduling: rolling wave planning
 */
export function checkPackages(works: readonly PhasedWork[]): Refusal | null {
  for (const work of works) {
    const what = detailOf(work)
    if (what === null) continue
    const { title, phaseName: phase } = work
    return { code: 'schedule.later_phase_detail', params: { title, phase, what } }
  }
  return null
}

function detailOf(work: PhasedWork): string | null {
  if (work.responsibleId !== null || work.isAssignedByPlan) return 'a named performer'
  if (work.startsOn !== null || work.dueOn !== null || work.isDatedByPlan) return 'exact dates'
  return isEstimatedByRange(work) ? null : 'a single number as its estimate'
}

/** What is expected may be said, too, as long as it lies within the range. */
function isEstimatedByRange({ effortMin: likely, effortLowMin: low, effortHighMin: high }: PhasedWork) {
  if (low === null && high === null) return likely === null
  if (low === null || high === null || low >= high) return false
  return likely === null || (low <= likely && likely <= high)
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
 * becomes current, and one that was current closes.
 *
 * @param phases all phases of one project, in any order
 * @returns the phases that change; or refused with `schedule.not_first_later`, or as `checkPhases` does
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
  const isCrowded = sorted.some((phase) => phase.state === 'next')
  const changed = sorted.flatMap((phase): Phase[] => {
    if (phase.id === id) return [{ ...phase, state: 'next', version: phase.version + 1 }]
    if (!isCrowded) return []
    if (phase.state === 'next') return [{ ...phase, state: 'current', version: phase.version + 1 }]
    return phase.state === 'current' ? [{ ...phase, state: 'closed', version: phase.version + 1 }] : []
  })
  return ok(changed)
}
