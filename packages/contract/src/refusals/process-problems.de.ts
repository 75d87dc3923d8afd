import type { processProblems } from './process-problems.ts'

export const processProblemsDe: Readonly<Record<keyof typeof processProblems, string>> = {
  'bpmn.no_definitions': 'Das ist kein BPMN 2.0: die Wurzel heißt {name}.',
  'bpmn.too_many_processes': 'Darin sind mehr als {limit} Prozesse.',
  'bpmn.unknown-reference': '{at} verweist auf {detail}, das es nicht gibt.',
  'bpmn.not-executed': '{at} wird nicht ausgeführt: {detail} wird nicht unterstützt.',
  'bpmn.misplaced': '{at} darf dort nicht stehen ({detail}).',
  'bpmn.expression': 'Was bei {at} steht, ist nicht zu verstehen: {detail}',
  'bpmn.no-start': '{at} beginnt nirgends.',
  'bpmn.no-event': '{at} sagt nicht, worauf es wartet.',
  'bpmn.service': '{at} sagt nicht richtig, was der Dienst tun soll: {detail}.',
  'bpmn.twice': 'Es gibt zwei Elemente mit der Kennung {at}.',
  'bpmn.no-id': '{at} hat keine Kennung, an der man seine Arbeit erkennen könnte.',
  'bpmn.too-large': '{at} ist zu groß, um ausgeführt zu werden (mehr als {detail}).',
  'timer.no_time': 'es sagt keine Zeit',
  'timer.unreadable':
    'das ist kein lesbares Datum, keine Dauer und keine Wiederholung (wie 2026-03-01T09:00, PT8H, R3/PT10H oder RRULE:FREQ=MONTHLY;BYDAY=1MO)',
  'timer.not_positive': 'eine Wiederholung muss Zeit brauchen und mindestens einmal geschehen',
  'timer.over': 'die Wiederholung ist vorüber, bevor sie beginnt',
  'timer.calendar_unknown': 'den Kalender dazu gibt es nicht',
  'timer.too_late': 'es wäre erst nach dem Jahr 2200 fällig',
}
