import { words } from '../../platform/language/plan-words.ts'

/** What the earned value of a plan says. */
export const textsValue = words('features/schedule/texts-value', {
  title: 'Earned value',
  failed: 'The earned value could not be worked out',
  emptyTitle: 'What was agreed?',
  emptySentence:
    'Earned value compares what was planned by today with what is done and what it cost. It measures by a baseline: the plan as it was agreed. Items need dates and an effort or a cost.',
  takeBaseline: 'Take a baseline of the plan as it is',
  askManager: 'A manager of the project can take one.',
  status: 'As of',
  reading: (of: { readonly planned: string; readonly earned: string; readonly actual: string | null }) =>
    of.actual === null
      ? `${of.planned} was to be done, ${of.earned} is done. Nobody has written down what it took.`
      : `${of.planned} was to be done, ${of.earned} is done, and it took ${of.actual}.`,
  lateBy: (span: string) => `By time, that is ${span} behind the baseline.`,
  aheadBy: (span: string) => `By time, that is ${span} ahead of the baseline.`,
  onTime: 'By time, that is as in the baseline.',
  days: (count: string) => `${count} d`,
  weeks: (count: string) => `${count} weeks`,
  planned: 'Planned',
  earned: 'Earned',
  actual: 'Cost',
  spent: 'Spent',
  asTable: 'As a table',
  until: 'Until',
  indices: 'How it goes',
  unknown: 'not yet known',
  index: {
    cpi: 'Cost performance (CPI)',
    cpiWhy: 'Done work by what it cost: below 1, it costs more than planned.',
    spi: 'Schedule performance (SPI)',
    spiWhy: 'Done work by planned work: below 1, less is done than planned. At the end it is always 1.',
    spiTime: 'The same by time, SPI(t)',
    spiTimeWhy:
      'When the baseline had expected what is done, by the time that has passed. It does not heal at the end.',
    cv: 'Cost variance',
    cvWhy: 'Done work less its cost: below zero is over budget.',
    sv: 'Schedule variance',
    svWhy: 'Done work less planned work: below zero is behind.',
    tcpi: 'Needed from now on (TCPI)',
    tcpiWhy: 'How well the rest must go to keep the budget. Above 1.1 it rarely does.',
  },
  atEnd: 'Where it leads',
  end: {
    budget: 'Budget',
    typical: 'If the rest costs as the work so far',
    atypical: 'If the rest costs as planned',
    hasty: 'If the rest suffers from cost and haste',
    left: 'Left to spend, as the work so far',
    variance: 'Left of the budget at the end',
    finish: 'Finish at the pace so far',
    plannedFinish: 'Finish in the baseline',
  },
  unpriced: (span: string) => `${span} were spent by people without a rate: they are not in the cost.`,
  unknownItems: (names: string) =>
    `By its rule it cannot be said what was earned, so it counts as nothing: ${names}.`,
  reconstructed:
    'What was earned before today is not known by day: where progress is reported in percent, it is drawn as if it had grown evenly since the work began.',
  rows: 'By item',
  column: {
    item: 'Work',
    rule: 'Earns by',
    budget: 'Budget',
    planned: 'Planned',
    earned: 'Earned',
    actual: 'Cost',
    cpi: 'CPI',
    spi: 'SPI',
  },
})
