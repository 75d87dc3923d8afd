import type { BpmnContent, BpmnEventDefinition, BpmnNode, BpmnProcess } from '../model/bpmn-model.ts'
import type { ProcessFault } from './process-fault.ts'

/** What of a process cannot be executed, element by element. */
export function findFaults(process: BpmnProcess): readonly ProcessFault[] {
  const seen = new Set<string>([process.id])
  return [...contentFaults(process, seen), ...noStart(process, process.id)]
}

function contentFaults(content: BpmnContent, seen: Set<string>): readonly ProcessFault[] {
  const ids = new Set(content.nodes.map(({ id }) => id))
  const dangling = content.flows.flatMap(({ id, sourceId, targetId }) =>
    [sourceId, targetId]
      .filter((end) => !ids.has(end))
      .map((end): ProcessFault => ({ at: id, kind: 'unknown-reference', detail: end })),
  )
  return [...dangling, ...content.nodes.flatMap((node) => nodeFaults(node, content, seen))]
}

function nodeFaults(node: BpmnNode, content: BpmnContent, seen: Set<string>): readonly ProcessFault[] {
  const faults: ProcessFault[] = []
  const add = (kind: ProcessFault['kind'], detail: string) => faults.push({ at: node.id, kind, detail })
  if (seen.has(node.id)) add('twice', node.id)
  seen.add(node.id)
  if (node.events.length > 1) add('not-executed', 'multipleEventDefinition')
  if (node.isInstantiating) add('not-executed', 'instantiate')
  if (node.events.some(leavesAlone)) add('not-executed', 'waitForCompletion')
  if (node.type === 'boundaryEvent') faults.push(...boundaryFaults(node, content))
  const led = content.flows.filter(({ targetId }) => targetId === node.id).length
  if (node.type === 'startEvent' && led > 0) add('misplaced', 'incoming')
  if (node.events.some(isIncomplete)) add('no-event', node.type)
  if (node.isEventSubProcess) faults.push(...eventSubProcessFaults(node))
  if (node.type === 'eventBasedGateway') faults.push(...eventGatewayFaults(node, content))
  return node.content ? [...faults, ...contentFaults(node.content, seen)] : faults
}

/** Undoing that nobody waits for. */
function leavesAlone(event: BpmnEventDefinition): boolean {
  return event.kind === 'compensate' && !event.waitsForCompletion
}

/** A timer that says no time, a condition that is none. */
function isIncomplete(event: BpmnEventDefinition): boolean {
  if (event.kind === 'timer') return event.timer === null
  return event.kind === 'conditional' && event.condition === null
}

function boundaryFaults(node: BpmnNode, { nodes }: BpmnContent): readonly ProcessFault[] {
  const host = nodes.find(({ id }) => id === node.attachedToId)
  if (!host) return [{ at: node.id, kind: 'unknown-reference', detail: node.attachedToId ?? '' }]
  const kind = node.events[0]?.kind
  if (kind === undefined) return [{ at: node.id, kind: 'no-event', detail: 'boundaryEvent' }]
  if (kind === 'cancel' && host.type !== 'transaction')
    return [{ at: node.id, kind: 'misplaced', detail: 'cancel' }]
  return []
}

function eventSubProcessFaults({ id, content }: BpmnNode): readonly ProcessFault[] {
  const starts = content?.nodes.filter(({ type }) => type === 'startEvent') ?? []
  if (starts.length === 0) return [{ at: id, kind: 'no-start', detail: 'eventSubProcess' }]
  return starts
    .filter(({ events }) => events.length === 0)
    .map((start) => ({ at: start.id, kind: 'no-event', detail: 'eventSubProcess' }))
}

function eventGatewayFaults({ id }: BpmnNode, { nodes, flows }: BpmnContent): readonly ProcessFault[] {
  const targets = flows.filter(({ sourceId }) => sourceId === id).map(({ targetId }) => targetId)
  return nodes
    .filter((node) => targets.includes(node.id))
    .filter(({ type }) => type !== 'intermediateCatchEvent' && type !== 'receiveTask')
    .map((node) => ({ at: node.id, kind: 'misplaced', detail: 'eventBasedGateway' }))
}

function noStart({ nodes }: BpmnContent, at: string): readonly ProcessFault[] {
  return nodes.length === 0 ? [{ at, kind: 'no-start', detail: 'process' }] : []
}
