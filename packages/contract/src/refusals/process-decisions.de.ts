import type { RefusalSentences } from './entry.ts'
import type { processDecisionRefusals } from './process-decisions.ts'

export const processDecisionRefusalsDe = {
  'process.decision_unreadable': {
    sentence: '{model} lässt sich nicht als Entscheidungsmodell lesen: {reason}',
    remedy: 'Die Datei so nehmen, wie ihr Programm sie geschrieben hat, oder sie dort in Ordnung bringen.',
  },
  'process.decision_faulty': {
    sentence: '{element} kann so, wie es da steht, nicht entschieden werden: {reason}',
    remedy: 'Im Entwurf in Ordnung bringen, dann noch einmal veröffentlichen.',
  },
  'process.decision_empty': {
    sentence: '{model} enthält keine Entscheidung.',
    remedy: 'Eine Entscheidung in die Datei aufnehmen oder das Modell archivieren.',
  },
  'process.decision_key_taken': {
    sentence:
      'Die Entscheidung {key} aus {model} steht auch in {other}: eine Aufgabe wüsste nicht, welche gemeint ist.',
    remedy: 'Einer von beiden eine andere Kennung geben oder das andere Modell archivieren.',
  },
  'process.decision_unchanged': {
    sentence: 'Der Entwurf von {model} sagt dasselbe wie Version {number}.',
    remedy: 'Zuerst etwas ändern: es gibt nichts zu veröffentlichen.',
  },
  'process.decision_archived': {
    sentence: '{model} ist archiviert und kann nicht geändert werden.',
    remedy: 'Zuerst zurückholen.',
  },
  'process.decision_unknown': {
    sentence: 'Keine veröffentlichte Entscheidung dieses Prozesses hat die Kennung {key}.',
    remedy: 'Das Entscheidungsmodell veröffentlichen, das sie enthält, oder eine andere nennen.',
  },
  'process.decision_unnamed': {
    sentence: 'Die Geschäftsregel-Aufgabe {element} nennt keine Entscheidung.',
    remedy: 'An der Aufgabe angeben, welche Entscheidung sie fragt.',
  },
  'process.decision_missing': {
    sentence:
      'Die Aufgabe {element} fragt nach der Entscheidung {key}, die in diesem Prozess nicht veröffentlicht ist.',
    remedy: 'Zuerst die Entscheidung veröffentlichen, oder die Aufgabe eine andere nennen lassen.',
  },
  'process.too_many_decisions': {
    sentence: 'Ein Prozess hat höchstens {max} Entscheidungsmodelle.',
    remedy: 'Eines archivieren oder mehrere Entscheidungen in ein Modell aufnehmen.',
  },
  'process.too_many_decision_cases': {
    sentence: 'Ein Entscheidungsmodell hat höchstens {max} Beispiele.',
    remedy: 'Zuerst eines entfernen.',
  },
} as const satisfies Record<keyof typeof processDecisionRefusals, RefusalSentences>
