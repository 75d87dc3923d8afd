import {
  advanceProcess,
  type ProcessGraph,
  type ProcessState,
  type ProcessWorld,
} from '@millrace/core/process'
import { THROWS } from './throws.ts'

/** More goings-off of timers than this make no end. */
const MOST = 1_000

/**
 * Lets an instance go on by time alone: the timer that is due next goes off, as often as there is one. What is done
 * by people is done at once, and parts of ad-hoc sub-processes one after the other.
 */
export function continueProcess(
  graph: ProcessGraph,
  begun: ProcessState,
  world: Omit<ProcessWorld, 'now'>,
): ProcessState {
  let state = begun
  let now = 0
  for (let round = 0; round < MOST && state.status === 'running'; round++) {
    const command = workOf(graph, state) ?? adHocOf(graph, state) ?? timerOf(state)
    if (command === null) return state
    if (command.kind === 'happen') now = Math.max(now, command.dueAt)
    const advanced = advanceProcess({ graph, state, world: { ...world, now } }, command)
    if (!advanced.ok) return state
    state = advanced.step.state
  }
  return state
}

const WORK: ReadonlySet<string> = new Set([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'businessRuleTask',
])

function workOf(graph: ProcessGraph, { tokens }: ProcessState) {
  const token = tokens.find(
    ({ state, node }) => state === 'waiting' && WORK.has(graph.nodes[node]?.type ?? ''),
  )
  if (!token) return null
  const isThrown = graph.nodes[token.node]?.work.script?.text === THROWS
  const tokenId = token.id
  return isThrown
    ? ({ kind: 'throw', tokenId, code: 'ERR_CODE', values: {} } as const)
    : ({ kind: 'complete', tokenId, values: {} } as const)
}

/** Scopes of ad-hoc sub-processes remember by their tokens what was done in them: each part is done once. */
function adHocOf(graph: ProcessGraph, { scopes, tokens }: ProcessState) {
  for (const scope of scopes) {
    const node = graph.nodes[scope.node]
    if (!node?.adHoc || scope.kind !== 'sub') continue
    if (tokens.some(({ scopeId }) => scopeId === scope.id)) continue
    const next = node.implicitStarts[scope.begun]
    const at = next === undefined ? undefined : graph.nodes[next]?.id
    return at === undefined
      ? ({ kind: 'finish', scopeId: scope.id } as const)
      : ({ kind: 'activate', scopeId: scope.id, at } as const)
  }
  return null
}

function timerOf({ waits }: ProcessState) {
  const timers = waits.flatMap(({ id, dueAt }) => (dueAt === null ? [] : [{ id, dueAt }]))
  const first = timers.toSorted((a, b) => a.dueAt - b.dueAt)[0]
  return first ? ({ kind: 'happen', waitId: first.id, dueAt: first.dueAt, values: {} } as const) : null
}
