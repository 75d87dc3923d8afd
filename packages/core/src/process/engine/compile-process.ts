import { isWrittenTime } from '../../calendar/index.ts'
import {
  type BpmnContent,
  type BpmnExpression,
  type BpmnModel,
  type BpmnNode,
  type BpmnProcess,
  type BpmnTimer,
  NO_WORK,
} from '../model/bpmn-model.ts'
import { compileService } from '../service/compile-service.ts'
import type { GraphService } from '../service/service.ts'
import { readTimer } from '../time/read-timer.ts'
import { ROUNDS_MAX } from './activity.ts'
import { compileEvent, type EventNames, type MessageKeys } from './compile-event.ts'
import { addTo, beginsWithScope, ContentPlaces } from './content-places.ts'
import { findFaults, sizeFault } from './find-faults.ts'
import type { Expression, GraphEvent, GraphFlow, GraphLoop, GraphNode, ProcessGraph } from './graph.ts'
import type { ProcessFault } from './process-fault.ts'
import { Reach } from './reach.ts'

/** Makes an expression ready, in the language it is written in. */
export type CompileExpression = (
  expression: BpmnExpression,
) => { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly fault: string }

/**
 * Makes a process ready to be executed, once for all its instances. Nothing that a model says is left out silently:
 * what cannot be executed is named.
 *
 * @returns the graph, or everything that stands against it
 */
export function compileProcess(
  model: BpmnModel,
  processId: string,
  compileExpression: CompileExpression,
):
  | { readonly ok: true; readonly graph: ProcessGraph }
  | { readonly ok: false; readonly faults: readonly ProcessFault[] } {
  const process = model.processes.find(({ id }) => id === processId)
  if (!process) {
    const fault: ProcessFault = { at: processId, kind: 'unknown-reference', detail: processId }
    return { ok: false, faults: [fault] }
  }
  const tooLarge = sizeFault(process)
  if (tooLarge) return { ok: false, faults: [tooLarge] }
  const faults: ProcessFault[] = [...findFaults(process)]
  const compiler = new Compiler(model, process, { compileExpression, faults })
  const graph = compiler.graph()
  return faults.length > 0 ? { ok: false, faults } : { ok: true, graph }
}

/** Letters of all expressions and scripts of a process. */
const WRITTEN_MAX = 1_000_000

type Placed = { readonly node: BpmnNode; readonly places: ContentPlaces; readonly scope: number }

/** What a process needs of its surroundings. */
type Surroundings = { readonly compileExpression: CompileExpression; readonly faults: ProcessFault[] }

class Compiler {
  readonly #names: EventNames
  readonly #keys: MessageKeys
  readonly #process: BpmnProcess
  readonly #around: Surroundings
  readonly #placed: Placed[] = []
  readonly #indexOf = new Map<string, number>()
  readonly #flows: GraphFlow[] = []
  readonly #flowOf = new Map<string, number>()
  readonly #incoming = new Map<number, number[]>()
  readonly #outgoing = new Map<number, number[]>()
  readonly #laneOf: ReadonlyMap<string, string>
  #written = 0

  constructor(model: BpmnModel, process: BpmnProcess, around: Surroundings) {
    this.#names = namesOf(model)
    this.#keys = new Map(model.messages.map(({ id, correlationKey }) => [id, correlationKey]))
    this.#process = process
    this.#around = around
    this.#laneOf = lanesOf(process)
    this.#indexOf.set(process.id, 0)
    this.#placeAll(process, 0)
  }

  graph(): ProcessGraph {
    this.#addFlows(this.#process)
    for (const { node } of this.#placed) if (node.content) this.#addFlows(node.content)
    const root = this.#root()
    const nodes = [root, ...this.#placed.map((placed, place) => this.#node(placed, place + 1))]
    const { id, name } = this.#process
    const graph = { id, name, nodes, flows: this.#flows, indexOf: this.#indexOf }
    const reach = new Reach(graph, this.#around.faults)
    return { ...graph, nodes: nodes.map((node) => ({ ...node, reach: reach.of(node) })) }
  }

  #placeAll(content: BpmnContent, scope: number): void {
    const places = new ContentPlaces(content)
    for (const node of content.nodes) {
      this.#placed.push({ node, places, scope })
      const index = this.#placed.length
      this.#indexOf.set(node.id, index)
      places.place(node, index)
      if (node.content) this.#placeAll(node.content, index)
    }
  }

  #addFlows({ flows }: BpmnContent): void {
    for (const { id, sourceId, targetId, condition } of flows) {
      const [from, to] = [this.#indexOf.get(sourceId), this.#indexOf.get(targetId)]
      if (from === undefined || to === undefined) continue
      const index = this.#flows.length
      this.#flows.push({ index, id, from, to, condition: this.#expression(condition, id) })
      if (!this.#flowOf.has(id)) this.#flowOf.set(id, index)
      addTo(this.#outgoing, from, index)
      addTo(this.#incoming, to, index)
    }
  }

  #root(): GraphNode {
    const { id, name } = this.#process
    return {
      ...EMPTY,
      ...{ index: 0, id, name, type: 'process', scope: -1, isScope: true },
      ...this.#inside(this.#process),
    }
  }

  #node({ node, places, scope }: Placed, index: number): GraphNode {
    const attached = places.attachedTo(node.id)
    const undoes = attached.find(({ events }) => events[0]?.kind === 'compensate')
    return {
      ...EMPTY,
      ...{ index, id: node.id, name: node.name, type: node.type, scope },
      incoming: this.#incoming.get(index) ?? [],
      outgoing: this.#outgoing.get(index) ?? [],
      defaultFlow: this.#flowOf.get(node.defaultFlowId ?? '') ?? -1,
      event: compileEvent(node, {
        ...{ names: this.#names, keys: this.#keys },
        compile: (text) => this.#expression(text, node.id),
        compileTimer: (timer) => this.#timer(timer, node.id),
        placeOf: (id) => this.#place(id),
      }),
      isInterrupting: node.isInterrupting,
      attachedTo: this.#place(node.attachedToId),
      boundaries: attached.filter((one) => one !== undoes).map(({ id }) => this.#place(id)),
      compensatedBy: this.#place(places.handlerOf(undoes?.id)),
      isForCompensation: node.isForCompensation,
      loop: this.#loop(node),
      adHoc: node.adHoc && { ...node.adHoc, completion: this.#expression(node.adHoc.completion, node.id) },
      isScope: node.content !== null,
      ...(node.content ? this.#inside(node.content) : {}),
      linkTargets: linkTargets(node, places),
      activation: this.#expression(node.activation, node.id),
      script: this.#expression(node.work.script, node.id),
      inputs: this.#mappings(node, 'inputs'),
      outputs: this.#mappings(node, 'outputs'),
      service: this.#service(node),
      work: node.work,
      lane: this.#laneOf.get(node.id) ?? null,
    }
  }

  #inside({ nodes, flows }: BpmnContent): Inside {
    const led = new Set(flows.map(({ targetId }) => targetId))
    const places = (found: readonly BpmnNode[]) => found.map(({ id }) => this.#place(id))
    return {
      starts: places(nodes.filter(({ type }) => type === 'startEvent')),
      implicitStarts: places(nodes.filter((node) => !led.has(node.id) && beginsWithScope(node))),
      eventSubProcesses: places(nodes.filter((node) => node.isEventSubProcess)),
    }
  }

  #loop({ id, loop }: BpmnNode): GraphLoop | null {
    if (loop === null) return null
    if (loop.kind === 'standard') {
      const { isTestedBefore, max } = loop
      const condition = this.#expression(loop.condition, id)
      return { kind: 'standard', condition, isTestedBefore, max: max ?? ROUNDS_MAX }
    }
    const { isSequential, elementVariable } = loop
    return {
      ...{ kind: 'multiple', isSequential, elementVariable },
      cardinality: this.#expression(loop.cardinality, id),
      collection: this.#expression(loop.collection, id),
      completion: this.#expression(loop.completion, id),
    }
  }

  #mappings({ id, work }: BpmnNode, side: 'inputs' | 'outputs'): GraphNode['inputs'] {
    return work[side].flatMap(({ source, target }) => {
      const expression = this.#expression(source, id)
      return expression ? [{ source: expression, target }] : []
    })
  }

  /** What is written as a time is one; everything else is an expression whose answer will be. */
  #timer(timer: BpmnTimer | null, at: string): Expression | null {
    if (timer === null) return null
    const { text } = timer.expression
    if (!isWrittenTime(text)) return this.#expression(timer.expression, at)
    const read = readTimer(timer.kind, text)
    if (!read.ok) this.#around.faults.push({ at, kind: 'expression', detail: read.fault })
    return () => ({ ok: true, value: text.trim() })
  }

  #service({ id, type, work }: BpmnNode): GraphService | null {
    if (work.service === null || !SERVED.has(type)) return null
    return compileService(work.service, {
      compile: (expression) => this.#expression(expression, id),
      onFault: (part) => this.#around.faults.push({ at: id, kind: 'service', detail: part }),
    })
  }

  #expression(written: BpmnExpression | null, at: string): Expression | null {
    if (written === null) return null
    if (!this.#hasRoomFor(written, at)) return null
    const compiled = this.#around.compileExpression(written)
    if (compiled.ok) return compiled.expression
    this.#around.faults.push({ at, kind: 'expression', detail: compiled.fault })
    return null
  }

  #hasRoomFor({ text }: BpmnExpression, at: string): boolean {
    const before = this.#written
    this.#written += text.length
    if (before <= WRITTEN_MAX && this.#written > WRITTEN_MAX)
      this.#around.faults.push({ at, kind: 'too-large', detail: String(WRITTEN_MAX) })
    return this.#written <= WRITTEN_MAX
  }

  #place(id: string | null): number {
    return id === null ? -1 : (this.#indexOf.get(id) ?? -1)
  }
}

/** What may be done by a service. */
const SERVED: ReadonlySet<BpmnNode['type']> = new Set(['serviceTask', 'sendTask'])

function linkTargets({ type, events: [event] }: BpmnNode, places: ContentPlaces): readonly number[] {
  return type === 'intermediateCatchEvent' || event?.kind !== 'link' ? [] : places.linksTo(event.name)
}

/** The innermost lane that an element lies in, by the id of the element. */
function lanesOf({ lanes }: BpmnProcess): ReadonlyMap<string, string> {
  return new Map(lanes.toReversed().flatMap(({ name, nodeIds }) => nodeIds.map((id) => [id, name] as const)))
}

type Inside = Pick<GraphNode, 'starts' | 'implicitStarts' | 'eventSubProcesses'>

const NONE: GraphEvent = { kind: 'none' }

const EMPTY = {
  ...{ incoming: [], outgoing: [], defaultFlow: -1, event: NONE, isInterrupting: true },
  ...{ attachedTo: -1, boundaries: [], compensatedBy: -1, isForCompensation: false },
  ...{ isEventSubProcess: false, isInstantiating: false, loop: null, adHoc: null, isScope: false },
  ...{
    starts: [],
    implicitStarts: [],
    eventSubProcesses: [],
    linkTargets: [],
    reach: [],
    activation: null,
    script: null,
    inputs: [],
    outputs: [],
    service: null,
  },
  work: NO_WORK,
  lane: null,
} as const

function namesOf({ messages, signals, errors, escalations }: BpmnModel): EventNames {
  const named = [...messages, ...signals].map(({ id, name }) => [id, name || id] as const)
  const coded = [...errors, ...escalations].map(({ id, code }) => [id, code ?? id] as const)
  return new Map([...named, ...coded])
}
