import type { caseRefusals } from './case.ts'
import type { RefusalSentences } from './entry.ts'

export const caseRefusalsDe = {
  'case.closed': {
    sentence: '{name} ist abgeschlossen.',
    remedy: 'Den Fall zuerst wieder aufnehmen.',
  },
  'case.required_open': {
    sentence: '{name} kann nicht enden: notwendige Schritte sind offen ({count}).',
    remedy: 'Diese erledigen oder sagen, dass sie nicht notwendig sind.',
  },
  'case.stage_completed': {
    sentence: 'Der Abschnitt {name} ist vorbei.',
    remedy: 'Für das, was noch zu tun ist, einen Schritt hinzufügen.',
  },
  'case.not_now': {
    sentence: '{name} lässt das jetzt nicht zu.',
    remedy: 'Vielleicht war jemand schneller. Den Plan noch einmal ansehen.',
  },
  'case.plan_faulty': {
    sentence: 'Der Plan lässt sich nicht ausführen: {name} ({fault}).',
    remedy: 'Das Genannte ändern.',
  },
  'case.plan_item_unknown': {
    sentence: 'Der Plan hat nichts unter dem Namen {id}.',
    remedy: 'Vielleicht hat es jemand herausgenommen. Den Plan noch einmal ansehen.',
  },
  'case.plan_item_exists': {
    sentence: 'Etwas im Plan heißt schon {name}.',
    remedy: 'Eine andere Kennung wählen.',
  },
  'case.plan_item_used': {
    sentence: '{name} ist schon benutzt worden.',
    remedy: 'Es dort aufgeben und etwas Neues hinzufügen.',
  },
  'case.plan_too_large': {
    sentence: 'Ein Plan hat höchstens {max} Teile.',
    remedy: 'Aus einem Teil davon einen eigenen Fall machen.',
  },
  'case.no_stage': {
    sentence: '{name} ist kein Abschnitt.',
    remedy: 'Nur Abschnitte enthalten andere Teile des Plans.',
  },
  'case.into_itself': {
    sentence: '{name} kann nicht in sich selbst liegen.',
    remedy: 'Einen Platz außerhalb wählen.',
  },
  'case.still_waited_for': {
    sentence: '{by} wartet auf {name}.',
    remedy: 'Zuerst ändern, worauf es wartet.',
  },
  'case.item_in_plan': {
    sentence: '{key} führt schon etwas vom Plan aus.',
    remedy: 'Eine andere Aufgabe wählen oder jenen Schritt ändern.',
  },
  'case.reference_unknown': {
    sentence: 'Der Plan nennt etwas, das es nicht gibt ({what}).',
    remedy: 'Etwas anderes wählen.',
  },
  'case.not_the_latest': {
    sentence: '{name} ist seither weitergegangen.',
    remedy: 'Nur der jüngste Schritt eines Falls lässt sich zurücknehmen.',
  },
  'case.step_begun': {
    sentence: '{key} ist inzwischen begonnen worden.',
    remedy: 'Den Schritt aufgeben, statt ihn zurückzunehmen.',
  },
  'case.not_accepted': {
    sentence: 'Das Ergebnis von {name} ist nicht abgenommen.',
    remedy: 'Um die Abnahme bitten, wer den Fall in Auftrag gegeben hat.',
  },
  'case.not_noticed': {
    sentence: 'Niemand ist vom Ergebnis von {name} unterrichtet worden.',
    remedy: 'Festhalten, wer wie unterrichtet wurde.',
  },
  'case.not_yours_to_accept': {
    sentence: 'Das Ergebnis von {name} nimmt ab, wer den Fall in Auftrag gegeben hat.',
    remedy: 'Diese Person bitten.',
  },
  'case.notice_ahead': {
    sentence: 'Unterrichtet worden sein kann niemand erst in der Zukunft.',
    remedy: 'Den Zeitpunkt angeben, zu dem es gesagt wurde.',
  },
} as const satisfies Record<keyof typeof caseRefusals, RefusalSentences>
