import { sayRefusal } from '@millrace/contract'
import type { CheckedPlan, FoundViolation } from '../features/schedule/index.ts'

const SHOWN = 50
/**
 * What calculated dates must never do. Constraints and deadlines can be missed in the best of plans, and work can be
 * overbooked again after it was levelled.
 */
const FAULTS: ReadonlySet<FoundViolation['kind']> = new Set(['not-working-time', 'duration', 'gaps', 'link'])
const WORDS: Readonly<Record<FoundViolation['kind'], string>> = {
  'not-working-time': 'begins where its calendar does not work',
  duration: 'does not take as long as it should',
  gaps: 'does not rest where it should',
  link: 'is not kept',
  constraint: 'misses its constraint',
  deadline: 'misses its deadline',
  overload: 'is asked for more than there is',
}

/** Whether a plan is broken: it cannot be calculated, or its calculated dates do what they must not. */
export function isBroken({ isScheduled, isCurrent, refusal, violations }: CheckedPlan): boolean {
  if (!isScheduled) return false
  return refusal !== null || (isCurrent && violations.some(({ kind }) => FAULTS.has(kind)))
}

/** A plan and what it breaks, line by line. */
export function describeChecked(name: string, plan: CheckedPlan): readonly string[] {
  const { datedCount, isScheduled, isCurrent, refusal, violations } = plan
  const shown = violations.slice(0, SHOWN)
  const state = [
    `${datedCount} dated`,
    ...(isScheduled ? [] : ['dates are kept, not calculated']),
    ...(isScheduled && !isCurrent ? ['not calculated yet since its last change'] : []),
    ...(violations.length > 0 ? [`${violations.length} to look at`] : []),
  ]
  return [
    `${isBroken(plan) ? 'BROKEN' : 'ok    '}  ${name}: ${state.join(', ')}`,
    ...(refusal === null ? [] : [`        ${sayRefusal(refusal).sentence}`]),
    ...shown.map(({ kind, subject, wantedMin, foundMin }) => {
      const minutes =
        wantedMin === null ? '' : ` (${wantedMin} working minutes, and there are ${foundMin ?? 0})`
      return `        ${subject}: ${WORDS[kind]}${minutes}`
    }),
    ...(violations.length > shown.length ? [`        … and ${violations.length - shown.length} more`] : []),
  ]
}
