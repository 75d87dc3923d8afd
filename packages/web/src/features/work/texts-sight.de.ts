import type { Translated } from '../../platform/language/index.ts'
import type { textsSight } from './texts-sight.ts'

/** Wer eine Aufgabe sieht, und wie das gesagt und geändert wird. */
export const german = {
  confidential: 'Vertraulich',
  whoSees: 'Wer sie sieht …',
  change: 'Ändern',
  seenBy: (names, place) =>
    names.length === 0
      ? `Nur für alle zu sehen, die „${place}“ verwalten`
      : `Zu sehen für ${names.join(', ')} und alle, die „${place}“ verwalten`,
  more: (count) => `${String(count)} weitere`,
  somewhere: 'ihren Bereich',
  withAbove: 'Vertraulich mit der Aufgabe darüber.',
  title: (key) => `Wer sieht ${key}?`,
  everybody: (place) => `Alle, die „${place}“ sehen`,
  asAbove: 'Alle, die die Aufgabe darüber sehen',
  some: 'Nur einige Personen',
  people: 'Personen, die sie sehen',
  pick: 'Einen Namen eingeben',
  nobody: 'Niemand heißt so',
  hint: (place) =>
    `Wer „${place}“ verwaltet oder die Organisation führt, sieht sie immer. Für alle anderen ist es, als gäbe es sie nicht, mit allem, was darunter liegt. Die genannten Personen müssen „${place}“ sehen können.`,
  save: 'Speichern',
  did: (key) => `${key} ist jetzt vertraulich`,
  didOpen: (key) => `${key} ist nicht mehr für sich vertraulich`,
} satisfies Translated<typeof textsSight>
