import type { Instant } from '../../kernel/index.ts'
import type { ProcessCommand } from '../engine/advance-process.ts'
import type { GraphNode, ProcessGraph, Variables } from '../engine/graph.ts'
import type { ProcessWorld } from '../engine/machine.ts'
import { isWork } from '../engine/scope.ts'
import type { ProcessState, Scope, Token, Wait } from '../engine/state.ts'
import { isHumanWork } from '../step.ts'
import { type AnswerBook, PLAIN_ANSWER, type RunAnswer } from './run-answers.ts'

/** Work that is begun: since when, and with what is known. */
export type BegunWork = { readonly since: Instant; readonly variables: Variables }

/** What may come next: when, what is said then, and whose answer that takes. */
export type Move = {
  readonly at: Instant
  readonly command: ProcessCommand
  readonly element: string | null
  /** A rule task that a decision answers; null: the command stands. */
  readonly rule: { readonly tokenId: number; readonly node: GraphNode } | null
}

/** What is known of a run beside its state. */
export type Around = {
  readonly book: AnswerBook
  readonly work: ReadonlyMap<number, BegunWork>
  readonly armed: ReadonlyMap<number, Instant>
  readonly dueOf: ProcessWorld['dueOf']
  readonly now: Instant
  readonly waitsForPeople: boolean
}

/** What happens next by itself: the earliest, and among equals work before events before timers. Null: nothing. */
export function nextMove(graph: ProcessGraph, state: ProcessState, around: Around): Move | null {
  const whole: Whole = { graph, state, around }
  const nodeOf = (index: number) => graph.nodes[index]
  const moves = [
    ...state.tokens.flatMap((token) => workMove(token, whole)),
    ...state.scopes.flatMap((scope) => adHocMove(scope, nodeOf(scope.node), whole)),
    ...state.waits.flatMap((wait) => eventMove(wait, nodeOf(wait.node), around)),
  ]
  const first = moves.reduce<Move | null>((best, move) => (best && best.at <= move.at ? best : move), null)
  const mayPass = !around.waitsForPeople || !isWaitingForPeople(graph, state, around)
  return first && (mayPass || first.at <= around.now) ? first : null
}

/** Whether somebody has to do something for which no answer is given: time then stands still. */
function isWaitingForPeople(graph: ProcessGraph, state: ProcessState, { book }: Around): boolean {
  return state.tokens.some((token) => {
    const node = graph.nodes[token.node]
    return node && isHumanWork(node) && isAtWork(token, node, state) && book.ofWork(node.id) === null
  })
}

function isAtWork(token: Token, node: GraphNode, { scopes }: ProcessState): boolean {
  return token.state === 'waiting' && isWork(node) && !scopes.some(({ tokenId }) => tokenId === token.id)
}

function workMove(token: Token, { graph, state, around }: Whole): readonly Move[] {
  const node = graph.nodes[token.node]
  if (!node || !isAtWork(token, node, state)) return []
  const answer = around.book.ofWork(node.id)
  const at = whenOf(around.work.get(token.id)?.since ?? around.now, answer, around)
  if (answer) return [{ at, command: commandOf(token.id, answer), element: node.id, rule: null }]
  if (around.waitsForPeople && isHumanWork(node)) return []
  const isRule = node.type === 'businessRuleTask' && node.work.decisionRef !== null
  const rule = isRule ? { tokenId: token.id, node } : null
  return [{ at, command: commandOf(token.id, PLAIN_ANSWER), element: null, rule }]
}

function commandOf(tokenId: number, { values, error }: RunAnswer): ProcessCommand {
  return error === null
    ? { kind: 'complete', tokenId, values }
    : { kind: 'throw', tokenId, code: error, values }
}

function eventMove(wait: Wait, node: GraphNode | undefined, around: Around): readonly Move[] {
  if (!node) return []
  const plain = { element: null, rule: null }
  const command = { kind: 'happen', waitId: wait.id, values: {} } as const
  if (wait.kind === 'timer') return wait.dueAt === null ? [] : [{ ...plain, at: wait.dueAt, command }]
  const answer = wait.kind === 'conditional' ? null : around.book.ofEvent(node.id)
  if (answer === null) return []
  const at = whenOf(around.armed.get(wait.id) ?? around.now, answer, around)
  return [{ at, command: { ...command, values: answer.values }, element: node.id, rule: null }]
}

type Whole = { readonly graph: ProcessGraph; readonly state: ProcessState; readonly around: Around }

/** The parts of an ad-hoc sub-process are done once each in their order, unless it is over before. */
function adHocMove(scope: Scope, node: GraphNode | undefined, whole: Whole): readonly Move[] {
  const { graph, state, around } = whole
  if (!node?.adHoc || scope.kind !== 'sub' || around.waitsForPeople) return []
  if (state.tokens.some(({ scopeId }) => scopeId === scope.id)) return []
  const next = graph.nodes[node.implicitStarts[scope.begun] ?? -1]
  const command: ProcessCommand = next
    ? { kind: 'activate', scopeId: scope.id, at: next.id }
    : { kind: 'finish', scopeId: scope.id }
  return [{ at: around.now, command, element: null, rule: null }]
}

/** When an answer comes: as long after a moment as it takes. */
function whenOf(since: Instant, answer: RunAnswer | null, { dueOf }: Around): Instant {
  if (answer?.after == null) return since
  const counting = { counts: 'clock', calendar: null } as const
  const due = dueOf({ timer: 'duration', value: answer.after, counting, since }, null)
  return due.ok ? due.dueAt : since
}
