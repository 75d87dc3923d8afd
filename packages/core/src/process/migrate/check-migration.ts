import type { GraphNode, ProcessGraph } from '../engine/graph.ts'
import type { Done, ProcessState, Token, Wait } from '../engine/state.ts'
import { newWaits, waitTarget } from './find-waits.ts'
import { Mapping, nodeOf } from './mapping.ts'
import { isSameKind, type MigrationPlan } from './migration-plan.ts'
import type { MigrationProblem, MigrationReport, MigrationWait } from './migration-report.ts'

/** Two versions of a process, and what goes where. */
export type Migration = {
  readonly from: ProcessGraph
  readonly to: ProcessGraph
  readonly plan: MigrationPlan
}

/**
 * Looks what a migration would do with an instance, and whether it can be done; nothing is changed. What goes on
 * needs an element of the same kind in the same sub-process to go on at; work is not begun anew, rules of timers and
 * names of messages are not asked again. Events on boundaries and starts of event sub-processes which go nowhere are
 * no longer waited for, and new ones are.
 *
 * @see Camunda 8, Process instance migration, whose rules these are
 */
export function checkMigration({ from, to, plan }: Migration, state: ProcessState): MigrationReport {
  return reportOf(new Mapping(from, to, plan), state)
}

/** The report, where it is known already what goes where. */
export function reportOf(mapping: Mapping, state: ProcessState): MigrationReport {
  if (state.status !== 'running') return { ...NOTHING, problems: [{ kind: 'over', at: '', to: null }] }
  const problems = [...new Set([...state.tokens, ...state.scopes].map(({ node }) => node))].flatMap((node) =>
    nodeProblems(mapping, node),
  )
  return {
    moves: state.tokens.flatMap(({ id, node }) => {
      const target = mapping.target(node)
      return target ? [{ tokenId: id, from: mapping.source(node).id, to: target.id }] : []
    }),
    closes: state.waits
      .filter((wait) => isClosed(mapping, state, wait))
      .map((wait) => closing(mapping, wait)),
    opens: newWaits(mapping, state).flatMap(({ node }) => opening(nodeOf(mapping.to, node))),
    forgets: forgotten(mapping, state.done),
    problems: [...problems, ...joinProblems(mapping, state), ...twiceWaited(mapping, state)],
  }
}

/** Of what was completed, what the new version can undo too. */
export function keptDone(mapping: Mapping, done: readonly Done[]): readonly Done[] {
  return done
    .filter(({ node }) => isKept(mapping, node))
    .map((one) => ({ ...one, node: mapping.node(one.node), inner: keptDone(mapping, one.inner) }))
}

const NOTHING: MigrationReport = { moves: [], closes: [], opens: [], forgets: [], problems: [] }

function nodeProblems(mapping: Mapping, index: number): readonly MigrationProblem[] {
  const [source, target] = [mapping.source(index), mapping.target(index)]
  if (!target) return [{ kind: 'no-target', at: source.id, to: null }]
  const problem = (kind: MigrationProblem['kind']): readonly MigrationProblem[] => [
    { kind, at: source.id, to: target.id },
  ]
  if (!isSameKind(source, target)) return problem('other-kind')
  if (index > 0 && target.scope !== mapping.node(source.scope)) return problem('other-scope')
  if (loopOf(source) !== loopOf(target)) return problem('other-loop')
  return []
}

/** How often it is done, as far as that cannot change while it is. */
function loopOf({ loop }: GraphNode): string {
  if (loop?.kind !== 'multiple') return 'once'
  return loop.isSequential ? 'sequential' : 'parallel'
}

function joinProblems(mapping: Mapping, { tokens }: ProcessState): readonly MigrationProblem[] {
  const joining = tokens.filter(({ state }) => state === 'joining' || state === 'resetting')
  const fewer = [...new Set(joining.map(({ node }) => node))].flatMap((node) => {
    const [source, target] = [mapping.source(node), mapping.target(node)]
    if (!target || target.incoming.length >= source.incoming.length) return []
    return [{ kind: 'fewer-flows', at: source.id, to: target.id } as const]
  })
  const flows = new Map<string, number>()
  const problems = joining.flatMap((token) => flowsOf(token).flatMap((flow) => flowProblem(flow, token)))
  return [...fewer, ...problems]

  function flowProblem(flow: number, { scopeId }: Token): readonly MigrationProblem[] {
    const [at, target] = [mapping.from.flows[flow]?.id ?? '', mapping.flow(flow)]
    if (target < 0) return [{ kind: 'no-flow', at, to: null }]
    const place = `${scopeId} ${target}`
    const before = flows.get(place)
    flows.set(place, flow)
    if (before === undefined || before === flow) return []
    return [{ kind: 'twice', at, to: mapping.to.flows[target]?.id ?? null }]
  }
}

/** The flows by which came what stands at a join. */
function flowsOf({ via, locals, state }: Token): readonly number[] {
  if (state !== 'resetting') return via < 0 ? [] : [via]
  const known: unknown = locals?.flows
  return Array.isArray(known) ? known.filter((flow): flow is number => typeof flow === 'number') : []
}

function twiceWaited(mapping: Mapping, state: ProcessState): readonly MigrationProblem[] {
  const seen = new Set<string>()
  return state.waits.flatMap((wait): readonly MigrationProblem[] => {
    const target = waitTarget(mapping, state, wait)
    if (target < 0) return []
    const place = `${wait.scopeId} ${wait.tokenId} ${target}`
    const isTwice = seen.has(place)
    seen.add(place)
    const to = nodeOf(mapping.to, target).id
    return isTwice ? [{ kind: 'twice', at: mapping.source(wait.node).id, to }] : []
  })
}

/** Where a token waits for its own event, that is told with the token. */
function isClosed(mapping: Mapping, state: ProcessState, wait: Wait): boolean {
  const isOwn = state.tokens.some(({ id, node }) => id === wait.tokenId && node === wait.node)
  return !isOwn && waitTarget(mapping, state, wait) < 0
}

function closing(mapping: Mapping, { node, kind }: Wait): MigrationWait {
  return { at: mapping.source(node).id, kind }
}

function opening({ id, event: { kind } }: GraphNode): readonly MigrationWait[] {
  const isWait = kind === 'message' || kind === 'signal' || kind === 'timer' || kind === 'conditional'
  return isWait ? [{ at: id, kind }] : []
}

function forgotten(mapping: Mapping, done: readonly Done[]): readonly string[] {
  return done.flatMap(({ node, inner }) =>
    isKept(mapping, node) ? forgotten(mapping, inner) : [mapping.source(node).id],
  )
}

/** Whether what was completed here can be undone there. */
function isKept(mapping: Mapping, node: number): boolean {
  const [source, target] = [mapping.source(node), mapping.target(node)]
  if (target === null || !isSameKind(source, target)) return false
  const isUndone = source.compensatedBy < 0 || target.compensatedBy >= 0
  return isUndone && target.scope === mapping.node(source.scope)
}
