import type { BpmnNode } from '../model/bpmn-model.ts'
import type { ProcessFinding } from './finding.ts'
import { beginsByItself, linkTargets, type Part } from './part.ts'

/** Where a part begins and ends, and what of it is never come to. */
export function pathFindings(part: Part): readonly ProcessFinding[] {
  if (part.owner?.adHoc || part.content.nodes.length === 0) return []
  return [...startFindings(part), ...endFindings(part), ...unreachable(part)]
}

function startFindings(part: Part): readonly ProcessFinding[] {
  const { content, id } = part
  const hasStart = content.nodes.some(({ type }) => type === 'startEvent')
  if (!hasStart) return [{ at: id, rule: 'no-start-event', weight: 'warning', detail: '' }]
  return content.nodes
    .filter((node) => beginsByItself(part, node))
    .map((node) => ({ at: node.id, rule: 'starts-by-itself', weight: 'warning', detail: '' }))
}

function endFindings(part: Part): readonly ProcessFinding[] {
  const { content, id } = part
  if (!content.nodes.some(({ type }) => type === 'endEvent'))
    return [{ at: id, rule: 'no-end-event', weight: 'warning', detail: '' }]
  return content.nodes
    .filter((node) => isDeadEnd(part, node))
    .map((node) => ({ at: node.id, rule: 'dead-end', weight: 'hint', detail: '' }))
}

function isDeadEnd(part: Part, node: BpmnNode): boolean {
  if (node.type === 'endEvent' || node.isEventSubProcess || node.isForCompensation) return false
  if (node.events[0]?.kind === 'compensate' && node.type === 'boundaryEvent') return false
  return part.outgoing(node.id).length === 0 && linkTargets(part, node).length === 0
}

/** What no token ever comes to: only what leads to itself again leads there. */
function unreachable(part: Part): readonly ProcessFinding[] {
  const reached = reachedIn(part)
  return part.content.nodes
    .filter((node) => !reached.has(node.id) && !node.isEventSubProcess && !node.isForCompensation)
    .map((node) => ({ at: node.id, rule: 'unreachable', weight: 'error', detail: '' }))
}

function reachedIn(part: Part): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = part.content.nodes.filter((node) => node.type === 'startEvent' || beginsByItself(part, node))
  for (let node = open.pop(); node; node = open.pop()) {
    if (reached.has(node.id)) continue
    reached.add(node.id)
    const next = part.outgoing(node.id).flatMap(({ targetId }) => part.nodeOf(targetId) ?? [])
    open.push(...next, ...part.boundariesOf(node.id), ...linkTargets(part, node))
  }
  return reached
}
