import {
  advanceProcess,
  type EngineStep,
  type NotFitting,
  type ProcessCommand,
} from '../engine/advance-process.ts'
import { type CompileExpression, compileProcess } from '../engine/compile-process.ts'
import type { ProcessGraph, Variables } from '../engine/graph.ts'
import type { ProcessHappening, ProcessWorld, TimerDue } from '../engine/machine.ts'
import type { ProcessFault } from '../engine/process-fault.ts'
import {
  NOT_STARTED,
  type ProcessState,
  type TimerCycle,
  type TimerRule,
  type Wait,
} from '../engine/state.ts'
import type { BpmnModel } from '../model/bpmn-model.ts'
import { askByHand, type Choices, UNDECIDED, withChoices } from './by-hand.ts'

/** A model that is tried: nothing is done outside, and time goes on only when somebody lets it. */
export type Simulation = {
  readonly model: BpmnModel
  readonly processId: string
  readonly compileExpression: CompileExpression
  readonly graph: ProcessGraph
  readonly state: ProcessState
}

/** What whoever tries a model may do next. Ids of elements and flows are those of the model. */
export type SimulationMove =
  | { readonly kind: 'start'; readonly at: string | null; readonly name: string }
  /** Somebody or something has done an activity. */
  | { readonly kind: 'complete'; readonly at: string; readonly name: string; readonly tokenId: number }
  /** What was waited for happens: a time comes, a message arrives. */
  | {
      readonly kind: 'happen'
      readonly at: string
      readonly name: string
      readonly waitId: number
      readonly what: Wait['kind']
    }
  /** One of the ways is taken, or several. */
  | {
      readonly kind: 'choose'
      readonly at: string
      readonly name: string
      readonly tokenId: number
      readonly flowIds: readonly string[]
      readonly isSeveral: boolean
    }
  /** Something could not be worked out: tried once more, or passed over. */
  | {
      readonly kind: 'stuck'
      readonly at: string
      readonly name: string
      readonly tokenId: number
      readonly text: string
    }
  | { readonly kind: 'activate'; readonly at: string; readonly name: string; readonly scopeId: number }
  | { readonly kind: 'finish'; readonly at: string; readonly name: string; readonly scopeId: number }

/** What a move is made with. */
export type SimulationAnswer = {
  /** Written before the move, where nothing knows better. */
  readonly values: Variables
  /** Of a choice: the flows that are taken. */
  readonly flowIds: readonly string[]
  /** Of what is stuck: passed over instead of tried again. */
  readonly isSkipped: boolean
}

/** A move as it was made: where the instance is now, and what happened in its order. */
export type SimulationStep = {
  readonly simulation: Simulation
  readonly happened: readonly SimulatedHappening[]
}

/** Something that happened, by the id of the element or flow. */
export type SimulatedHappening = { readonly kind: ProcessHappening['kind']; readonly at: string }

type Ready = Pick<Simulation, 'model' | 'processId' | 'compileExpression'> & {
  /** Whether ways are chosen by whoever tries it; otherwise the conditions say. */
  readonly isByHand: boolean
}

/**
 * Makes a model ready to be tried, by the same reducer that runs instances.
 *
 * @returns the simulation before its start; or what stands against executing the model
 */
export function beginSimulation({
  model,
  processId,
  compileExpression,
  isByHand,
}: Ready):
  | { readonly ok: true; readonly simulation: Simulation }
  | { readonly ok: false; readonly faults: readonly ProcessFault[] } {
  const asked = isByHand ? askByHand(model) : model
  const compiled = compileProcess(asked, processId, withChoices(compileExpression, new Map()))
  if (!compiled.ok) return compiled
  const { graph } = compiled
  return { ok: true, simulation: { model: asked, processId, compileExpression, graph, state: NOT_STARTED } }
}

/** Makes a move. What does not fit is named, and nothing has changed. */
export function moveSimulation(
  simulation: Simulation,
  move: SimulationMove,
  answer: SimulationAnswer,
): { readonly ok: true; readonly step: SimulationStep } | { readonly ok: false; readonly fault: NotFitting } {
  const written = writeValues(simulation, move, answer)
  const graph = move.kind === 'choose' ? chosenGraph(simulation, move, answer) : simulation.graph
  const advanced = advanceProcess({ graph, state: written.state, world: WORLD }, commandOf(move, answer))
  if (!advanced.ok) return advanced
  const { state, history } = advanced.step
  return {
    ok: true,
    step: {
      simulation: { ...simulation, state },
      happened: happenedIn(graph, [...written.history, ...history]),
    },
  }
}

type Written = Pick<EngineStep, 'state' | 'history'>

/** Variables that are given with a move are there before it. */
function writeValues(
  { graph, state }: Simulation,
  move: SimulationMove,
  { values }: SimulationAnswer,
): Written {
  const [root] = state.scopes
  if (move.kind === 'start' || move.kind === 'complete' || !root || Object.keys(values).length === 0)
    return { state, history: [] }
  const advanced = advanceProcess({ graph, state, world: WORLD }, { kind: 'write', scopeId: root.id, values })
  return advanced.ok ? advanced.step : { state, history: [] }
}

/** The graph in which one choice is made, once. */
function chosenGraph(
  { model, processId, compileExpression, graph }: Simulation,
  { at }: SimulationMove,
  { flowIds }: SimulationAnswer,
): ProcessGraph {
  const choices: Choices = new Map([[at ?? '', new Set(flowIds)]])
  const compiled = compileProcess(model, processId, withChoices(compileExpression, choices))
  return compiled.ok ? compiled.graph : graph
}

function commandOf(move: SimulationMove, { values, isSkipped }: SimulationAnswer): ProcessCommand {
  switch (move.kind) {
    case 'start':
      return { kind: 'start', variables: values, ...(move.at === null ? {} : { at: move.at }) }
    case 'complete':
      return { kind: 'complete', tokenId: move.tokenId, values }
    case 'happen':
      return { kind: 'happen', waitId: move.waitId, values }
    case 'choose':
      return { kind: 'retry', tokenId: move.tokenId }
    case 'stuck':
      return { kind: isSkipped ? 'skip' : 'retry', tokenId: move.tokenId }
    case 'activate':
      return { kind: 'activate', scopeId: move.scopeId, at: move.at }
    case 'finish':
      return { kind: 'finish', scopeId: move.scopeId }
  }
}

/** Times are not waited for: whatever has a rule goes off when it is let. */
const WORLD: ProcessWorld = { now: 0, dueOf: timerDue }
const REPEATED = /^R(\d*)\//

function timerDue({ timer, value }: TimerRule, cycle: TimerCycle | null): TimerDue {
  if (typeof value !== 'string' || value.trim() === '') return { ok: false, fault: 'no time' }
  const repeated = timer === 'cycle' ? REPEATED.exec(value) : null
  const left = repeated?.[1] ? Number(repeated[1]) - 1 : null
  return { ok: true, dueAt: 0, cycle: repeated ? (cycle ?? { nth: 0, left, after: null }) : null }
}

function happenedIn(
  { nodes, flows }: ProcessGraph,
  history: readonly ProcessHappening[],
): readonly SimulatedHappening[] {
  return history.map(({ kind, at }) => ({
    kind,
    at: (kind === 'taken' ? flows[at]?.id : nodes[at]?.id) ?? '',
  }))
}

/** Everything that can be done next, in the order in which it came up. */
export function openMoves({ graph, state }: Simulation): readonly SimulationMove[] {
  if (state === NOT_STARTED) return startMoves(graph)
  if (state.status !== 'running') return []
  const at = (index: number) => ({ at: graph.nodes[index]?.id ?? '', name: graph.nodes[index]?.name ?? '' })
  const waits = state.waits.map(
    (wait): SimulationMove => ({ kind: 'happen', ...at(wait.node), waitId: wait.id, what: wait.kind }),
  )
  return [...tokenMoves(graph, state), ...waits, ...adHocMoves(graph, state)]
}

function startMoves({ nodes }: ProcessGraph): readonly SimulationMove[] {
  const [root] = nodes
  const starts = (root?.starts ?? []).flatMap((index) => nodes[index] ?? [])
  const alone = starts.filter(({ event }) => event.kind !== 'none')
  const isPlain = alone.length < starts.length || starts.length === 0
  return [
    ...(isPlain ? [{ kind: 'start', at: null, name: root?.name ?? '' } as const] : []),
    ...alone.map(({ id, name }) => ({ kind: 'start', at: id, name }) as const),
  ]
}

const WORKED: ReadonlySet<string> = new Set([
  ...['task', 'userTask', 'manualTask', 'serviceTask', 'businessRuleTask', 'callActivity'],
])

function tokenMoves(graph: ProcessGraph, state: ProcessState): readonly SimulationMove[] {
  const owners = new Set(state.scopes.map(({ tokenId }) => tokenId))
  return state.tokens.flatMap((token): readonly SimulationMove[] => {
    const node = graph.nodes[token.node]
    if (!node || owners.has(token.id)) return []
    const place = { at: node.id, name: node.name, tokenId: token.id }
    if (token.state === 'waiting' && WORKED.has(node.type)) return [{ kind: 'complete', ...place }]
    if (token.state !== 'stuck') return []
    const text = state.incidents.find(({ tokenId }) => tokenId === token.id)?.text ?? ''
    if (text !== UNDECIDED) return [{ kind: 'stuck', ...place, text }]
    const flowIds = node.outgoing.flatMap((flow) => graph.flows[flow]?.id ?? [])
    return [{ kind: 'choose', ...place, flowIds, isSeveral: node.type !== 'exclusiveGateway' }]
  })
}

function adHocMoves({ nodes }: ProcessGraph, state: ProcessState): readonly SimulationMove[] {
  return state.scopes.flatMap(({ id: scopeId, kind, node }): readonly SimulationMove[] => {
    const scope = nodes[node]
    if (!scope?.adHoc || kind !== 'sub') return []
    const parts = scope.implicitStarts.flatMap((index) => nodes[index] ?? [])
    return [
      ...parts.map(({ id, name }) => ({ kind: 'activate', at: id, name, scopeId }) as const),
      { kind: 'finish', at: scope.id, name: scope.name, scopeId },
    ]
  })
}

/** Where tokens are, by the ids of the elements; an element with several is named as often. */
export function tokensAt({ graph, state }: Simulation): readonly string[] {
  return state.tokens
    .filter((token) => token.state !== 'queued' && token.state !== 'resetting')
    .flatMap(({ node }) => graph.nodes[node]?.id ?? [])
}

/** What an instance that is tried knows. */
export function simulatedVariables({ state }: Simulation): Variables {
  return state.scopes.find(({ kind }) => kind === 'process')?.variables ?? {}
}
