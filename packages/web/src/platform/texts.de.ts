import { fieldWordsDe } from '@millrace/contract/languages/de'
import type { Translated } from './language/index.ts'
import type { texts } from './texts.ts'

/** Was gesagt wird, wenn etwas abgelehnt wird oder misslingt, und wie Tasten und Felder dann heißen. */
export const german = {
  refusedByServer: 'Der Server hat dies abgelehnt.',
  refused: (code) => `Dies wurde abgelehnt (${code}).`,
  unreachable: {
    sentence: 'Der Server antwortet nicht.',
    remedy: 'Nichts ist verloren. Verbindung prüfen, dann erneut versuchen.',
  },
  fault: {
    sentence: 'Auf dieser Seite ist etwas schiefgegangen.',
    remedy: 'Was vorher gespeichert war, ist sicher. Erneut versuchen oder die Seite neu laden.',
  },
  unsent: {
    sentence: 'Die Änderung konnte nicht gesendet werden.',
    remedy: 'Die Seite neu laden, dann erneut versuchen.',
  },
  ownField: 'ein eigenes Feld',
  fields: fieldWordsDe,
  caps: { mod: 'Strg', shift: 'Umschalt', alt: 'Alt', escape: 'Esc', space: 'Leertaste', delete: 'Entf' },
} satisfies Translated<typeof texts>
