import type { Translated } from '../../platform/language/index.ts'
import type { textsMerge } from './texts-merge.ts'

/** Der Dialog, der zwei Aufgaben zusammenführt. */
export const german = {
  merge: 'Zusammenführen mit …',
  mergeOf: (key) => `${key} mit einer anderen zusammenführen`,
  whichStays: 'Welche der beiden bleibt?',
  item: (key, title) => `${key} ${title}`,
  before: 'Die andere Aufgabe suchen, in der es um dieselbe Arbeit geht.',
  happens: (goes, stays) =>
    `Kommentare, Dateien, Checklisten, Zeiten, Teilaufgaben und Folgende von ${goes} gehen an ${stays}; was dort fehlt, wird ergänzt. ${goes} wird archiviert und führt zu ${stays}. Das lässt sich nicht rückgängig machen.`,
  doMerge: 'Zusammenführen',
  merged: (goes, stays) => `${goes} ist jetzt Teil von ${stays}`,
} satisfies Translated<typeof textsMerge>
