import type { Translated } from '../../platform/language/index.ts'
import type { textsWhole } from './texts-whole.ts'

/** Worauf ein Projekt mit seinen späteren Phasen kommt, die als Spannen bekannt sind. */
export const german = {
  title: 'Mit späteren Phasen',
  why: 'Spätere Phasen sind als Spannen bekannt. Von ihnen ist noch nichts erreicht oder ausgegeben, darum kommt dazu, was von ihnen gesagt ist.',
  later: 'Spätere Phasen kommen dazu mit',
  unsaid: 'hat noch niemand gesagt',
  budget: 'Budget des ganzen Projekts',
  typical: 'Ganzes Projekt, wenn der Rest kostet wie die Arbeit bisher',
  atypical: 'Ganzes Projekt, wenn der Rest kostet wie geplant',
  hasty: 'Ganzes Projekt, wenn der Rest unter Kosten und Eile leidet',
  reestimated: 'Ganzes Projekt, wie neu geschätzt',
  short: 'mit späteren Phasen',
} satisfies Translated<typeof textsWhole>
