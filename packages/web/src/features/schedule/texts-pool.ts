import { words } from '../../platform/language/plan-words.ts'

/** What resources of a plan say: when there is how much of them, what they can do and what they cost. */
export const textsPool = words('features/schedule/texts-pool', {
  choices: 'Done by somebody else',
  column: { work: 'Work', instead: 'Instead of', chosen: 'Done by' },
})
