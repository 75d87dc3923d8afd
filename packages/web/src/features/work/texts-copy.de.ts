import type { Translated } from '../../platform/language/index.ts'
import type { textsCopy } from './texts-copy.ts'

/** Die Dialoge, die eine Aufgabe kopieren oder verschieben. */
export const german = {
  copy: 'Kopie anlegen …',
  copyOf: (key) => `Eine Kopie von ${key}`,
  title: 'Titel',
  container: 'Wo',
  withSubItems: (count) => `Mit ihren Teilaufgaben (${count}), beliebig tief`,
  withChecklists: (count) =>
    count === 1
      ? 'Mit ihren Checklisten (1 Punkt), nichts abgehakt'
      : `Mit ihren Checklisten (${count} Punkte), nichts abgehakt`,
  startsOn: 'Frühester Tag',
  startsOnHint: 'Alle Tage wandern mit. Leer gelassen bleiben sie, wie sie sind.',
  begins: 'Die Kopie beginnt neu: Kommentare, Dateien, Status und Haken bleiben beim Original.',
  doCopy: 'Kopieren',
  copied: (key) => `Kopiert als ${key}`,
  open: 'Öffnen',
  undo: 'Rückgängig',
  move: 'Verschieben nach …',
  moveOf: (key) => `${key} verschieben`,
  to: 'Nach',
  along: 'Teilaufgaben am selben Ort mitnehmen',
  keeps: (key) => `Das Kürzel ${key}, Kommentare, Dateien und Verlauf bleiben.`,
  doMove: 'Verschieben',
  moved: (what, where) => `${what} nach ${where} verschoben`,
  tooMany: 'Mehr als 1.000 Aufgaben würden auf einmal verschoben. Die Teile einzeln verschieben.',
} satisfies Translated<typeof textsCopy>
