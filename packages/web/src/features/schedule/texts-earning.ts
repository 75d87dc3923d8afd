import { words } from '../../platform/language/plan-words.ts'

/** How items earn what was planned for them, and what is said of the rest. */
export const textsEarning = words('features/schedule/texts-earning', {
  changed: (title: string) => `How ${title} earns`,
  measure: 'Units, or weight',
  rest: 'Rest, anew',
  hint: 'Units: so many done of so many ordered. Weight: of a milestone, among those of what lies above it. Rest, anew: what the rest of it takes by an estimate of now; where nobody estimated anew, what is left of the budget counts.',
  rule: {
    percent: 'percent done',
    '0-100': 'all at the end',
    '50-50': 'half at the start',
    milestones: 'milestones',
    units: 'units done',
    effort: 'as planned',
  },
  below: 'what lies below',
  milestone: 'milestone',
  ruleOf: (title: string) => `How ${title} earns`,
  weight: (weight: string) => `weighs ${weight}`,
  weightOf: (title: string) => `What ${title} weighs`,
  units: (done: string, total: string) => `${done} of ${total}`,
  of: 'of',
  unitsDone: (title: string) => `Units of ${title} that are done`,
  unitsTotal: (title: string) => `Units of ${title} that were ordered`,
  restOf: (title: string) => `What the rest of ${title} takes, estimated anew`,
  tcpiEstimate: 'Needed for the estimate (TCPI to EAC)',
  tcpiEstimateWhy:
    'How well the rest must go to keep the estimate of the rest; without one, it is the cost performance so far.',
  reestimated: 'If the rest takes what was estimated anew',
  svTime: 'Schedule variance by time, SV(t)',
  svTimeWhy: 'When the baseline had expected what is done, less the time that has passed.',
  earnedAt: 'The baseline had this on',
})
