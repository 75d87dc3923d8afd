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
  undo: (count: number) => `Levelled ${String(count)} projects`,
})
