import type { Translated } from '../../platform/language/index.ts'
import type { textsPresence } from './texts-presence.ts'

/** Wer eine Aufgabe noch vor sich hat. */
export const german = {
  group: 'Auch hier',
  looks: (name) => `${name} sieht das auch gerade an`,
  writes: {
    title: (name) => `${name} ändert gerade den Titel`,
    description: (name) => `${name} schreibt gerade die Beschreibung`,
    comment: (name) => `${name} schreibt gerade einen Kommentar`,
  },
  more: (count) => `und ${count} weitere`,
} satisfies Translated<typeof textsPresence>
