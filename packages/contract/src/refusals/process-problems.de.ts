import type { processProblems } from './process-problems.ts'

export const processProblemsDe: Readonly<Record<keyof typeof processProblems, string>> = {
  'bpmn.no_definitions': 'Das ist kein BPMN 2.0: die Wurzel heißt {name}.',
  'bpmn.unknown-reference': '{at} verweist auf {detail}, das es nicht gibt.',
  'bpmn.not-executed': '{at} wird nicht ausgeführt: {detail} wird nicht unterstützt.',
  'bpmn.misplaced': '{at} darf dort nicht stehen ({detail}).',
  'bpmn.expression': 'Was bei {at} steht, ist nicht zu verstehen: {detail}',
  'bpmn.no-start': '{at} beginnt nirgends.',
  'bpmn.no-event': '{at} sagt nicht, worauf es wartet.',
  'bpmn.service': '{at} sagt nicht richtig, was der Dienst tun soll: {detail}.',
  'bpmn.twice': 'Es gibt zwei Elemente mit der Kennung {at}.',
}
