import type { Translated } from '../../platform/language/index.ts'
import type { textsGrid } from './texts-grid.ts'

/** Was die Tabelle eines Plans sagt. */
export const german = {
  grid: 'Der Plan als Tabelle',
  group: 'Tabelle',
  emptyRow: 'Hier eine neue Aufgabe schreiben',
  inScenario:
    'Solange ein Szenario offen ist, nimmt es Termine, Dauern, Fortschritt und Verknüpfungen auf; Namen, Personen und neue Vorgänge gehören in den Plan selbst.',
  hint: 'Tippen schreibt in eine Zelle, Enter oder F2 ändert sie. Strg+V fügt Zeilen einer Tabelle ein.',
  line: 'Zeile',
  wbs: 'PSP',
  column: {
    title: 'Titel',
    duration: 'Dauer',
    start: 'Beginn',
    finish: 'Ende',
    before: 'Vorgänger',
    percent: 'Fertig',
    responsible: 'Zuständig',
  },
  cell: (column, title) => `${column} von ${title}`,
  changed: (key) => `${key} geändert`,
  created: (title) => `„${title}“ angelegt`,
  pasted: (count) => (count === 1 ? '1 Zeile eingefügt' : `${count} Zeilen eingefügt`),
  fault: {
    titleEmpty: () => 'Eine Aufgabe braucht einen Titel.',
    noDay: (piece) => `„${piece}“ ist kein Tag. 14.12., 2027-03-14, morgen oder +3t schreiben.`,
    noLength: (piece) => `„${piece}“ ist keine Dauer. 3t, 4std, 2wo schreiben, oder 3ft rund um die Uhr.`,
    noPercent: (piece) => `„${piece}“ ist keine ganze Zahl von 0 bis 100.`,
    nobody: (piece) => `Niemand hier heißt „${piece}“.`,
    linkUnreadable: (piece) =>
      `„${piece}“ ist kein Vorgänger. 3, 3EA+2t, TWR-12AA oder 2.1EE schreiben, mehrere mit Strichpunkten.`,
    linkUnknown: (piece) => `Eine Zeile ${piece} gibt es nicht.`,
    linkItself: () => 'Nichts kann nach sich selbst kommen.',
    linkCircle: () => 'Das liefe im Kreis: etwas müsste auf sich selbst warten.',
    ofSummary: () => 'Sie umfasst, was darunter liegt. Die Aufgaben darunter ändern.',
    ofMilestone: () => 'Ein Meilenstein dauert nicht.',
    undated: () => 'Sie hat noch keine Termine. Zuerst einen Beginn schreiben.',
  },
  paste: {
    title: 'Zeilen einfügen',
    reading: (made, changed) => `${changed} geändert, ${made} neu`,
    nothing: 'Diese Zeilen sagen nichts, was der Plan nicht schon sagt.',
    tooMany: (max) => `Das sind mehr als ${max} Änderungen auf einmal. Weniger Zeilen einfügen.`,
    wrong: (count) =>
      count === 1
        ? '1 Zelle passt nicht und bleibt, wie sie ist.'
        : `${count} Zellen passen nicht und bleiben, wie sie sind.`,
    item: 'Aufgabe',
    what: 'Was sich ändert',
    isNew: 'neu',
    change: (column, { from, to }) => (from === '' ? `${column} → ${to}` : `${column}: ${from} → ${to}`),
    emptied: 'leer',
    apply: 'So machen',
    cancel: 'Abbrechen',
  },
  keys: {
    paste: 'Zeilen einer Tabelle einfügen',
    edit: 'In die Zelle schreiben',
    clear: 'Die Zelle leeren',
  },
} satisfies Translated<typeof textsGrid>
