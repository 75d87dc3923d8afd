import type { Translated } from '../../platform/language/index.ts'
import type { textsLines } from './texts-grid-lines.ts'

/** Was die Tabelle eines Plans über ihre Zeilen sagt. */
export const german = {
  tools: 'Zeilen des Plans',
  step: { indent: 'Einrücken', outdent: 'Ausrücken', up: 'Nach oben', down: 'Nach unten' },
  insertAbove: 'Zeile darüber einfügen',
  insertBelow: 'Zeile darunter einfügen',
  remove: 'Zeilen löschen',
  newTitle: 'Neue Aufgabe',
  fold: (title) => `${title} zuklappen`,
  unfold: (title) => `${title} aufklappen`,
  foldAll: 'Alles zuklappen',
  unfoldAll: 'Alles aufklappen',
  did: {
    indent: (count) => (count === 1 ? '1 Zeile eingerückt' : `${count} Zeilen eingerückt`),
    outdent: (count) => (count === 1 ? '1 Zeile ausgerückt' : `${count} Zeilen ausgerückt`),
    up: (count) => (count === 1 ? '1 Zeile nach oben bewegt' : `${count} Zeilen nach oben bewegt`),
    down: (count) => (count === 1 ? '1 Zeile nach unten bewegt' : `${count} Zeilen nach unten bewegt`),
  },
  inserted: 'Zeile eingefügt',
  removed: (count) => (count === 1 ? '1 Zeile gelöscht' : `${count} Zeilen gelöscht`),
  cannot: {
    indent: 'Darüber ist nichts, worunter sie liegen könnte.',
    outdent: 'Sie liegt schon ganz oben.',
    up: 'Sie ist schon die erste unter ihrer übergeordneten.',
    down: 'Sie ist schon die letzte unter ihrer übergeordneten.',
  },
} satisfies Translated<typeof textsLines>
