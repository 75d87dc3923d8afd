import type { Translated } from '../../platform/language/index.ts'
import type { textsPages } from './texts-pages.ts'

/** Was die Seiten dieses Teils über sich sagen. */
export const german = {
  allItems: 'Alle Aufgaben',
  itemsFailed: 'Die Aufgaben konnten nicht geladen werden',
  loadMore: 'Mehr laden',
  noItems: 'Noch keine Aufgaben',
  noItemsHint: 'Hier steht alle Arbeit der Organisation, aus welchem Projekt, Prozess oder Fall auch immer.',
  toProjects: 'Zu den Projekten',
} satisfies Translated<typeof textsPages>
