import type { caseRefusals } from './case.ts'
import type { RefusalSentences } from './entry.ts'

export const caseRefusalsDe = {
  'case.closed': {
    sentence: '{name} ist abgeschlossen.',
    remedy: 'Den Fall zuerst wieder öffnen.',
  },
  'case.too_many_stages': {
    sentence: 'Ein Fall hat höchstens {max} Abschnitte.',
    remedy: 'Mehrere davon zusammenlegen.',
  },
  'case.stage_move_not_allowed': {
    sentence: 'Der Abschnitt {name} kann nicht von {from} zu {to} wechseln.',
    remedy: 'Ein Abschnitt wird begonnen, abgeschlossen und kann wieder aufgenommen werden.',
  },
  'case.required_open': {
    sentence: '{name} kann nicht enden: notwendige Aufgaben sind offen ({count}).',
    remedy: 'Diese erledigen oder sagen, dass sie nicht notwendig sind.',
  },
  'case.stage_completed': {
    sentence: 'Der Abschnitt {name} ist abgeschlossen.',
    remedy: 'Den Abschnitt wieder aufnehmen oder einen anderen wählen.',
  },
  'case.required_and_discretionary': {
    sentence: 'Eine Aufgabe kann nicht notwendig sein und zugleich dem Ermessen überlassen bleiben.',
    remedy: 'Eines von beiden wählen.',
  },
} as const satisfies Record<keyof typeof caseRefusals, RefusalSentences>
