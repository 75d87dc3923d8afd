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
import { isWrittenTime, readTimer } from '../time/read-timer.ts'
import { ROUNDS_MAX } from './activity.ts'
import { compileEvent, type EventNames, type MessageKeys } from './compile-event.ts'
import { findFaults } from './find-faults.ts'
import type { Expression, GraphEvent, GraphFlow, GraphLoop, GraphNode, ProcessGraph } from './graph.ts'
import type { ProcessFault } from './process-fault.ts'
import { reachOf } from './reach.ts'

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
  const faults: ProcessFault[] = [...findFaults(process)]
  const compiler = new Compiler(model, process, { compileExpression, faults })
  const graph = compiler.graph()
  return faults.length > 0 ? { ok: false, faults } : { ok: true, graph }
}

type Placed = { readonly node: BpmnNode; readonly content: BpmnContent; readonly scope: number }

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

  constructor(model: BpmnModel, process: BpmnProcess, around: Surroundings) {
    this.#names = namesOf(model)
    this.#keys = new Map(model.messages.map(({ id, correlationKey }) => [id, correlationKey]))
    this.#process = process
    this.#around = around
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
    return { ...graph, nodes: nodes.map((node) => ({ ...node, reach: reachOf(graph, node) })) }
  }

  #placeAll(content: BpmnContent, scope: number): void {
    for (const node of content.nodes) {
      this.#placed.push({ node, content, scope })
      const index = this.#placed.length
      this.#indexOf.set(node.id, index)
      if (node.content) this.#placeAll(node.content, index)
    }
  }

  #addFlows({ flows }: BpmnContent): void {
    for (const { id, sourceId, targetId, condition } of flows) {
      const [from, to] = [this.#indexOf.get(sourceId), this.#indexOf.get(targetId)]
      if (from === undefined || to === undefined) continue
      this.#flows.push({
        index: this.#flows.length,
        id,
        from,
        to,
        condition: this.#expression(condition, id),
      })
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

  #node({ node, content, scope }: Placed, index: number): GraphNode {
    const flows = (end: 'from' | 'to') =>
      this.#flows.filter((flow) => flow[end] === index).map((flow) => flow.index)
    const attached = content.nodes.filter(({ attachedToId }) => attachedToId === node.id)
    const undoes = attached.find(({ events }) => events[0]?.kind === 'compensate')
    const handler = content.associations.find(({ sourceId }) => sourceId === undoes?.id)
    return {
      ...EMPTY,
      ...{ index, id: node.id, name: node.name, type: node.type, scope },
      incoming: flows('to'),
      outgoing: flows('from'),
      defaultFlow: this.#flows.findIndex(({ id }) => id === node.defaultFlowId),
      event: compileEvent(node, {
        ...{ names: this.#names, keys: this.#keys },
        compile: (text) => this.#expression(text, node.id),
        compileTimer: (timer) => this.#timer(timer, node.id),
        placeOf: (id) => this.#place(id),
      }),
      isInterrupting: node.isInterrupting,
      attachedTo: this.#place(node.attachedToId),
      boundaries: attached.filter((one) => one !== undoes).map(({ id }) => this.#place(id)),
      compensatedBy: this.#place(handler?.targetId ?? null),
      isForCompensation: node.isForCompensation,
      loop: this.#loop(node),
      adHoc: node.adHoc && { ...node.adHoc, completion: this.#expression(node.adHoc.completion, node.id) },
      isScope: node.content !== null,
      ...(node.content ? this.#inside(node.content) : {}),
      linkTargets: this.#linkTargets(node, content),
      activation: this.#expression(node.activation, node.id),
      script: this.#expression(node.work.script, node.id),
      inputs: this.#mappings(node, 'inputs'),
      outputs: this.#mappings(node, 'outputs'),
      service: this.#service(node),
      work: node.work,
      lane: this.#process.lanes.find(({ nodeIds }) => nodeIds.includes(node.id))?.name ?? null,
    }
  }

  #inside({ nodes, flows }: BpmnContent): Inside {
    const led = new Set(flows.map(({ targetId }) => targetId))
    const places = (found: readonly BpmnNode[]) => found.map(({ id }) => this.#place(id))
    return {
      starts: places(nodes.filter(({ type }) => type === 'startEvent')),
      implicitStarts: places(nodes.filter((node) => !led.has(node.id) && isImplicit(node))),
      eventSubProcesses: places(nodes.filter((node) => node.isEventSubProcess)),
    }
  }

  #linkTargets(node: BpmnNode, content: BpmnContent): readonly number[] {
    const link = node.events[0]
    if (node.type === 'intermediateCatchEvent' || link?.kind !== 'link') return []
    return content.nodes
      .filter(({ type, events: [event] }) => {
        return type === 'intermediateCatchEvent' && event?.kind === 'link' && event.name === link.name
      })
      .map(({ id }) => this.#place(id))
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
    const compiled = this.#around.compileExpression(written)
    if (compiled.ok) return compiled.expression
    this.#around.faults.push({ at, kind: 'expression', detail: compiled.fault })
    return null
  }

  #place(id: string | null): number {
    return id === null ? -1 : (this.#indexOf.get(id) ?? -1)
  }
}

type Inside = Pick<GraphNode, 'starts' | 'implicitStarts' | 'eventSubProcesses'>

/** What may be done by a service. */
const SERVED: ReadonlySet<BpmnNode['type']> = new Set(['serviceTask', 'sendTask'])

/** What begins with its scope where nothing leads to it. @see BPMN 2.0.2 §13.2 */
function isImplicit({ type, events, ...node }: BpmnNode): boolean {
  if (type === 'startEvent' || node.isEventSubProcess || node.isForCompensation) return false
  const isLinked = type === 'intermediateCatchEvent' && events[0]?.kind === 'link'
  return node.attachedToId === null && !isLinked
}

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
