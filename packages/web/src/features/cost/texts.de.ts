import type { Translated } from '../../platform/language/index.ts'
import type { costTexts } from './texts.ts'

/** Was Stoppuhr und Zeiteinträge sagen. */
export const german = {
  spent: (own) => `${own} für diese Aufgabe aufgewendet`,
  below: (below) => `${below} mehr für ihre Teilaufgaben`,
  empty:
    'Hier wurde noch keine Zeit erfasst. Zu Beginn die Stoppuhr starten oder aufgewendete Zeit eintragen.',
  loading: 'Zeiten werden geladen',
  failed: 'Die Zeiten konnten nicht geladen werden',
  start: 'Stoppuhr starten',
  stop: 'Stoppuhr anhalten',
  since: (span) => `läuft, ${span}`,
  duration: 'Aufgewendete Zeit',
  durationHint: '1h 30m, 45m, 1,5',
  day: 'Tag',
  note: 'Notiz',
  add: 'Hinzufügen',
  change: 'Ändern',
  remove: 'Entfernen',
  save: 'Speichern',
  cancel: 'Abbrechen',
  removed: 'Zeiteintrag entfernt',
  older: 'Ältere Einträge zeigen',
  somebody: 'Jemand',
  entries: 'Zeiteinträge',
  timerOn: (item) => `Die Stoppuhr läuft für ${item}`,
  undo: 'Rückgängig',
} satisfies Translated<typeof costTexts>
