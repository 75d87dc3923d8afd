import type { caseProblems } from './case-problems.ts'

export const caseProblemsDe: Readonly<Record<keyof typeof caseProblems, string>> = {
  'cmmn.no_definitions': 'Das ist kein CMMN 1.1: die Wurzel heißt {name}.',
  'cmmn.version': 'Das ist CMMN {version}; gelesen wird nur CMMN 1.1.',
  'cmmn.no_case': 'Darin ist kein Fall.',
  'cmmn.too_many_cases': 'Darin sind mehr als {limit} Fälle.',
  'cmmn.too_many_items': 'Ein Plan darin hat mehr als {limit} Einträge.',
  'cmmn.not-executed': '{name} bei {at} (Zeile {line}) wird nicht ausgeführt.',
  'cmmn.no-id': 'Etwas namens „{detail}“ hat keine ID, an der es zu erkennen wäre.',
  'cmmn.twice': 'Die ID {at} gibt es zweimal.',
  'cmmn.unknown-reference': '{at} verweist auf {detail}, das es nicht gibt.',
  'cmmn.misplaced': '{at} kann das nicht haben oder sein: {detail}.',
  'cmmn.no-event': '{at} sagt nicht, worauf es wartet.',
  'cmmn.expression': 'Was bei {at} steht, ist nicht zu verstehen: {detail}',
  'cmmn.empty': 'Im Abschnitt {at} ist nichts.',
  'cmmn.endless':
    '{at} würde sich endlos wiederholen: es hat kein Eingangskriterium und ist zu Ende, sobald es beginnt.',
  'cmmn.never': '{at} kann nie beginnen, denn eines wartet auf das andere: {detail}.',
  'cmmn.too-large': '{at} ist zu groß, um ausgeführt zu werden (mehr als {detail}).',
  'cmmn.own-event': '{at} wartet auf ein Ereignis des eigenen Eintrags {detail}, der nicht wiederkommt.',
  'cmmn.completes-at-once':
    'Der Abschnitt {at} ist zu Ende, sobald er beginnt: nichts darin ist notwendig oder beginnt von selbst.',
}
