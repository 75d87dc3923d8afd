import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Was Dateien sagen. */
export const german = {
  failed: 'Die Dateien konnten nicht geladen werden',
  empty: 'Nichts ist angehängt. Dateien hierher ziehen, ein Bild einfügen oder Dateien wählen.',
  emptyReadOnly: 'Nichts ist angehängt.',
  choose: 'Dateien wählen',
  drop: 'Zum Anhängen loslassen',
  attach: 'Dateien anhängen',
  remove: (name) => `${name} entfernen`,
  removed: (name) => `${name} entfernt`,
  sureTitle: (name) => `${name} entfernen?`,
  sureText: 'Die Datei wird endgültig entfernt.',
  keep: 'Behalten',
  removeIt: 'Entfernen',
  download: (name) => `${name} herunterladen`,
  uploading: (name) => `${name} wird gesendet`,
  retry: 'Erneut versuchen',
  giveUp: (name) => `${name} nicht senden`,
  more: 'Ältere Dateien zeigen',
  atItem: (key) => `an ${key}`,
  pasted: 'Eingefügtes Bild',
  somebody: 'Jemand',
} satisfies Translated<typeof texts>
