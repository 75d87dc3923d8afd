import type {
  BpmnContent,
  BpmnEventDefinition,
  BpmnFlow,
  BpmnNode,
  BpmnProcess,
} from '../model/bpmn-model.ts'
import { addTo } from './content-places.ts'
import type { ProcessFault } from './process-fault.ts'

/** Elements and flows of one process; the largest that people draw have some hundreds. */
const SIZE_MAX = 20_000

/** That a process is so large that it is not looked at any further. */
export function sizeFault(process: BpmnProcess): ProcessFault | null {
  const size = sizeOf(process)
  return size > SIZE_MAX ? { at: process.id, kind: 'too-large', detail: String(SIZE_MAX) } : null
}

function sizeOf({ nodes, flows }: BpmnContent): number {
  return nodes.reduce(
    (sum, { content }) => sum + (content ? sizeOf(content) : 0),
    nodes.length + flows.length,
  )
}

/** What of a process cannot be executed, element by element. */
export function findFaults(process: BpmnProcess): readonly ProcessFault[] {
  const seen = new Set<string>([process.id])
  return [...contentFaults(process, seen), ...noStart(process, process.id)]
}

function contentFaults(content: BpmnContent, seen: Set<string>): readonly ProcessFault[] {
  const around = new Around(content)
  return [
    ...content.flows.flatMap((flow) => flowFaults(flow, around, seen)),
    ...content.nodes.flatMap((node) => nodeFaults(node, around, seen)),
  ]
}

/** What lies around an element, looked up. */
class Around {
  readonly nodeOf: ReadonlyMap<string, BpmnNode>
  readonly flowIds: ReadonlySet<string>
  readonly led: ReadonlySet<string>
  readonly targetsOf = new Map<string, string[]>()
  /** The event that catches a link, by its name. */
  readonly links = new Map<string, string>()

  constructor({ nodes, flows }: BpmnContent) {
    this.nodeOf = new Map(nodes.map((node) => [node.id, node]))
    this.flowIds = new Set(flows.map(({ id }) => id))
    this.led = new Set(flows.map(({ targetId }) => targetId))
    for (const { sourceId, targetId } of flows) addTo(this.targetsOf, sourceId, targetId)
    for (const node of nodes)
      for (const name of catches(node) ? linkOf(node) : [])
        if (!this.links.has(name)) this.links.set(name, node.id)
  }
}

const catches = ({ type }: BpmnNode) => type === 'intermediateCatchEvent'

function linkOf({ events: [event] }: BpmnNode): readonly string[] {
  return event?.kind === 'link' ? [event.name] : []
}

function flowFaults({ id, sourceId, targetId }: BpmnFlow, { nodeOf }: Around, seen: Set<string>) {
  const dangling = [sourceId, targetId]
    .filter((end) => !nodeOf.has(end))
    .map((end): ProcessFault => ({ at: id, kind: 'unknown-reference', detail: end }))
  return [...idFaults({ id, name: 'sequenceFlow' }, seen), ...dangling]
}

/** Tokens, work and history go by the ids of elements. */
function idFaults({ id, name }: Pick<BpmnNode, 'id' | 'name'>, seen: Set<string>): readonly ProcessFault[] {
  if (id === '') return [{ at: name, kind: 'no-id', detail: name }]
  if (seen.has(id)) return [{ at: id, kind: 'twice', detail: id }]
  seen.add(id)
  return []
}

function nodeFaults(node: BpmnNode, around: Around, seen: Set<string>): readonly ProcessFault[] {
  const faults: ProcessFault[] = [...idFaults({ id: node.id, name: node.name || node.type }, seen)]
  const add = (kind: ProcessFault['kind'], detail: string) => faults.push({ at: node.id, kind, detail })
  if (node.events.length > 1) add('not-executed', 'multipleEventDefinition')
  if (node.isInstantiating) add('not-executed', 'instantiate')
  if (node.events.some(leavesAlone)) add('not-executed', 'waitForCompletion')
  if (node.type === 'boundaryEvent') faults.push(...boundaryFaults(node, around))
  if (node.type === 'startEvent' && around.led.has(node.id)) add('misplaced', 'incoming')
  if (node.events.some(isIncomplete)) add('no-event', node.type)
  if (node.defaultFlowId !== null && !around.flowIds.has(node.defaultFlowId))
    add('unknown-reference', node.defaultFlowId)
  faults.push(...linkFaults(node, around))
  if (node.isEventSubProcess) faults.push(...eventSubProcessFaults(node))
  if (node.type === 'eventBasedGateway') faults.push(...eventGatewayFaults(node, around))
  return node.content ? [...faults, ...contentFaults(node.content, seen)] : faults
}

/** A link leads to one place, from wherever it is thrown. @see BPMN 2.0.2 §10.5.4, Link */
function linkFaults(node: BpmnNode, { links }: Around): readonly ProcessFault[] {
  return linkOf(node).flatMap((name): readonly ProcessFault[] => {
    const target = links.get(name)
    if (target === undefined) return [{ at: node.id, kind: 'unknown-reference', detail: name }]
    return catches(node) && target !== node.id ? [{ at: node.id, kind: 'misplaced', detail: 'link' }] : []
  })
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

function boundaryFaults(node: BpmnNode, { nodeOf }: Around): readonly ProcessFault[] {
  const host = nodeOf.get(node.attachedToId ?? '')
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

function eventGatewayFaults({ id }: BpmnNode, { nodeOf, targetsOf }: Around): readonly ProcessFault[] {
  return [...new Set(targetsOf.get(id))]
    .flatMap((target) => nodeOf.get(target) ?? [])
    .filter(({ type }) => type !== 'intermediateCatchEvent' && type !== 'receiveTask')
    .map((node) => ({ at: node.id, kind: 'misplaced', detail: 'eventBasedGateway' }))
}

function noStart({ nodes }: BpmnContent, at: string): readonly ProcessFault[] {
  return nodes.length === 0 ? [{ at, kind: 'no-start', detail: 'process' }] : []
}
