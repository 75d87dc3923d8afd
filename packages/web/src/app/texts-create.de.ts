import type { Translated } from '../platform/language/index.ts'
import type { createTexts } from './texts-create.ts'

/** Die Dialoge, die etwas anlegen. */
export const german = {
  item: {
    title: 'Aufgabe anlegen',
    name: 'Titel',
    namePlaceholder: 'Was ist zu tun?',
    container: 'In',
    responsible: 'Zuständig',
    nobody: 'Noch niemand',
    due: 'Fällig',
    type: 'Typ',
    usualType: 'Der übliche',
    submit: 'Anlegen',
    enter: 'legt an',
    shiftEnter: 'legt an und macht weiter',
    grammar: 'Auch in einer Zeile: @Person #Schlagwort !hoch +KEY ~2h Freitag, oder jeden Montag',
    fromTemplate: 'Aus einer Vorlage …',
    created: (title, container) => `„${title}“ in ${container} angelegt`,
    homeless: 'Aufgaben liegen in einem Projekt, Prozess, Fall oder einer Liste',
    homelessHint:
      'Noch gibt es nichts, wo etwas angelegt werden kann. Am schnellsten geht eine einfache Liste.',
    newList: 'Neue Liste',
  },
  container: {
    name: 'Name',
    key: 'Kürzel',
    keyHint: 'Zwei bis zehn Großbuchstaben und Ziffern. Damit werden die Aufgaben nummeriert.',
    subject: 'Um wen oder was es geht',
    subjectPlaceholder: 'Mieterin Nord AG',
    wished: 'Abgeschlossen, wenn',
    wishedPlaceholder: 'Der Schaden ist behoben und bezahlt',
    visibility: 'Wer es sehen kann',
    open: 'Alle in der Organisation',
    private: 'Nur wer eingeladen ist',
    opened: (name) => `${name} angelegt`,
    kinds: {
      project: {
        title: 'Neues Projekt',
        submit: 'Projekt anlegen',
        example: 'Neubau Turm A',
        about: 'Ein Ergebnis zu einem Termin, mit einem Plan voneinander abhängiger Arbeit.',
      },
      process: {
        title: 'Neuer Prozess',
        submit: 'Prozess anlegen',
        example: 'Mieteranfragen',
        about: 'Immer wieder dieselben Schritte, jedes Mal ein Durchlauf.',
      },
      case: {
        title: 'Neuer Fall',
        submit: 'Fall anlegen',
        example: 'Wasserschaden an der Fassade',
        about: 'Eine Sache, deren Weg sich erst unterwegs zeigt.',
      },
      list: {
        title: 'Neue Liste',
        submit: 'Liste anlegen',
        example: 'Besorgungen fürs Büro',
        about: 'Aufgaben ohne weitere Ordnung.',
      },
    },
  },
} satisfies Translated<typeof createTexts>
