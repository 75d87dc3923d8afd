import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Die Liste der Tasten. */
export const german = {
  title: 'Tasten',
  placeHint: 'Ein Buchstabe oder Zeichen kann auf eine andere Taste: hier wählen, dann diese Taste drücken.',
  changeTitle: 'Andere Taste wählen',
  change: (label, key) => `${label}: ${key}. Andere Taste wählen`,
  waiting: 'Taste drücken …',
  press: (label) => `Die Taste drücken, die „${label}“ auslösen soll. Escape lässt alles, wie es ist.`,
  placed: (label, key) => `„${label}“ liegt jetzt auf ${key}, in diesem Browser.`,
  swapped: (key, other) => `${key} und ${other} haben die Plätze getauscht, in diesem Browser.`,
  notSingle: (key) => `${key} bleibt, was es ist: einen Buchstaben oder ein Zeichen wählen.`,
  placeBack: 'Alle Tasten zurücklegen',
  single: 'Einzelne Buchstaben sind Befehle',
  singleHint: 'Beim Diktieren besser ausschalten. Tasten mit Strg, Alt oder Befehlstaste bleiben.',
} satisfies Translated<typeof texts>
