import type { RefusalSentences } from './entry.ts'
import type { processFormRefusals } from './process-forms.ts'

export const processFormRefusalsDe: Readonly<Record<keyof typeof processFormRefusals, RefusalSentences>> = {
  'process.form_faulty': {
    sentence: 'Das Formular {name} hat einen Fehler bei {part}, {property}: {reason}',
    remedy: 'Dort berichtigen. Fehler insgesamt: {count}.',
  },
  'process.form_key_taken': {
    sentence: 'Das Formular {name} hat schon den Schlüssel {key}.',
    remedy: 'Einen anderen Schlüssel wählen.',
  },
  'process.form_removed': {
    sentence: 'Das Formular {name} wurde aus dem Prozess genommen.',
    remedy: 'Es zuerst zurückholen.',
  },
  'process.too_many_forms': {
    sentence: 'Ein Prozess hat höchstens {max} Formulare.',
    remedy: 'Die herausnehmen, nach denen kein Schritt fragt.',
  },
}
