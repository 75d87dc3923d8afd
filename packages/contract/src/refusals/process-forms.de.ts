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
  'process.form_missing': {
    sentence: '{step} fragt nach dem Formular {key}, das es nicht gibt.',
    remedy: 'Das Formular anlegen oder vom Schritt nehmen und neu veröffentlichen.',
  },
  'process.form_not_filled': {
    sentence: 'Das Formular {name} ist nicht ausgefüllt: {at}: {reason}',
    remedy: 'Ausfüllen und noch einmal schicken. Felder, die nicht stimmen: {count}.',
  },
  'process.form_required': {
    sentence: 'Dieser Schritt von {title} wird mit seinem Formular {name} erledigt.',
    remedy: 'Die Aufgabe öffnen und das Formular ausfüllen.',
  },
}
