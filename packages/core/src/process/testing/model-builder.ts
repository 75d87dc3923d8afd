import {
  advanceProcess,
  type BpmnContent,
  type BpmnEventDefinition,
  type BpmnFlow,
  type BpmnModel,
  type BpmnNode,
  type BpmnNodeType,
  type CompileExpression,
  compileProcess,
  type EngineStep,
  type Expression,
  type MigrationPlan,
  migrateState,
  NO_WORK,
  type ProcessCommand,
  type ProcessGraph,
  type ProcessState,
  type ProcessWorld,
  startProcess,
  type Variables,
} from '../index.ts'

/** An element of which only what matters is said. */
export function node(type: BpmnNodeType, id: string, more: Partial<BpmnNode> = {}): BpmnNode {
  return {
    ...{ id, name: id, type, events: [], attachedToId: null, isInterrupting: true, defaultFlowId: null },
    ...{ isForCompensation: false, loop: null, content: null, isEventSubProcess: false, adHoc: null },
    ...{ isInstantiating: false, messageId: null, activation: null, work: NO_WORK },
    ...more,
  }
}

/** An event about something. */
export function event(
  type: BpmnNodeType,
  id: string,
  definition: BpmnEventDefinition,
  more: Partial<BpmnNode> = {},
): BpmnNode {
  return node(type, id, { events: [definition], ...more })
}

/** Flows as `a -> b`, `a -> b ? condition`, `a -> b -> c`. */
export function flows(...written: readonly string[]): readonly BpmnFlow[] {
  return written.flatMap((line) => {
    const [path = '', condition] = line.split('?').map((part) => part.trim())
    const ids = path.split('->').map((part) => part.trim())
    return ids.slice(1).map((targetId, place) => {
      const sourceId = ids[place] ?? ''
      return {
        ...{ id: `${sourceId}-${targetId}`, name: '', sourceId, targetId },
        condition: condition ? { text: condition, language: null } : null,
      }
    })
  })
}

/** What lies in a process or sub-process. */
export function content(
  nodes: readonly BpmnNode[],
  flowsBetween: readonly BpmnFlow[],
  associations: BpmnContent['associations'] = [],
): BpmnContent {
  return { nodes, flows: flowsBetween, associations }
}

/** A model of one process. */
export function modelOf(inside: BpmnContent, more: Partial<BpmnModel> = {}): BpmnModel {
  return {
    processes: [{ id: 'process', name: 'Process', isExecutable: true, lanes: [], ...inside }],
    ...{ messages: [], signals: [], errors: [], escalations: [], messageFlows: [] },
    ...more,
  }
}

const COMPARED = /^(\w+)\s*(<|=)\s*(\w+)$/
const NUMBER = /^-?\d+$/

/** The small language of the tests: numbers, names, `a < 3`, `a = 3`, `set a 3`, `add a 1`. */
export const compileTest: CompileExpression = ({ text }) => {
  if (text === 'broken') return { ok: false, fault: 'not understood' }
  return { ok: true, expression: testExpression(text) }
}

function testExpression(text: string): Expression {
  const [verb, name = '', amount] = text.split(' ')
  if (verb === 'fail') return () => ({ ok: false, fault: 'fails' })
  if (verb === 'set') return () => ({ ok: true, value: { [name]: Number(amount) } })
  if (verb === 'add')
    return (known) => ({ ok: true, value: { [name]: Number(known[name] ?? 0) + Number(amount) } })
  const compared = COMPARED.exec(text)
  if (compared) {
    const [, left = '', sign, right = ''] = compared
    return (known) => {
      const [a, b] = [valueOf(left, known), valueOf(right, known)]
      return { ok: true, value: sign === '<' ? Number(a) < Number(b) : a === b }
    }
  }
  return (known) => ({ ok: true, value: valueOf(text, known) })
}

function valueOf(text: string, known: Variables): unknown {
  return NUMBER.test(text) ? Number(text) : known[text]
}

/** Where it is always the beginning of time; rules of timers are numbers. */
export const WORLD: ProcessWorld = {
  now: 0,
  dueOf: ({ timer, value }, cycle) => {
    if (timer === 'cycle') {
      const next = cycle ?? { nth: 0, left: Number(value) - 1, after: null }
      return { ok: true, dueAt: 10 + next.nth * 10, cycle: next }
    }
    return typeof value === 'number'
      ? { ok: true, dueAt: value, cycle: null }
      : { ok: false, fault: 'no time' }
  },
}

/** A model made ready, of which a test knows that it can be. */
export function graphOf(model: BpmnModel): ProcessGraph {
  const compiled = compileProcess(model, 'process', compileTest)
  if (!compiled.ok) throw new TypeError(JSON.stringify(compiled.faults))
  return compiled.graph
}

/** An instance that a test leads through its model, by the names of elements. */
export class Walk {
  graph: ProcessGraph
  state: ProcessState
  world = WORLD
  readonly steps: EngineStep[] = []

  constructor(model: BpmnModel, start: { readonly variables?: Variables; readonly at?: string } = {}) {
    this.graph = graphOf(model)
    const { variables = {}, ...at } = start
    const begun = startProcess({ graph: this.graph, world: WORLD }, { variables, ...at })
    if (!begun.ok) throw new TypeError(begun.fault)
    this.steps.push(begun.step)
    this.state = begun.step.state
  }

  tell(command: ProcessCommand): this {
    // As it would be kept in a database in between.
    const state = JSON.parse(JSON.stringify(this.state)) as ProcessState
    const advanced = advanceProcess({ graph: this.graph, state, world: this.world }, command)
    if (!advanced.ok) throw new TypeError(advanced.fault)
    this.steps.push(advanced.step)
    this.state = advanced.step.state
    return this
  }

  /** Goes on in another version. */
  migrate(model: BpmnModel, plan: MigrationPlan = {}): this {
    const migration = { from: this.graph, to: graphOf(model), plan }
    const migrated = migrateState(migration, { state: this.state, world: WORLD })
    if (!migrated.ok) throw new TypeError(JSON.stringify(migrated.report.problems))
    this.graph = migration.to
    this.steps.push(migrated.step)
    this.state = migrated.step.state
    return this
  }

  complete(id: string, values: Variables = {}): this {
    return this.tell({ kind: 'complete', tokenId: this.tokenAt(id), values })
  }

  happen(id: string, values: Variables = {}): this {
    const wait = this.state.waits.find(({ node: at }) => this.idOf(at) === id)
    if (!wait) throw new TypeError(`nothing waits for ${id}, but for ${this.waiting().join()}`)
    return this.tell({ kind: 'happen', waitId: wait.id, values })
  }

  tokenAt(id: string): number {
    const token = this.state.tokens.find(({ node: at, state }) => this.idOf(at) === id && state !== 'queued')
    if (!token) throw new TypeError(`no token at ${id}, but at ${this.at().join()}`)
    return token.id
  }

  idOf(index: number): string {
    return this.graph.nodes[index]?.id ?? ''
  }

  /** Where tokens are. */
  at(): readonly string[] {
    return this.state.tokens.map((token) => this.idOf(token.node)).toSorted()
  }

  /** What is waited for. */
  waiting(): readonly string[] {
    return this.state.waits.map((wait) => this.idOf(wait.node)).toSorted()
  }

  /** The elements that were left, in their order. */
  left(): readonly string[] {
    return this.steps.flatMap(({ history }) =>
      history.filter(({ kind }) => kind === 'left').map(({ at }) => this.idOf(at)),
    )
  }

  get variables(): Variables {
    return this.state.scopes.find(({ kind }) => kind === 'process')?.variables ?? {}
  }

  get demands(): readonly string[] {
    return this.steps.flatMap(({ demands }) =>
      demands.map(({ kind, node: at }) => `${kind} ${this.idOf(at)}`),
    )
  }
}
