import type { Translated } from '../../platform/language/index.ts'
import type { textsGrid } from './texts-grid.ts'

/** Was die Tabelle eines Plans sagt. */
export const german = {
  grid: 'Der Plan als Tabelle',
  group: 'Tabelle',
  emptyRow: 'Hier eine neue Aufgabe schreiben',
  inScenario:
    'Solange ein Szenario offen ist, nimmt es auf, woraus der Plan berechnet wird, und Zeilen, die wegfallen; Namen, Zuständige und neue Vorgänge gehören in den Plan selbst.',
  hint: 'Tippen schreibt, Enter oder F2 ändert. Strg+V fügt Zeilen einer Tabelle ein, Strg+D füllt nach unten.',
  line: 'Zeile',
  column: {
    wbs: 'PSP',
    title: 'Titel',
    duration: 'Dauer',
    effort: 'Aufwand',
    start: 'Beginn',
    finish: 'Ende',
    percent: 'Fertig',
    before: 'Vorgänger',
    resources: 'Ressourcen',
    responsible: 'Zuständig',
    constraint: 'Einschränkung',
    constraintDay: 'Tag dazu',
    deadline: 'Stichtag',
    calendar: 'Kalender',
    float: 'Gesamtpuffer',
    cost: 'Kosten',
  },
  cell: (column, title) => `${column} von ${title}`,
  changed: (key) => `${key} geändert`,
  created: (title) => `„${title}“ angelegt`,
  fillDown: 'Nach unten ausfüllen',
  filled: (count) => `${count} Zeilen ausgefüllt`,
  clear: 'Zellen leeren',
  cleared: (count) => (count === 1 ? '1 Zelle geleert' : `${count} Zellen geleert`),
  pasted: (count) => (count === 1 ? '1 Zeile eingefügt' : `${count} Zeilen eingefügt`),
  fault: {
    titleEmpty: () => 'Eine Aufgabe braucht einen Titel.',
    noDay: (piece) => `„${piece}“ ist kein Tag. 14.12., 2027-03-14, morgen oder +3t schreiben.`,
    noLength: (piece) => `„${piece}“ ist keine Dauer. 3t, 4std, 2wo schreiben, oder 3ft rund um die Uhr.`,
    noWork: (piece) => `„${piece}“ ist kein Aufwand. 16std, 2t oder 1t 4std schreiben.`,
    noPercent: (piece) => `„${piece}“ ist keine ganze Zahl von 0 bis 100.`,
    nobody: (piece) => `Niemand hier heißt „${piece}“.`,
    noResource: (piece) =>
      `Niemand und nichts namens „${piece}“ kann hier zugeordnet werden. In den Einstellungen des Plans unter Ressourcen anlegen.`,
    noSkill: (piece) =>
      `Niemand hier hat die Fähigkeit „${piece}“. In den Einstellungen des Plans unter Ressourcen jemandem geben.`,
    noUnits: (piece) => `„${piece}“ ist kein Anteil. Anna[50%], Kran[2] oder Beton[12 t] schreiben.`,
    noConstraint: (piece) =>
      `„${piece}“ ist keine Einschränkung. ASAP, ALAP, SNET, SNLT, FNET, FNLT, MSO oder MFO schreiben, oder ihre Namen.`,
    constraintFirst: (piece) => `„${piece}“ braucht einen Tag. Ihn in die Spalte daneben schreiben.`,
    noCalendar: (piece) => `Kein Kalender dieses Plans heißt „${piece}“.`,
    linkUnreadable: (piece) =>
      `„${piece}“ ist kein Vorgänger. 3, 3EA+2t, TWR-12AA oder 2.1EE schreiben, mehrere mit Strichpunkten.`,
    linkUnknown: (piece) => `Eine Zeile ${piece} gibt es nicht.`,
    linkItself: () => 'Nichts kann nach sich selbst kommen.',
    linkCircle: () => 'Das liefe im Kreis: etwas müsste auf sich selbst warten.',
    ofSummary: () => 'Sie umfasst, was darunter liegt. Die Aufgaben darunter ändern.',
    ofHammock: () =>
      'Sie reicht von dem, womit sie beginnt, bis zu dem, womit sie endet. Ihre Verknüpfungen ändern.',
    ofMilestone: () => 'Ein Meilenstein macht keine Arbeit.',
    undated: () => 'Sie hat noch keine Termine. Zuerst einen Beginn schreiben.',
    wbs: () => 'Sie folgt daraus, wo die Zeile liegt. Die Zeile einrücken oder bewegen.',
    float: () => 'Er folgt aus den Verknüpfungen und Terminen des Plans.',
    cost: () => 'Sie folgen daraus, wer und was an der Aufgabe arbeitet.',
  },
  paste: {
    title: 'Zeilen einfügen',
    reading: (made, changed) => `${changed} geändert, ${made} neu`,
    nothing: 'Diese Zeilen sagen nichts, was der Plan nicht schon sagt.',
    tooMany: (max) => `Das sind mehr als ${max} Änderungen auf einmal. Weniger Zeilen einfügen.`,
    wrong: (count) =>
      count === 1
        ? '1 Zelle ist nicht zu verstehen. Ohne sie lässt sich alles andere machen.'
        : `${count} Zellen sind nicht zu verstehen. Ohne sie lässt sich alles andere machen.`,
    passedOver: (names) => `Übergangen: ${names}.`,
    more: (count) => (count === 1 ? '1 weitere Zeile' : `${count} weitere Zeilen`),
    level: 'Ebene',
    item: 'Aufgabe',
    what: 'Was sich ändert',
    isNew: 'neu',
    change: (column, { from, to }) => (from === '' ? `${column} → ${to}` : `${column}: ${from} → ${to}`),
    emptied: 'leer',
    apply: 'So machen',
    applyWithout: (count) => (count === 1 ? 'Ohne diese Zelle machen' : `Ohne diese ${count} Zellen machen`),
    cancel: 'Abbrechen',
  },
} satisfies Translated<typeof textsGrid>
