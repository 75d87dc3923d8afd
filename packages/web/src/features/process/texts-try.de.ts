import type { Translated } from '../../platform/language/index.ts'
import type { tryTexts } from './texts-try.ts'

/** Was gesagt wird, während ein Modell ausprobiert wird. */
export const german = {
  try: 'Ausprobieren',
  stop: 'Zurück zum Zeichnen',
  again: 'Von vorn',
  back: 'Einen Schritt zurück',
  next: 'Was als Nächstes kommt',
  trace: 'Was geschah',
  nothingYet: 'Noch ist nichts geschehen.',
  over: {
    completed: 'Es ist an sein Ende gekommen.',
    terminated: 'Es wurde sofort beendet.',
    failed: 'Es ist gescheitert: Nichts fing den Fehler auf.',
    cancelled: 'Es wurde abgebrochen.',
    running: '',
  },
  cannot: 'Noch lässt es sich nicht ausprobieren: siehe Befunde.',
  byHand: 'Ich wähle die Wege',
  byVariables: 'Die Bedingungen wählen',
  chooses: 'Wer den Weg wählt',
  variables: 'Was bekannt ist',
  variablesHint: '{ "kosten": 300, "eilig": true }',
  notJson: 'Das ist kein JSON-Objekt.',
  move: {
    start: (name) => (name === '' ? 'Beginnen' : `Beginnen: ${name}`),
    complete: (name) => `Getan: ${name}`,
    happen: {
      timer: (name) => `Die Zeit kommt: ${name}`,
      message: (name) => `Die Nachricht kommt: ${name}`,
      signal: (name) => `Das Signal kommt: ${name}`,
      conditional: (name) => `Es wird wahr: ${name}`,
    },
    choose: (name, way) => (name === '' ? `${way} nehmen` : `${name} – ${way}`),
    otherwise: 'keiner davon',
    take: 'Die gewählten Wege nehmen',
    retry: (name) => `Noch einmal: ${name}`,
    skip: 'Übergehen',
    activate: (name) => `Anfangen: ${name}`,
    finish: (name) => `Beenden: ${name}`,
  },
  stuck: (why) => `Hier geht es nicht weiter: ${why}`,
  happened: {
    entered: (name) => `kommt zu ${name}`,
    left: (name) => `verlässt ${name}`,
    caught: (name) => `${name} geschieht`,
    threw: (name) => `${name} wird gemeldet`,
    cancelled: (name) => `${name} wird abgesagt`,
    stuck: (name) => `bleibt stehen bei ${name}`,
  },
  step: (number) => `Schritt ${String(number)}`,
} satisfies Translated<typeof tryTexts>
