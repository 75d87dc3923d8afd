import type { Translated } from '../../platform/language/index.ts'
import type { accessTexts } from './texts-access.ts'

/** Wer was mit einem Prozess darf. */
export const german = {
  title: 'Wer was darf',
  act: {
    see: 'Den Prozess, seine Durchläufe und ihre Werte sehen',
    comment: 'Seine Vorgänge kommentieren',
    work: 'Durchläufe beginnen und abbrechen, Schritte bearbeiten, Nachrichten senden',
    publish:
      'Das Modell zeichnen und veröffentlichen, Regeln, Formulare, Zusagen und Zeitpläne ändern, Zugang geben',
    repair: 'Störungen beheben, Werte ändern, Durchläufe auf eine andere Fassung bringen',
  },
  everybody: 'alle außer Gästen',
  team: (name: string) => `Team ${name}`,
  admins: 'wer die Organisation verwaltet',
  failed: 'Wer Zugang hat, konnte nicht geladen werden',
  gone: 'jemand, den es nicht mehr gibt',
  note: 'Ein Schritt geht von selbst an sein Team oder seine Person; wer ihn bearbeitet, braucht nicht mehr als das.',
} satisfies Translated<typeof accessTexts>
