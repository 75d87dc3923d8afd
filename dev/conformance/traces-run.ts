import {
  advanceProcess,
  type BpmnContent,
  type BpmnEventDefinition,
  type BpmnExpression,
  type BpmnModel,
  type BpmnTimer,
  type CompileExpression,
  compileProcess,
  type EngineStep,
  type ProcessCommand,
  type ProcessFault,
  type ProcessGraph,
  type ProcessState,
  type ProcessWorld,
  startProcess,
} from '@millrace/core/process'

/** How often each element is left, or each flow taken. */
export type Counts = Map<string, number>

/** What a trace says: where somebody clicked, in which order, and what was taken and left. */
export type Expected = { readonly signals: readonly string[]; readonly counts: Counts }

/** What an element had to be left for; scopes are left when they are over. */
export function readTrace(trace: readonly string[]): Expected {
  const counts: Counts = new Map()
  const signals: string[] = []
  for (const line of trace) {
    const [kind, element = ''] = line.split(':')
    if (kind === 'signal') signals.push(element)
    if (kind === 'exit') add(counts, element)
  }
  return { signals, counts }
}

function add(counts: Counts, element: string, more = 1): void {
  counts.set(element, (counts.get(element) ?? 0) + more)
}

/** A pool in which nothing begins has no part in what was clicked at. */
function problemOf({ at, kind, detail }: ProcessFault): readonly string[] {
  return kind === 'no-start' ? [] : [`${kind} ${detail} at ${at}`]
}

type Running = { readonly graph: ProcessGraph; state: ProcessState }

/** The models say of no timer when it goes off: it does so whenever somebody clicks at it. */
const WORLD: ProcessWorld = {
  now: 0,
  dueOf: () => ({ ok: true, dueAt: 0, cycle: { nth: 0, left: null, after: null } }),
}

/**
 * Plays a trace: begins and triggers what somebody had clicked at, takes the ways that were taken at gateways, and
 * counts what is left and taken.
 */
export class TracePlay {
  readonly counts: Counts = new Map()
  readonly problems: string[] = []
  readonly #model: BpmnModel
  readonly #graphs = new Map<string, ProcessGraph>()
  readonly #instances: Running[] = []
  #left: Counts

  constructor(model: BpmnModel, expected: Expected) {
    this.#model = withChoices(model)
    this.#left = new Map(expected.counts)
    const compile: CompileExpression = ({ text }) => ({
      ok: true,
      // A way is taken as long as the trace has it still before it.
      expression: () => ({ ok: true, value: this.#mayTake(text) }),
    })
    for (const { id } of model.processes) {
      const compiled = compileProcess(this.#model, id, compile)
      if (compiled.ok) this.#graphs.set(id, compiled.graph)
      else this.problems.push(...compiled.faults.flatMap(problemOf))
    }
  }

  /** What was clicked at in the order of the trace. What is not there to be triggered was triggered by the engine. */
  play(signals: readonly string[]): void {
    this.#clicked = new Set(signals)
    for (const element of signals) {
      const carried = this.#carried.get(element) ?? 0
      if (carried > 0) add(this.#carried, element, -1)
      else this.#trigger(element)
    }
  }

  /** What messages have triggered already, before the trace tells so. */
  readonly #carried: Counts = new Map()

  /** From now on another part of the trace is played. */
  goOnWith({ counts }: Expected): void {
    this.counts.clear()
    this.#left = new Map(counts)
  }

  #clicked: ReadonlySet<string> = new Set()

  #mayTake(flow: string): boolean {
    return (this.#left.get(flow) ?? 0) > 0
  }

  #trigger(element: string): boolean {
    const graph = this.#graphs.get(element)
    if (graph) return this.#startPlain(graph)
    const message = this.#model.messageFlows.find(({ id }) => id === element)
    if (message) {
      this.#count(element)
      this.#carryTo(message.targetId)
      return true
    }
    for (const running of this.#instances) {
      const command = triggerAt(running, element)
      if (command) {
        this.#tell(running, command)
        return true
      }
    }
    for (const own of this.#graphs.values()) {
      const node = own.nodes[own.indexOf.get(element) ?? -1]
      if (node?.scope === 0 && node.type === 'startEvent') {
        this.#start(own, element)
        return true
      }
    }
    return false
  }

  /** A process without start events begins by itself. */
  #startPlain(graph: ProcessGraph): boolean {
    const hasStart = graph.nodes.some(({ scope, type }) => scope === 0 && type === 'startEvent')
    if (!hasStart) this.#start(graph)
    return !hasStart
  }

  #start(graph: ProcessGraph, at?: string): void {
    const begun = startProcess(
      { graph, world: WORLD },
      { variables: {}, ...(at === undefined ? {} : { at }) },
    )
    if (!begun.ok) return
    const running: Running = { graph, state: begun.step.state }
    this.#instances.push(running)
    this.#note(running, begun.step)
  }

  #tell(running: Running, command: ProcessCommand): void {
    const advanced = advanceProcess({ graph: running.graph, state: running.state, world: WORLD }, command)
    if (!advanced.ok) return
    running.state = advanced.step.state
    this.#note(running, advanced.step)
  }

  /** Counts what happened, does what is done at once, and carries messages to other pools. */
  #note(running: Running, step: EngineStep): void {
    const idOf = (node: number) => running.graph.nodes[node]?.id ?? ''
    for (const { kind, at } of step.history) {
      if (kind === 'taken') this.#count(running.graph.flows[at]?.id ?? '')
      if (kind === 'left') this.#count(idOf(at))
    }
    for (const demand of step.demands) {
      if (demand.kind === 'send-message') this.#carry(idOf(demand.node))
      if (demand.kind === 'begin-work' && this.#isDone(running, demand))
        this.#tell(running, { kind: 'complete', tokenId: demand.tokenId, values: {} })
    }
  }

  /** A pool is told at its first start. */
  #carryTo(target: string): void {
    const graph = this.#graphs.get(target)
    const starts = graph?.nodes[0]?.starts.map((start) => graph.nodes[start]?.id ?? '')
    const element = starts?.find((start) => this.#mayTake(start)) ?? target
    if (this.#trigger(element)) add(this.#carried, element)
  }

  /** Work goes on at once, unless the trace stops there or somebody clicks at it. */
  #isDone(
    { graph, state }: Running,
    { node, tokenId }: { readonly node: number; readonly tokenId: number },
  ): boolean {
    const id = graph.nodes[node]?.id ?? ''
    return !this.#clicked.has(id) && this.#mayTake(id) && state.tokens.some((token) => token.id === tokenId)
  }

  #count(element: string): void {
    add(this.counts, element)
    add(this.#left, element, -1)
  }

  #carry(source: string): void {
    for (const { id, sourceId, targetId } of this.#model.messageFlows)
      if (sourceId === source) {
        this.#count(id)
        add(this.#carried, id)
        this.#carryTo(targetId)
      }
  }
}

function triggerAt({ graph, state }: Running, element: string): ProcessCommand | null {
  const node = graph.indexOf.get(element)
  if (node === undefined || state.status !== 'running') return null
  const wait = state.waits.find((one) => one.node === node)
  if (wait) return { kind: 'happen', waitId: wait.id, values: {} }
  const token = state.tokens.find((one) => one.node === node && one.state === 'waiting')
  return token ? { kind: 'complete', tokenId: token.id, values: {} } : null
}

/** Signals without a name are all the same one. */
const UNNAMED = 'unnamed'

function completed(event: BpmnEventDefinition): BpmnEventDefinition {
  if (event.kind === 'conditional') return { ...event, condition: event.condition ?? NEVER }
  if (event.kind === 'timer') return { ...event, timer: event.timer ?? NO_TIME }
  if (event.kind === 'signal') return { ...event, refId: event.refId ?? UNNAMED }
  return event
}

/** No way has this name: such a condition holds when somebody clicks. */
const NEVER: BpmnExpression = { text: '', language: null }
const NO_TIME: BpmnTimer = {
  kind: 'cycle',
  counting: { counts: 'clock', calendar: null },
  expression: NEVER,
}

/** Ways out of gateways are chosen by what the trace took. */
function withChoices(model: BpmnModel): BpmnModel {
  return { ...model, processes: model.processes.map((process) => ({ ...process, ...choosing(process) })) }
}

function choosing<Content extends BpmnContent>(content: Content): Content {
  const choosy = new Set(
    content.nodes
      .filter(({ type }) => type === 'exclusiveGateway' || type === 'inclusiveGateway')
      .map(({ id }) => id),
  )
  return {
    ...content,
    nodes: content.nodes.map((node) => ({
      ...node,
      events: node.events.map(completed),
      content: node.content && choosing(node.content),
    })),
    flows: content.flows.map((flow) =>
      choosy.has(flow.sourceId) ? { ...flow, condition: { text: flow.id, language: null } } : flow,
    ),
  }
}
