import type { PhaseSumsView } from '@millrace/contract'
import { formatCount, formatEffort, formatMoney } from '../../../ui/index.ts'
import { textsPhases as words } from '../texts-phases.ts'
import { rangeWords } from './range-words.ts'

type PhaseSum = PhaseSumsView['whole']
type Sum = NonNullable<PhaseSum['people']>

/** What a phase or a project takes, in words: points where they are known exactly, else ranges. */
export function sumWords(sum: PhaseSum, currency: string): readonly string[] {
  const { effort, duration, people, cost } = words.takes
  return [
    ...said(sum.effortMin, formatRoughly, effort),
    ...said(sum.durationMin, formatRoughly, duration),
    ...said(sum.people, formatCount, people),
    ...said(sum.costMinor, (minor) => formatMoney(minor, currency), cost),
  ]
}

function said(
  sum: Sum | null,
  format: (value: number) => string,
  say: (amount: string) => string,
): readonly string[] {
  return sum === null ? [] : [say(rangeWords(sum, format))]
}

const DAY_MIN = 480
/** From so many days on, hours say nothing. */
const ROUGH_DAYS = 20

function formatRoughly(minutes: number): string {
  const days = Math.round(minutes / DAY_MIN)
  return formatEffort(days < ROUGH_DAYS ? minutes : days * DAY_MIN)
}
