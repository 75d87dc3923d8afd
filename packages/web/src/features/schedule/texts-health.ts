import { plural } from '../../platform/language/index.ts'
import { words } from '../../platform/language/plan-words.ts'

const shareOf = (found: { readonly count: number; readonly total: number }, share: string) =>
  `${String(found.count)} of ${String(found.total)} (${share})`

/** What the health of a plan says. */
export const textsHealth = words('features/schedule/texts-health', {
  title: 'Health of the plan',
  failed: 'The health of the plan could not be worked out',
  reading: (bad: number, looked: number) =>
    bad === 0
      ? `All ${String(looked)} checks are in order.`
      : `${String(bad)} of ${String(looked)} checks ${plural('needs|need', bad)} a look.`,
  source:
    'After the 14 points of the DCMA assessment (2012), with the limits it is commonly taught with. Overloads and missing estimates are checks of our own. They are reasons to look, not rules.',
  notCalculated: 'This plan keeps its dates or is being calculated, so nothing is said about float yet.',
  checks: 'Checks',
  ok: 'In order',
  look: 'Needs a look',
  unknown: 'Nothing to look at',
  share: shareOf,
  limit: (share: string) => `in order up to ${share}`,
  limitNone: 'in order with none',
  more: (count: number) => `and ${String(count)} more`,
  link: (from: string, to: string) => `${from} → ${to}`,
  check: {
    'missing-logic': 'Work without links',
    leads: 'Links with a lead',
    lags: 'Links with a lag',
    'other-than-finish-to-start': 'Links other than finish to start',
    'hard-constraints': 'Dates that hold against links',
    'high-float': 'Much float',
    'negative-float': 'Too late already',
    'long-duration': 'Long pieces of work',
    'invalid-dates': 'Dates that cannot be',
    'no-resource': 'Nobody does it',
    missed: 'Later than the baseline',
    overloaded: 'Asked for more than there is',
    'no-norm': 'Without a norm',
  },
  why: {
    'missing-logic':
      'Nothing comes before it, or nothing waits for it: when it slips, the plan does not show it.',
    leads: 'Work begins before what it waits for is done. Often two pieces of work would say it better.',
    lags: 'Waiting that is no work of anybody. If something happens meanwhile, let it be an item.',
    'other-than-finish-to-start': 'Harder to read, and easily wrong. Fine where both really go on together.',
    'hard-constraints': 'Must start or finish on a date, or no later: it hides what links would say.',
    'high-float': 'May slip by more than 44 days: often a link is missing.',
    'negative-float': 'A deadline or a fixed date cannot be kept as things are planned.',
    'long-duration': 'Takes more than 44 days: too long to see in time that it goes wrong.',
    'invalid-dates': 'Planned for the past without having happened, or reported for the future.',
    'no-resource': 'No person, team or machine is assigned.',
    missed: 'Was to be finished by now, and finished or will finish later.',
    overloaded: 'At some time this plan needs more of them than there is.',
    'no-norm':
      'Its effort is neither quantity times norm nor what is usual for its type: somebody guessed it, or nobody said it.',
  },
  index: {
    critical: 'Critical path length index',
    criticalWhy: 'How much room the longest chain has: 1 is just enough. In order from 0.95.',
    execution: 'Baseline execution index',
    executionWhy: 'Finished work, by what the baseline has finished by now. In order from 0.95.',
    unknown: 'not yet known',
  },
  conflicts: 'What does not fit',
  noConflicts: 'Everything in the plan fits together.',
  conflict: {
    constraint: (got: string, wanted: string) => `lies at ${got}, although ${wanted} was set`,
    deadline: (got: string, wanted: string) => `finishes ${got}, after its deadline ${wanted}`,
    link: (got: string, wanted: string) => `lies at ${got}; its link would have it at ${wanted}`,
    apart: () => 'never meets the calendar of whoever does it, and goes by its own',
    past: (got: string, wanted: string) =>
      `was to begin ${got}, before the status date ${wanted}, and has not`,
  },
  off: (span: string) => `${span} off`,
  because: {
    manual: 'its dates were set by hand',
    actual: 'it has begun',
    link: 'another link holds it',
    constraint: 'another date holds it',
    summary: 'what lies above it waits',
    below: 'what lies below it does',
    levelled: 'who does it is busy until then',
    status: 'time has passed',
    project: 'the project begins then',
    late: 'it is planned as late as possible',
  },
})
