import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Die Liste der Tasten. */
export const german = {
  title: 'Tasten',
  single: 'Einzelne Buchstaben sind Befehle',
  singleHint: 'Beim Diktieren besser ausschalten. Tasten mit Strg, Alt oder Befehlstaste bleiben.',
} satisfies Translated<typeof texts>
