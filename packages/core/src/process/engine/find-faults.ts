import type {
  BpmnContent,
  BpmnEventDefinition,
  BpmnFlow,
  BpmnNode,
  BpmnProcess,
} from '../model/bpmn-model.ts'
import { addTo, beginsWithScope } from './content-places.ts'
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
  const whole: Whole = { seen: new Set([process.id]), ids: idsIn(process) }
  return [...contentFaults(process, whole), ...noStart(process)]
}

/** Of a process: ids that were met so far, and all that there are. */
type Whole = { readonly seen: Set<string>; readonly ids: ReadonlySet<string> }

function idsIn({ nodes }: BpmnContent, ids = new Set<string>()): ReadonlySet<string> {
  for (const { id, content } of nodes) {
    ids.add(id)
    if (content) idsIn(content, ids)
  }
  return ids
}

function contentFaults(content: BpmnContent, whole: Whole): readonly ProcessFault[] {
  const around = new Around(content)
  return [
    ...content.flows.flatMap((flow) => flowFaults(flow, around, whole)),
    ...content.nodes.flatMap((node) => nodeFaults(node, around, whole)),
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

function flowFaults({ id, sourceId, targetId }: BpmnFlow, { nodeOf }: Around, whole: Whole) {
  const dangling = [sourceId, targetId]
    .filter((end) => !nodeOf.has(end))
    .map((end): ProcessFault => ({ at: id, kind: 'unknown-reference', detail: end }))
  return [...idFaults({ id, name: 'sequenceFlow' }, whole), ...dangling]
}

/** Tokens, work and history go by the ids of elements. */
function idFaults({ id, name }: Pick<BpmnNode, 'id' | 'name'>, { seen }: Whole): readonly ProcessFault[] {
  if (id === '') return [{ at: name, kind: 'no-id', detail: name }]
  if (seen.has(id)) return [{ at: id, kind: 'twice', detail: id }]
  seen.add(id)
  return []
}

function nodeFaults(node: BpmnNode, around: Around, whole: Whole): readonly ProcessFault[] {
  return [
    ...idFaults({ id: node.id, name: node.name || node.type }, whole),
    ...notExecuted(node).map((detail): ProcessFault => ({ at: node.id, kind: 'not-executed', detail })),
    ...(node.type === 'boundaryEvent' ? boundaryFaults(node, around) : []),
    ...placeFaults(node, around),
    ...linkFaults(node, around),
    ...missing(node, around, whole).map(
      (detail): ProcessFault => ({ at: node.id, kind: 'unknown-reference', detail }),
    ),
    ...(node.isEventSubProcess ? eventSubProcessFaults(node) : []),
    ...(node.type === 'eventBasedGateway' ? eventGatewayFaults(node, around) : []),
    ...(node.content ? contentFaults(node.content, whole) : []),
  ]
}

function notExecuted({ events, isInstantiating }: BpmnNode): readonly string[] {
  return [
    ...(events.length > 1 ? ['multipleEventDefinition'] : []),
    ...(isInstantiating ? ['instantiate'] : []),
    ...(events.some(leavesAlone) ? ['waitForCompletion'] : []),
  ]
}

function placeFaults({ id, type, events }: BpmnNode, { led }: Around): readonly ProcessFault[] {
  return [
    ...(type === 'startEvent' && led.has(id)
      ? [{ at: id, kind: 'misplaced' as const, detail: 'incoming' }]
      : []),
    ...(events.some(isIncomplete) ? [{ at: id, kind: 'no-event' as const, detail: type }] : []),
  ]
}

/** What an element refers to, and is not there. */
function missing(node: BpmnNode, { flowIds }: Around, { ids }: Whole): readonly string[] {
  const { defaultFlowId } = node
  const isLost = defaultFlowId !== null && !flowIds.has(defaultFlowId)
  return [...(isLost ? [defaultFlowId] : []), ...undoneBy(node).filter((id) => !ids.has(id))]
}

/** A link leads to one place, from wherever it is thrown. @see BPMN 2.0.2 §10.5.4, Link */
function linkFaults(node: BpmnNode, { links }: Around): readonly ProcessFault[] {
  return linkOf(node).flatMap((name): readonly ProcessFault[] => {
    const target = links.get(name)
    if (target === undefined) return [{ at: node.id, kind: 'unknown-reference', detail: name }]
    return catches(node) && target !== node.id ? [{ at: node.id, kind: 'misplaced', detail: 'link' }] : []
  })
}

/** The one activity that an event undoes. */
function undoneBy({ events }: BpmnNode): readonly string[] {
  return events.flatMap((event) => (event.kind === 'compensate' ? (event.activityId ?? []) : []))
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

const NO_ACTIVITY = /(?:Event|Gateway)$/

function boundaryFaults(node: BpmnNode, { nodeOf }: Around): readonly ProcessFault[] {
  const host = nodeOf.get(node.attachedToId ?? '')
  if (!host) return [{ at: node.id, kind: 'unknown-reference', detail: node.attachedToId ?? '' }]
  if (NO_ACTIVITY.test(host.type)) return [{ at: node.id, kind: 'misplaced', detail: host.type }]
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
  const targets = new Set(targetsOf.get(id))
  if (targets.size === 0) return [{ at: id, kind: 'no-event', detail: 'eventBasedGateway' }]
  return [...targets]
    .flatMap((target) => nodeOf.get(target) ?? [])
    .filter(({ type }) => type !== 'intermediateCatchEvent' && type !== 'receiveTask')
    .map((node) => ({ at: node.id, kind: 'misplaced', detail: 'eventBasedGateway' }))
}

function noStart({ id, nodes, flows }: BpmnProcess): readonly ProcessFault[] {
  const led = new Set(flows.map(({ targetId }) => targetId))
  const begins = (node: BpmnNode) =>
    node.type === 'startEvent' || (!led.has(node.id) && beginsWithScope(node))
  return nodes.some(begins) ? [] : [{ at: id, kind: 'no-start', detail: 'process' }]
}
