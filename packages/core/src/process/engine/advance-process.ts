import { forgetInstance, isInstance, leaveInstance } from './activity.ts'
import { fireWait } from './fire.ts'
import type { ProcessGraph, Variables } from './graph.ts'
import {
  Machine,
  type ProcessDemand,
  type ProcessHappening,
  type ProcessWorld,
  writeVariables,
} from './machine.ts'
import { runToQuiescence } from './run.ts'
import { cancelToken, emptyScope, endSubProcess, isWork, openScope, startScope } from './scope.ts'
import { type Held, NOT_STARTED, type ProcessState, type Token } from './state.ts'
import { fail, throwFrom, throwUp } from './throw.ts'
import { recount } from './wait.ts'

/** What is said to an instance. Ids are those of its state. */
export type ProcessCommand =
  /** Begins at the starts without an event, or at one that has happened. */
  | { readonly kind: 'start'; readonly variables: Variables; readonly at?: string }
  | { readonly kind: 'complete'; readonly tokenId: number; readonly values: Variables }
  /** The activity ends with an error of the field, which the model may catch. */
  | { readonly kind: 'throw'; readonly tokenId: number; readonly code: string; readonly values: Variables }
  /** It could not be done, as far as whoever was at it can tell; somebody has to look. */
  | { readonly kind: 'fail'; readonly tokenId: number; readonly text: string }
  /** An escalation that comes out of an activity, which goes on. */
  | { readonly kind: 'escalate'; readonly tokenId: number; readonly code: string; readonly values: Variables }
  /** What was waited for has happened. */
  | { readonly kind: 'happen'; readonly waitId: number; readonly values: Variables }
  /** What timers count by was changed: when they go off is asked anew. */
  | { readonly kind: 'recount'; readonly waitIds: readonly number[] }
  | { readonly kind: 'write'; readonly scopeId: number; readonly values: Variables }
  /** Begins an activity of an ad-hoc sub-process, or ends that. */
  | { readonly kind: 'activate'; readonly scopeId: number; readonly at: string }
  | { readonly kind: 'finish'; readonly scopeId: number }
  /** Repairs: tries once more, goes on without, goes on elsewhere in the same scope, or not at all. */
  | { readonly kind: 'retry' | 'skip' | 'remove'; readonly tokenId: number }
  | { readonly kind: 'move'; readonly tokenId: number; readonly at: string }
  | { readonly kind: 'cancel' }
  /** Nothing goes on until it is resumed; what comes meanwhile is held, and told then. */
  | { readonly kind: 'suspend' | 'resume' }

/** An instance as it will be, what is asked of the world, and what happened in its order. */
export type EngineStep = {
  readonly state: ProcessState
  readonly demands: readonly ProcessDemand[]
  readonly history: readonly ProcessHappening[]
}

/** An instance of a process, and the world around it. */
export type ProcessRun = {
  readonly graph: ProcessGraph
  readonly state: ProcessState
  readonly world: ProcessWorld
}

/** Whatever does not fit: what is told to something that is over, or not there. */
export type NotFitting =
  | 'over'
  | 'begun'
  | 'no-token'
  | 'no-wait'
  | 'no-scope'
  | 'no-node'
  | 'not-stuck'
  /** Nobody is at work there: it is waited for something else, or for its turn. */
  | 'not-at-work'
  /** The parts of an ad-hoc sub-process are done one after the other. */
  | 'busy'
  | 'suspended'
  | 'not-suspended'

/**
 * Lets an instance go on by what is said to it, until it stands still: the one reducer that runs, repairs and
 * simulates processes. Nothing is asked and nothing is done outside; the same state and command always give the
 * same step.
 *
 * @param run the graph from `compileProcess` and the state as the last step left it, `NOT_STARTED` before the first
 * @returns the step; or what does not fit, and nothing has changed
 * @see BPMN 2.0.2 §13, Execution Semantics
 */
export function advanceProcess(
  { graph, state, world }: ProcessRun,
  command: ProcessCommand,
): { readonly ok: true; readonly step: EngineStep } | { readonly ok: false; readonly fault: NotFitting } {
  if (state.status !== 'running') return { ok: false, fault: 'over' }
  const machine = new Machine(graph, state, world)
  const fault = machine.isSuspended ? tellSuspended(machine, command) : carry(machine, command)
  if (fault !== null) return { ok: false, fault }
  if (!machine.isSuspended) runToQuiescence(machine)
  return {
    ok: true,
    step: { state: machine.state(), demands: machine.demands, history: machine.history },
  }
}

/** The first step of a new instance. */
export function startProcess(
  run: Omit<ProcessRun, 'state'>,
  start: { readonly variables: Variables; readonly at?: string },
): ReturnType<typeof advanceProcess> {
  return advanceProcess({ ...run, state: NOT_STARTED }, { kind: 'start', ...start })
}

/** Work that was under way may end, and values may be put right; nobody begins anything. */
function tellSuspended(machine: Machine, command: ProcessCommand): NotFitting | null {
  switch (command.kind) {
    case 'resume':
      return resume(machine)
    case 'happen':
      return holdHappening(machine, command)
    case 'complete':
    case 'throw':
    case 'fail':
    case 'escalate':
      return hold(machine, command)
    case 'write':
    case 'recount':
    case 'cancel':
      return carry(machine, command)
    default:
      return 'suspended'
  }
}

/** What has happened already is not waited for any more, though nobody has gone on by it yet. */
function holdHappening(
  machine: Machine,
  command: Extract<Held, { readonly kind: 'happen' }>,
): NotFitting | null {
  const { waitId } = command
  const isHeld = machine.held.some((held) => held.kind === 'happen' && held.waitId === waitId)
  if (isHeld || !machine.waits.has(waitId)) return 'no-wait'
  machine.held.push(command)
  return null
}

/** How work ended is said once. */
function hold(machine: Machine, command: Exclude<Held, { readonly kind: 'happen' }>): NotFitting | null {
  const token = machine.tokens.get(command.tokenId)
  if (!token) return 'no-token'
  const isEnded = machine.held.some(
    (held) => held.kind !== 'happen' && held.kind !== 'escalate' && held.tokenId === command.tokenId,
  )
  if (isEnded || !isAtWork(machine, token)) return 'not-at-work'
  machine.held.push(command)
  return null
}

/** What an earlier one took away is told to nobody. */
function resume(machine: Machine): null {
  machine.isSuspended = false
  for (const held of machine.held.splice(0)) {
    carry(machine, held)
    runToQuiescence(machine)
  }
  return null
}

function carry(machine: Machine, command: ProcessCommand): NotFitting | null {
  switch (command.kind) {
    case 'suspend':
      machine.isSuspended = true
      return null
    case 'resume':
      return 'not-suspended'
    case 'start':
      return start(machine, command)
    case 'happen': {
      const wait = machine.waits.get(command.waitId)
      if (!wait) return 'no-wait'
      fireWait(machine, wait, command.values)
      return null
    }
    case 'recount':
      recount(machine, command.waitIds)
      return null
    case 'cancel':
      fail(machine)
      machine.status = 'cancelled'
      machine.isSuspended = false
      machine.held.length = 0
      return null
    case 'write':
    case 'activate':
    case 'finish':
      return inScope(machine, command)
    default:
      return atToken(machine, command)
  }
}

function start(
  machine: Machine,
  { variables, at }: Extract<ProcessCommand, { kind: 'start' }>,
): NotFitting | null {
  if (machine.scopes.size > 0) return 'begun'
  const node = at === undefined ? -1 : (machine.graph.indexOf.get(at) ?? null)
  if (node === null) return 'no-node'
  const scope = openScope(machine, { parentId: -1, node: 0, kind: 'process', tokenId: -1, variables })
  startScope(machine, scope, node < 0 ? null : node)
  return null
}

function inScope(
  machine: Machine,
  command: Extract<ProcessCommand, { readonly scopeId: number }>,
): NotFitting | null {
  const scope = machine.scopes.get(command.scopeId)
  if (!scope) return 'no-scope'
  if (command.kind === 'write') {
    writeVariables(machine, scope.id, command.values)
    return null
  }
  const { adHoc } = machine.node(scope.node)
  if (adHoc === null || scope.kind !== 'sub') return 'no-scope'
  if (command.kind === 'finish') {
    emptyScope(machine, scope.id)
    endSubProcess(machine, scope)
    return null
  }
  if (adHoc.isSequential && machine.tokensIn(scope.id).length > 0) return 'busy'
  const node = machine.graph.indexOf.get(command.at)
  if (node === undefined || machine.node(node).scope !== scope.node) return 'no-node'
  machine.scopes.set(scope.id, { ...scope, begun: scope.begun + 1 })
  machine.place(scope.id, node)
  return null
}

type AtToken = Extract<ProcessCommand, { readonly tokenId: number }>

/** What is said by whoever is at the work of a token. */
const WORKED: ReadonlySet<ProcessCommand['kind']> = new Set(['complete', 'throw', 'fail', 'escalate'])

function atToken(machine: Machine, command: AtToken): NotFitting | null {
  const token = machine.tokens.get(command.tokenId)
  if (!token) return 'no-token'
  if (WORKED.has(command.kind) && !isAtWork(machine, token)) return 'not-at-work'
  switch (command.kind) {
    case 'complete':
      machine.complete(token, command.values)
      return null
    case 'throw':
      if (!throwFrom(machine, token, command)) machine.halt(token, 'work', command.code)
      return null
    case 'fail':
      machine.halt(token, 'work', command.text)
      return null
    case 'escalate':
      throwUp(machine, { ...command, kind: 'escalation', scopeId: token.scopeId })
      return null
    default:
      return repair(machine, command)
  }
}

/** Whether somebody does what a token is at; where several do, each has a token of its own. */
function isAtWork(machine: Machine, token: Token): boolean {
  const isShared = [...machine.scopes.values()].some(({ tokenId }) => tokenId === token.id)
  return token.state === 'waiting' && isWork(machine.node(token.node)) && !isShared
}

type Repair = Extract<ProcessCommand, { readonly kind: 'retry' | 'skip' | 'remove' | 'move' }>

function repair(machine: Machine, command: Repair): NotFitting | null {
  const token = machine.tokens.get(command.tokenId)
  if (!token) return 'no-token'
  if (command.kind === 'move') return move(machine, token, command.at)
  if (command.kind === 'remove') {
    cancelToken(machine, token.id)
    if (isInstance(machine, token)) forgetInstance(machine, token)
    else machine.agenda.push({ kind: 'settle', scopeId: token.scopeId })
    return null
  }
  if (command.kind === 'retry' && token.state !== 'stuck') return 'not-stuck'
  withdraw(machine, token)
  if (command.kind === 'retry') machine.wake(token)
  else if (isInstance(machine, token)) leaveInstance(machine, token)
  else machine.goOn(machine.change(token, { state: 'waiting' }))
  return null
}

/** One of several instances of an activity is nowhere but there. */
function move(machine: Machine, token: Token, at: string): NotFitting | null {
  const node = machine.graph.indexOf.get(at)
  const scope = machine.scope(token.scopeId)
  if (node === undefined || machine.node(node).scope !== scope.node || isInstance(machine, token))
    return 'no-node'
  machine.place(scope.id, node)
  cancelToken(machine, token.id)
  return null
}

/** What was begun for a token is taken back; the token stays. */
function withdraw(machine: Machine, token: Token): void {
  cancelToken(machine, token.id)
  machine.tokens.set(token.id, token)
}
