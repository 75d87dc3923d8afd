import { words } from '../../platform/language/plan-words.ts'

/** What moves the finish of a forecast besides items. */
export const textsMovers = words('features/schedule/texts-movers', {
  what: 'What',
  risk: (title: string) => `Risk: ${title}`,
  phase: (name: string) => `Later phase: ${name}`,
  noPath: 'A risk is on no path itself: what it delays is.',
})
