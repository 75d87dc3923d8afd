import { words } from '../../platform/language/plan-words.ts'

/** What the comparison of a plan with a baseline says. */
export const textsBaseline = words('features/schedule/texts-baseline', {
  emptyTitle: 'There is nothing to compare with yet',
  emptySentence:
    'A baseline keeps the plan as it is at one moment: when the contract is signed, when the client agrees. Later it is seen here what has moved since then, by how many working days, and what it costs.',
  take: 'Take a baseline now',
  tookIt: 'Took a baseline',
  table: 'Planned then and now',
  what: 'What is compared',
  items: 'Items',
  phases: 'Phases',
  onlyMoved: 'Only what moved',
  reading: (moved: number, all: number) => `${String(moved)} of ${String(all)} items moved`,
  nothing: 'Nothing has moved since then.',
  added: (count: number) => `${String(count)} new since then`,
  gone: (count: number) => `${String(count)} no longer in the plan`,
  isNew: 'new',
  copy: 'Copy as CSV',
  copied: (rows: number) => `${String(rows)} rows are on the clipboard`,
  copyFailed: 'The table could not be copied',
  copyFailedHint: 'The browser did not allow it. Allow this page to use the clipboard, and try again.',
  whole: 'Whole plan',
  noPhase: 'In no phase',
  count: 'Items',
  movedCount: 'Moved',
  was: (name: string) => `${name} then`,
  is: (name: string) => `${name} now`,
  difference: (name: string) => `${name} ±`,
  value: { start: 'Start', finish: 'Finish', days: 'Days', effortMin: 'Effort', costMinor: 'Cost' },
  key: 'Key',
})
