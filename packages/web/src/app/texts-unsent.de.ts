import type { Translated } from '../platform/language/index.ts'
import type { unsentTexts } from './texts-unsent.ts'

/** Änderungen, auf die der Server noch nicht geantwortet hat, und was dieses Gerät aufbewahrt. */
export const german = {
  title: 'Noch nicht gesendete Änderungen',
  sentence:
    'Sie werden auf diesem Gerät aufbewahrt, auch wenn die Seite geschlossen wird, und in dieser Reihenfolge gesendet, sobald der Server erreichbar ist. Was er ablehnt, wird mit dem Grund gesagt.',
  change: 'Eine Änderung',
  more: (count) => `und ${count} weitere`,
  none: 'Alles ist gesendet',
  noneHint: 'Was ohne Verbindung geändert wird, wartet hier.',
  tryNow: 'Jetzt versuchen',
  giveUp: 'Verwerfen',
  giveUpSpoken: (what) => `Verwerfen: ${what}`,
  onItsWay: 'Sie ist schon unterwegs: nach dem Ankommen rückgängig machen.',
  given: 'Verworfen',
  leaving: 'Abmelden entfernt, was dieses Gerät aufbewahrt: diese Änderungen gingen verloren.',
  leave: 'Abmelden und verlieren',
  stay: 'Bleiben',
  close: 'Schließen',
} satisfies Translated<typeof unsentTexts>
