import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Was eine Diskussion sagt. */
export const german = {
  failed: 'Die Diskussion konnte nicht geladen werden',
  empty:
    'Noch hat niemand etwas gesagt. Fragen, antworten, entscheiden: es bleibt bei der Aufgabe. Mit @ jemanden rufen.',
  write: 'Etwas sagen … Mit @ jemanden rufen.',
  answer: 'Antwort …',
  label: 'Kommentar',
  send: 'Senden',
  sendKeys: 'Strg + Eingabe',
  save: 'Speichern',
  cancel: 'Abbrechen',
  reply: 'Antworten',
  edit: 'Bearbeiten',
  remove: 'Zurücknehmen',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  more: 'Mehr',
  edited: 'bearbeitet',
  sending: 'wird gesendet',
  removed: 'Dieser Kommentar wurde zurückgenommen.',
  more_comments: 'Spätere Kommentare zeigen',
  somebody: 'Jemand',
  people: 'Personen, die sich rufen lassen',
  preview: 'Vorschau',
  writeTab: 'Schreiben',
} satisfies Translated<typeof texts>
