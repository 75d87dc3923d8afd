import type { BpmnNode } from '../model/bpmn-model.ts'
import type { ProcessFinding } from './finding.ts'
import { isActivity, type Part } from './part.ts'

/** Whether whoever reads the picture is told what is done, asked and answered. */
export function nameFindings(part: Part): readonly ProcessFinding[] {
  return part.content.nodes.flatMap((node) => [...nameless(node), ...unspokenChoice(part, node)])
}

function nameless(node: BpmnNode): readonly ProcessFinding[] {
  if (node.name.trim() !== '') return []
  const finding = { at: node.id, rule: 'no-name', detail: '' } as const
  if (isActivity(node)) return [{ ...finding, weight: 'warning' }]
  // A plain start or end and the kinds that say all by their sign need no word.
  const [event] = node.events
  const isPlain = event === undefined || event.kind === 'terminate' || event.kind === 'compensate'
  return node.type.endsWith('Event') && !isPlain ? [{ ...finding, weight: 'hint' }] : []
}

function unspokenChoice(part: Part, node: BpmnNode): readonly ProcessFinding[] {
  const outward = part.outgoing(node.id)
  if (node.type !== 'exclusiveGateway' && node.type !== 'inclusiveGateway') return []
  if (outward.length < 2) return []
  const question = { at: node.id, rule: 'no-question', weight: 'hint', detail: '' } as const
  const answers = outward
    .filter(({ name }) => name.trim() === '')
    .map(({ id }): ProcessFinding => ({ at: id, rule: 'no-answer', weight: 'hint', detail: '' }))
  return [...(node.name.trim() === '' ? [question] : []), ...answers]
}
