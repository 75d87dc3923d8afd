import { words } from '../../platform/language/plan-words.ts'

/** What the comparison of a plan with its what-ifs says. */
export const textsCompare = words('features/schedule/texts-compare', {
  title: 'The plan and its what-ifs',
  explain:
    'What each what-if would do to the plan as it stands. Nobody else sees them, and nothing changes before one is carried out.',
  compare: 'Compare',
  compareHint: 'The plan beside all its what-ifs',
  emptyTitle: 'What if …?',
  emptySentence:
    'Add a person or a machine, change how the work is done, or leave something out, and see here what that does to finish, cost and load. Nothing changes before you carry it out.',
  begin: 'New what-if',
  standing: 'The plan as it stands',
  open: 'Open',
  openOf: (name: string) => `Open ${name}`,
  isOpen: 'open now',
  column: {
    plan: 'Plan',
    finish: 'Finish',
    cost: 'Cost',
    effort: 'Effort',
    overloads: 'Overloads',
    late: 'After deadline',
    changes: 'Changes',
  },
  none: 'none',
  unknown: 'not known',
  same: 'as in the plan',
  earlier: (days: string) => `${days} d earlier`,
  later: (days: string) => `${days} d later`,
  more: (amount: string) => `${amount} more`,
  less: (amount: string) => `${amount} less`,
  overloads: (count: number, work: string) => `${String(count)} (${work} too much)`,
  late: (count: number, days: string) =>
    count === 1 ? `1 item, ${days} d late` : `${String(count)} items, up to ${days} d late`,
  busy: 'Who is busy how much',
  busyExplain: 'Work in the plan and elsewhere meanwhile, and what the fullest week asks of them.',
  who: 'Who or what',
  load: (work: string, percent: string) => `${work}, fullest week ${percent} %`,
  noTime: (work: string) => `${work}, without any time for it`,
  tooMuch: 'too much',
})
