import { words } from '../../platform/language/plan-words.ts'

/** What is said of work in other projects that the same people and machines do. */
export const textsShared = words('features/schedule/texts-shared', {
  byPriority: 'Items of a higher priority go first',
  title: 'Other projects that need the same people and machines',
  explain:
    'Their work stays where it is, and this project is put around it. A project that you tick is levelled together with this one: its work moves as well.',
  stays: 'stays where it is',
  staysAnyway: 'stays where it is: its plan is not yours to change, or keeps its dates',
  nameless: 'Work that you may not see counts as well, and stays where it is.',
  weightOf: (name: string) => `How much ${name} weighs`,
  weight: { first: 'goes first', usual: 'as usual', last: 'goes last' },
  waitsFor: (resource: string, day: string) => `Waits for ${resource} until ${day}`,
  waitsForWork: (resource: string, work: string, day: string) =>
    `Waits for ${resource}, taken by ${work} until ${day}`,
  elsewhere: 'Work elsewhere',
  partOf: (title: string, project: string) => `${title} · ${project}`,
  counted: (count: number) =>
    count === 1
      ? 'Work of 1 other project is counted.'
      : `Work of ${String(count)} other projects is counted.`,
  countedNameless: 'Work elsewhere is counted.',
  failed: 'The other projects could not be loaded',
  costs: (money: string) => `${money} cost of delay`,
  costSaved: (money: string) => `${money} less than without a search`,
  open: (titles: string) => `Nobody is left to do all of: ${titles}.`,
  strain: {
    title: 'More than the working time directive allows (2003/88/EC)',
    'average-week': (name: string, hours: string, day: string) =>
      `${name}: ${hours} a week on average from ${day}, more than 48`,
    'daily-rest': (name: string, hours: string, day: string) =>
      `${name}: only ${hours} of rest in a row on ${day}, less than 11`,
    'weekly-rest': (name: string, hours: string, day: string) =>
      `${name}: no longer rest than ${hours} in the week from ${day}, less than 35`,
  },
  undo: (count: number) => `Levelled ${String(count)} projects`,
})
