import { words } from '../../platform/language/practice-words.ts'

/** What is said of the effect of a practice on the flow of its work. */
export const textsEffect = words('features/practice/texts-effect', {
  title: 'Its effect',
  none: 'When a new version is published, a unit takes it up, or a type of work changes to it, the flow before and after is compared here.',
  since: 'Before and after',
  version: (number: number, day: string) => `Version ${String(number)}, ${day}`,
  inUse: (team: string, day: string) => `In use at ${team}, ${day}`,
  type: (type: string, day: string) => `${type} follows it, ${day}`,
  column: { measure: 'Measure', before: 'Before', after: 'After', change: 'Change (90 %)' },
  cycle: 'Cycle time, median',
  rework: 'Came back after finishing',
  spent: 'Time spent, median',
  sample: 'Finished items',
  percent: (share: number) => `${String(Math.round(share * 100))} %`,
  range: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  nothing: 'not known',
  noChange: '–',
  small: 'Fewer than 20 finished items on a side: this says little yet.',
})
