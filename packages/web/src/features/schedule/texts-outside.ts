import { words } from '../../platform/language/plan-words.ts'

/** What is said of links to and from other projects. */
export const textsOutside = words('features/schedule/texts-outside', {
  someWork: 'work of another project',
  partOf: (title: string, project: string) => `${title} (${project})`,
  waits: 'Waits for other projects',
  awaited: 'Other projects wait for it',
  starts: (day: string) => `starts ${day}`,
  finishes: (day: string) => `finishes ${day}`,
  undated: 'no date yet',
  stubIn: (name: string, when: string) => `Waits for ${name}, ${when}`,
  stubOut: (name: string, when: string) => `${name} waits for it, ${when}`,
  opens: 'Opens the plan of that project',
  more: (count: number) => `+${String(count)}`,
  remove: (name: string) => `Remove the link with ${name}`,
  floatWithin:
    'Float is counted within this project. What waits for it in another one may have less time to wait.',
})
