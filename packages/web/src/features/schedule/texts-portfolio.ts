import { words } from '../../platform/language/plan-words.ts'

/** What projects earned, beside each other. */
export const textsPortfolio = words('features/schedule/texts-portfolio', {
  title: 'Earned value of projects',
  failed: 'What the projects earned could not be worked out',
  explain:
    'Each project against its last baseline, at its status date or now. Amounts are money where the baseline knows costs, otherwise work. EAC: what it takes in the end, as estimated anew or else as the work so far. Finish: at the pace so far.',
  more: 'More projects',
  emptyTitle: 'No projects yet',
  emptySentence:
    'Projects with a baseline are compared here: what was planned by now, what is done, what it cost.',
  column: {
    project: 'Project',
    budget: 'Budget',
    planned: 'Planned',
    earned: 'Earned',
    actual: 'Cost',
    cpi: 'CPI',
    spi: 'SPI',
    spiTime: 'SPI(t)',
    tcpi: 'TCPI',
    estimate: 'EAC',
    finish: 'Finish',
  },
  why: {
    'no-baseline': 'No baseline to measure by yet.',
    'no-dates': 'Its baseline has no dates.',
    'too-large': 'Too large to be measured beside others: look at it by itself.',
  },
  unknown: {
    cpi: 'nothing spent',
    spi: 'nothing due yet',
    spiTime: 'not begun',
    tcpi: 'budget spent',
    estimate: 'nothing earned or spent',
    finish: 'nothing earned',
  },
})
