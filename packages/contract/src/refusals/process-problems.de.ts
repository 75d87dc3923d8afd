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
  'bpmn.twice': 'Es gibt zwei Elemente mit der Kennung {at}.',
  'bpmn.no-id': '{at} hat keine Kennung, an der man seine Arbeit erkennen könnte.',
  'bpmn.too-large': '{at} ist zu groß, um ausgeführt zu werden (mehr als {detail}).',
}
