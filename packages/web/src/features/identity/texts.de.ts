import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Anmelden und Anfangen. */
export const german = {
  signIn: {
    title: 'Bei Millrace anmelden',
    email: 'E-Mail',
    password: 'Passwort',
    submit: 'Anmelden',
    other: 'Noch kein Konto?',
    otherLink: 'Eines anlegen',
  },
  signUp: {
    title: 'Konto anlegen',
    name: 'Name',
    passwordHint: 'Zehn Zeichen oder mehr. Ein paar Wörter lassen sich leicht merken.',
    submit: 'Konto anlegen',
    other: 'Schon ein Konto?',
    otherLink: 'Anmelden',
  },
  welcome: {
    title: 'Wie soll es losgehen?',
    sentence: 'Das andere geht auch später. Nichts davon ist endgültig.',
    demo: {
      title: 'In Harbour Tower umsehen',
      sentence:
        'Eine erfundene Organisation, die einen Turm entwirft, baut und betreibt, voller laufender Arbeit.',
      submit: 'Harbour Tower öffnen',
      elsewhere:
        'Wer dieses Millrace gestartet hat, bekam E-Mail und Passwort für die Demo gezeigt. Damit anmelden, um sich umzusehen.',
      signIn: 'Bei der Demo anmelden',
    },
    fresh: {
      title: 'Etwas Eigenes beginnen',
      sentence: 'Leer, oder mit ein paar Projekten, Prozessen und Listen, die zum Fach passen.',
      submit: 'Beginnen',
    },
    import: {
      title: 'Arbeit mitbringen',
      sentence:
        'Aus einer Tabelle (CSV) oder Microsoft Project (XML). Alles ist vorher zu sehen und lässt sich zurücknehmen.',
      submit: 'Zum Import',
    },
    name: 'Name der Organisation',
    namePlaceholder: 'Nord & Partner',
    currency: 'Währung',
    timeZone: 'Zeitzone',
    template: 'Beginnen mit',
    busy: 'Wird vorbereitet …',
  },
} satisfies Translated<typeof texts>
