import type { Id } from '../kernel/index.ts'
import { activityFact, instanceFact, type ProcessContext, type ProcessDecision } from './decision.ts'
import type { ProcessGraph } from './engine/graph.ts'
import { isWork } from './engine/scope.ts'
import type { ProcessState } from './engine/state.ts'
import { type GraphAt, type HistoryEntry, isStandstill, replay, standing } from './history.ts'
import type { Activity, InstanceSnapshot, ProcessInstance } from './instance.ts'
import { isHumanWork } from './step.ts'

/** What taking back needs to know besides the instance. */
export type TakeBackContext = ProcessContext & {
  /** All of the instance's history. */
  readonly history: readonly HistoryEntry[]
  readonly graphOf: GraphAt
  /** Items of the instance that somebody has begun to work on. */
  readonly startedItemIds: ReadonlySet<Id<'WorkItem'>>
}

/**
 * Takes the last step of an instance back, because the item by which it was done was reopened: what that opened is
 * withdrawn, and the instance is where it was before. Only as long as nothing else has happened: nobody has begun with
 * what was opened, nothing was sent or called, and nothing withdrawn. Otherwise the instance has gone on, and the
 * reopened item is a matter of its own.
 *
 * @returns null: nothing is taken back
 */
export function takeBack(
  snapshot: InstanceSnapshot,
  itemId: Id<'WorkItem'>,
  context: TakeBackContext,
): ProcessDecision | null {
  const { instance } = snapshot
  const closed = snapshot.activities.findLast((one) => one.itemId === itemId && one.closedAt !== null)
  const entries = standing(context.history)
  const at = entries.findLastIndex((entry) => !isStandstill(entry))
  const last = entries[at]
  if (!closed || !last || snapshot.engine.isSuspended || last.modelId !== instance.modelId) return null
  if (instance.state !== 'running' && instance.state !== 'finished') return null
  if (last.command.kind !== 'complete' || last.command.tokenId !== closed.tokenId) return null
  const before = replay(entries.slice(0, at), context.graphOf)
  const opened = openedSince(before, snapshot, closed)
  if (opened.some((one) => context.startedItemIds.has(one.itemId))) return null
  if (last.happened.some(({ kind }) => kind === 'threw' || kind === 'cancelled' || kind === 'caught'))
    return null
  if (beginsOthersWork(before, snapshot, context.graph)) return null
  return decide(snapshot, { closed, opened, before }, context)
}

type Back = { readonly closed: Activity; readonly opened: readonly Activity[]; readonly before: ProcessState }

function decide(
  snapshot: InstanceSnapshot,
  { closed, opened, before }: Back,
  context: TakeBackContext,
): ProcessDecision {
  const reopened: Activity = { ...closed, closedAt: null }
  const instance = runningAgain(snapshot.instance)
  const fact = (kind: 'process.activity_withdrawn' | 'process.activity_reopened', activity: Activity) =>
    activityFact(kind, { processId: instance.processId, activity }, context)
  return {
    ...{ instance, engine: before, entries: snapshot.entries + 1 },
    activities: snapshot.activities.flatMap((one) =>
      one === closed ? [reopened] : opened.includes(one) ? [] : [one],
    ),
    entry: {
      ...{ at: context.now, actor: context.actor, modelId: instance.modelId },
      ...{ command: { kind: 'take-back' }, dues: [], happened: [] },
    },
    events: [
      ...(instance === snapshot.instance ? [] : [instanceFact('process.resumed', snapshot, context)]),
      ...opened.map((one) => fact('process.activity_withdrawn', one)),
      fact('process.activity_reopened', reopened),
    ],
    effects: opened.map(({ itemId }) => ({ kind: 'archive-work-item', itemId })),
  }
}

function runningAgain(instance: ProcessInstance): ProcessInstance {
  if (instance.state === 'running') return instance
  return { ...instance, state: 'running', endedAt: null, version: instance.version + 1 }
}

/** The activities that the last step opened. */
function openedSince(
  before: ProcessState,
  { activities }: InstanceSnapshot,
  closed: Activity,
): readonly Activity[] {
  const tokens = new Set(before.tokens.map(({ id }) => id))
  const open = activities.filter(({ closedAt }) => closedAt === null)
  return open.filter(({ tokenId }) => !tokens.has(tokenId) || tokenId === closed.tokenId)
}

/** Whether something that no person does was begun since: it may have had its effect already. */
function beginsOthersWork(before: ProcessState, { engine }: InstanceSnapshot, graph: ProcessGraph): boolean {
  const known = new Set(before.tokens.map(({ id }) => id))
  return engine.tokens.some(({ id, node }) => {
    const at = graph.nodes[node]
    return !known.has(id) && at !== undefined && isWork(at) && !isHumanWork(at)
  })
}
