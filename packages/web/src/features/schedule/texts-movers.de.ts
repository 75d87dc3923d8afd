import type { Translated } from '../../platform/language/index.ts'
import type { textsMovers } from './texts-movers.ts'

/** Was außer Aufgaben das Ende einer Prognose bewegt. */
export const german = {
  what: 'Was',
  risk: (title) => `Risiko: ${title}`,
  phase: (name) => `Spätere Phase: ${name}`,
  noPath: 'Ein Risiko liegt selbst auf keinem Weg: Das tut, was es verzögert.',
} satisfies Translated<typeof textsMovers>
