import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Was die Suche sagt. */
export const german = {
  title: 'Suche',
  field: 'Suchen nach',
  placeholder: 'Wörter aus Titel, Text, Kommentar oder Datei; oder ein Kürzel wie TWR-104',
  kinds: { all: 'Alles', item: 'Aufgaben', comment: 'Kommentare', file: 'Dateien' },
  kindsLabel: 'Arten von Treffern',
  place: 'Wo gesucht wird',
  everywhere: 'Überall',
  searching: 'Suche läuft',
  failed: 'Die Suche hat nicht geantwortet',
  list: 'Treffer',
  count: (count, most) => (count >= most ? `die ersten ${most}` : `${count} Treffer`),
  similar: 'Vielleicht gemeint',
  archived: 'archiviert',
  comment: 'Kommentar',
  file: 'Datei',
  in: (place) => `in ${place}`,
  start: {
    title: 'Alles finden, was hier geschrieben wurde',
    sentence:
      'Jedes getippte Wort muss vorkommen, in beliebiger Form und Reihenfolge: erst Titel, dann Beschreibungen, Kommentare und Textdateien. Kleine Tippfehler in Titeln werden verziehen.',
  },
  nothing: {
    title: (words) => `Nichts enthält „${words}“`,
    sentence:
      'Alle Wörter müssen in derselben Aufgabe, demselben Kommentar oder derselben Datei stehen. Weniger oder kürzere Wörter versuchen: der Wortanfang genügt.',
    wider: 'Überall suchen',
  },
  toItems: 'Zu allen Aufgaben',
  keys: {
    group: 'Suche',
    field: 'Zurück zum Feld',
    next: 'Nächster Treffer',
    previous: 'Voriger Treffer',
  },
} satisfies Translated<typeof texts>
