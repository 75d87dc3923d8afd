import { words } from '../../platform/language/index.ts'

/** What plans say of items, where items are listed. */
export const textsPlanned = words('features/work/texts-planned', {
  field: {
    plannedStart: 'Planned start',
    plannedFinish: 'Planned finish',
    deadline: 'Deadline',
    totalFloat: 'Total float',
    critical: 'Critical',
    percentComplete: 'Complete',
  },
  critical: 'Critical',
  notCritical: 'Not critical',
  percent: (share: number) => `${share} %`,
  unplanned: 'On no plan',
  undated: 'No date',
  missing: 'The plans of the projects could not be fetched. What they say is left out.',
})
