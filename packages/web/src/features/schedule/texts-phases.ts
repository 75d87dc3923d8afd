import { words } from '../../platform/language/plan-words.ts'

/** What the phases of a plan and their ranges say. */
export const textsPhases = words('features/schedule/texts-phases', {
  title: 'Phases and gates',
  emptyTitle: 'No phases yet',
  emptySentence:
    'A phase is a stretch of the project with an end that everybody can see: design, shell, fit-out. Plan the current and the next one in detail; of later ones give ranges only, and promote them when their time comes. A gate at its end says what must be true before the next one opens.',
  offHint:
    'Off: every phase may be planned in detail. That is how imported plans begin. Turn it on once later phases hold packages with ranges.',
  show: (name: string) => `Show ${name}`,
  hide: (name: string) => `Hide ${name}`,
  days: (from: string, low: string, high: string) =>
    low === high ? `${from} – ${low}` : `${from} – between ${low} and ${high}`,
  endsBetween: (low: string, high: string) =>
    low === high ? `ends ${low}` : `ends between ${low} and ${high}`,
  startsOn: (day: string) => `from ${day}`,
  earlier: (name: string) => `Move ${name} before the one above`,
  later: (name: string) => `Move ${name} behind the one below`,
  remove: (name: string) => `Remove ${name}`,
  estimate: 'What it will take',
  estimateHint: 'From and to. Of later phases, the two differ.',
  effort: 'Effort',
  duration: 'Duration',
  people: 'People at once',
  costIn: (currency: string) => `Cost (${currency})`,
  lowOf: (what: string) => `${what}, at least`,
  highOf: (what: string) => `${what}, at most`,
  spanHint: '10d',
  wrong: 'Not understood',
  bothEnds: 'Both ends, or neither',
  leaves: (title: string, phase: string) =>
    `${title} is a package of ${phase}. Outside of the later phases it can be planned in detail.`,
  leavesHint: 'The plan is taken down as a baseline first.',
  takeOut: 'Take it out, and take a baseline',
  keepIn: 'Leave it',
  range: (low: string, high: string) => `${low} – ${high}`,
  atLeast: (amount: string) => `at least ${amount}`,
  takes: {
    effort: (amount: string) => `${amount} of work`,
    duration: (amount: string) => `lasts ${amount}`,
    people: (amount: string) => (amount === '1' ? '1 person' : `${amount} people`),
    cost: (amount: string) => amount,
  },
  sumHint: 'What it takes: near phases from their work, later ones as ranges',
  wholeSum: 'Whole project',
  unphased: (count: number) => (count === 1 ? 'In no phase: 1 item' : `In no phase: ${String(count)} items`),
  nothingKnown: 'nothing is known yet',
  package: (phase: string) => `Package of ${phase}`,
  packageRanges: 'Ranges',
  packageHint:
    'It lies in a later phase: no dates, no names and no single numbers until the phase is promoted. Its range of effort stands with its details.',
  ranged: (title: string) => `Changed the ranges of ${title}`,
  added: (name: string) => `Added ${name}`,
  changed: (name: string) => `Changed ${name}`,
  removed: (name: string) => `Removed ${name}`,
  moved: (name: string) => `Moved ${name}`,
  promoted: (name: string) => `Promoted ${name}`,
  placed: (title: string) => `Put ${title} into another phase`,
  waveOn: 'Began planning in waves',
  waveOff: 'Stopped planning in waves',
})
