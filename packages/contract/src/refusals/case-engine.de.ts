import type { caseEngineRefusals } from './case-engine.ts'
import type { RefusalSentences } from './entry.ts'

/** Was die Fallmaschine ablehnt. */
export const caseEngineRefusalsDe = {
  'case.not_active': {
    sentence: 'Der Fall geht nicht weiter: {state}.',
    remedy: 'Ihn zuerst fortsetzen oder wieder aufnehmen.',
  },
  'case.case_move_not_allowed': {
    sentence: 'Das geht nicht mit einem Fall in diesem Stand: {state}.',
    remedy: 'Den Fall noch einmal ansehen: vielleicht war jemand schneller.',
  },
  'case.item_not_found': {
    sentence: 'Nichts, das im Plan eingetreten ist, heißt {id}.',
    remedy: 'Den Plan noch einmal ansehen.',
  },
  'case.item_move_not_allowed': {
    sentence: 'Das geht nicht mit {name} in diesem Stand: {state}.',
    remedy: 'Vielleicht war jemand schneller. Den Plan noch einmal ansehen.',
  },
  'case.stage_not_active': {
    sentence: '{name} muss warten: der Abschnitt {stage} geht nicht weiter.',
    remedy: 'Den Abschnitt zuerst beginnen oder fortsetzen.',
  },
  'case.steps_active': {
    sentence: '{name} kann nicht enden: noch im Gang sind {steps}.',
    remedy: 'Diese zuerst abschließen oder aufgeben.',
  },
  'case.required_steps_open': {
    sentence: '{name} kann nicht enden ohne {steps}.',
    remedy: 'Das Notwendige zuerst erledigen.',
  },
  'case.same_person': {
    sentence: '{name} ist für jemanden, der {other} nicht erledigt hat.',
    remedy: 'Jemand anderen bitten, es abzuschließen.',
  },
  'case.file_missing': {
    sentence: 'In der Fallakte fehlt {files}.',
    remedy: 'Das Fehlende hinzufügen.',
  },
  'case.file_item_not_found': {
    sentence: 'Die Fallakte kennt nichts mit dem Namen {id}.',
    remedy: 'Die Fallakte noch einmal ansehen.',
  },
  'case.file_absent': {
    sentence: '{name} liegt nicht in der Fallakte.',
    remedy: 'Die Fallakte noch einmal ansehen.',
  },
  'case.file_present': {
    sentence: '{name} liegt schon in der Fallakte.',
    remedy: 'Es stattdessen ersetzen.',
  },
  'case.file_still_required': {
    sentence: '{name} wird noch gebraucht.',
    remedy: 'Zuerst etwas an seine Stelle setzen.',
  },
  'case.not_offered': {
    sentence: '{name} lässt sich {stage} jetzt nicht hinzufügen.',
    remedy: 'Was zuvor sein muss, ist noch nicht eingetreten.',
  },
  'case.role_needed': {
    sentence: '{name} fügt hinzu, wer im Fall eines davon ist: {roles}.',
    remedy: 'Eine dieser Personen fragen oder wer den Fall leitet.',
  },
  'case.already_planned': {
    sentence: '{name} steht schon im Plan.',
    remedy: 'Den Plan noch einmal ansehen.',
  },
  'case.not_due': {
    sentence: 'Der Zeitpunkt von {name} ist noch nicht gekommen.',
    remedy: 'Ihn abwarten oder den Plan ändern.',
  },
  'case.never_rests': {
    sentence: 'Der Plan liefe bei {name} im Kreis, mehr als {limit}-mal.',
    remedy: 'Etwas, das sich wiederholt, ruft sich selbst hervor. Seine Bedingungen ändern.',
  },
  'case.step_in_use': {
    sentence: '{name} ist schon benutzt worden.',
    remedy: 'Es dort aufgeben und etwas Neues hinzufügen.',
  },
  'case.step_changed_kind': {
    sentence: '{name} kann nichts anderes mehr werden, seit es da ist.',
    remedy: 'Es herausnehmen und etwas Neues hinzufügen.',
  },
  'case.step_moved': {
    sentence: '{name} kann nicht mehr in einen anderen Abschnitt, seit es da ist.',
    remedy: 'Es herausnehmen und dort etwas Neues hinzufügen.',
  },
  'case.file_in_use': {
    sentence: '{name} liegt schon in der Fallakte.',
    remedy: 'Es zuerst aus der Fallakte nehmen.',
  },
} as const satisfies Record<keyof typeof caseEngineRefusals, RefusalSentences>
