import type { Id } from '../kernel/index.ts'
import {
  activityFact,
  type InstanceFact,
  instanceFact,
  type ProcessContext,
  type ProcessDecision,
  type ProcessEffect,
  type ProcessEvent,
  type StepItem,
  stuckFact,
} from './decision.ts'
import {
  advanceProcess,
  type EngineStep,
  type NotFitting,
  type ProcessCommand,
} from './engine/advance-process.ts'
import type { GraphNode } from './engine/graph.ts'
import type { ProcessDemand, ProcessHappening, TimerDue } from './engine/machine.ts'
import type { ProcessStatus } from './engine/state.ts'
import type { Happened, HistoryEntry } from './history.ts'
import type { Activity, InstanceSnapshot, InstanceState, ProcessInstance } from './instance.ts'
import { isHumanWork } from './step.ts'

const MINUTE_MS = 60_000

/**
 * Says something to an instance, which goes on until it stands still: what people are to do opens activities with
 * work items, what they need not do any more closes them.
 *
 * @returns the decision with its entry in the history; or what does not fit, and nothing has changed
 */
export function carryOn(
  snapshot: InstanceSnapshot,
  command: ProcessCommand,
  context: ProcessContext,
):
  | { readonly ok: true; readonly decision: ProcessDecision }
  | { readonly ok: false; readonly fault: NotFitting } {
  if (isWorkOfPeople(snapshot, command)) return { ok: false, fault: 'suspended' }
  const dues: TimerDue[] = []
  const dueOf: ProcessContext['dueOf'] = (rule, cycle) => {
    const due = context.dueOf(rule, cycle)
    dues.push(due)
    return due
  }
  const { graph, now } = context
  const stepped = advanceProcess({ graph, state: snapshot.engine, world: { now, dueOf } }, command)
  if (!stepped.ok) return stepped
  const { step } = stepped
  const told = { modelId: snapshot.instance.modelId, command, dues }
  const entry = entryOf(step, told, context)
  return { ok: true, decision: new Following(snapshot, context).decide({ command, step, entry }) }
}

/** What programs were at may end while an instance is suspended; people are told that they have to wait. */
function isWorkOfPeople({ engine, activities }: InstanceSnapshot, command: ProcessCommand): boolean {
  if (!engine.isSuspended || command.kind !== 'complete') return false
  return activities.some(({ tokenId, closedAt }) => tokenId === command.tokenId && closedAt === null)
}

/** A step as the history keeps it. */
export function entryOf(
  step: EngineStep,
  told: Pick<HistoryEntry, 'modelId' | 'command' | 'dues'>,
  context: ProcessContext,
): HistoryEntry {
  const { now: at, actor, reason } = context
  return {
    ...{ at, actor, ...told },
    ...(reason === undefined ? {} : { reason }),
    happened: step.history.map((happening) => named(happening, context)),
  }
}

function named(happening: ProcessHappening, { graph }: ProcessContext): Happened {
  const element = happening.kind === 'taken' ? graph.flows[happening.at] : graph.nodes[happening.at]
  return { ...happening, at: element?.id ?? '' }
}

const STATES: Readonly<Record<ProcessStatus, InstanceState>> = {
  running: 'running',
  completed: 'finished',
  terminated: 'finished',
  failed: 'failed',
  cancelled: 'cancelled',
}
const ENDS: Readonly<Record<Exclude<InstanceState, 'running'>, InstanceFact>> = {
  finished: 'process.finished',
  cancelled: 'process.cancelled',
  failed: 'process.failed',
}

type Stepped = {
  readonly command: HistoryEntry['command']
  readonly step: EngineStep
  readonly entry: HistoryEntry
}

/** What follows for activities, events and effects from one step of the engine. */
export class Following {
  readonly #snapshot: InstanceSnapshot
  readonly #context: ProcessContext
  readonly #activities: Map<string, Activity>
  readonly #events: ProcessEvent[] = []
  readonly #effects: ProcessEffect[] = []

  constructor(snapshot: InstanceSnapshot, context: ProcessContext) {
    this.#snapshot = snapshot
    this.#context = context
    this.#activities = new Map(snapshot.activities.map((activity) => [activity.id, activity]))
  }

  decide({ command, step, entry }: Stepped): ProcessDecision {
    const instance = this.#instanceAfter(command, step)
    if (command.kind === 'start') this.#tell('process.started')
    if (command.kind === 'complete') this.#close(command.tokenId, false)
    if (command.kind === 'suspend') this.#tell('process.suspended')
    if (command.kind === 'resume') this.#tell('process.continued')
    for (const demand of step.demands) this.#follow(demand)
    for (const incident of step.state.incidents) {
      if (this.#snapshot.engine.incidents.some(({ id }) => id === incident.id)) continue
      const at = { element: this.#node(incident.node).id, text: incident.text }
      this.#events.push(stuckFact(this.#snapshot, at, this.#context))
    }
    if (instance.state !== 'running') this.#tell(ENDS[instance.state])
    return {
      ...{ instance, engine: step.state, entry, entries: this.#snapshot.entries + 1 },
      activities: [...this.#activities.values()],
      events: this.#events,
      effects: this.#effects,
    }
  }

  #instanceAfter({ kind }: HistoryEntry['command'], { state: { status } }: EngineStep): ProcessInstance {
    const { instance } = this.#snapshot
    const { now: at, actor, reason = '' } = this.#context
    const by = 'personId' in actor ? actor.personId : null
    const isOver = status !== 'running'
    if (!isOver && kind !== 'suspend' && kind !== 'resume') return instance
    return {
      ...instance,
      suspension: kind === 'suspend' ? { at, by, reason } : null,
      ...(isOver ? { state: STATES[status], endedAt: at } : {}),
      version: instance.version + 1,
    }
  }

  #tell(kind: InstanceFact): void {
    this.#events.push(instanceFact(kind, this.#snapshot, this.#context))
  }

  #node(index: number): GraphNode {
    const node = this.#context.graph.nodes[index]
    if (!node) throw new TypeError(`the process has no node ${index}`)
    return node
  }

  #follow(demand: ProcessDemand): void {
    const node = this.#node(demand.node)
    const instanceId = this.#snapshot.instance.id
    if (demand.kind === 'send-message' || demand.kind === 'send-signal') {
      this.#effects.push({ ...demand, instanceId, node })
      return
    }
    if (!isHumanWork(node)) {
      this.#effects.push({ ...demand, instanceId, node })
      return
    }
    if (demand.kind === 'begin-work') this.#open(demand.tokenId, node)
    else this.#close(demand.tokenId, true)
  }

  #open(tokenId: number, node: GraphNode): void {
    const step = this.#context.steps.get(node.id)
    if (!step) throw new TypeError(`the process has no step for ${node.id}`)
    const item = this.#itemFor(step)
    const activity: Activity = {
      ...{ id: this.#context.newId<'Activity'>(), instanceId: this.#snapshot.instance.id, stepId: step.id },
      ...{ itemId: item.id, tokenId, openedAt: this.#context.now, closedAt: null },
    }
    this.#activities.set(activity.id, activity)
    this.#events.push(this.#fact('process.activity_opened', activity))
    this.#effects.push({ kind: 'open-work-item', item })
  }

  #itemFor(step: { readonly name: string; readonly expectedMin: number | null } & StepWork): StepItem {
    const { instance } = this.#snapshot
    const { teamId, responsibleId, effortMin, practice, role, artifact, expectedMin } = step
    const { now, dayOf, newId } = this.#context
    return {
      id: newId<'WorkItem'>(),
      containerId: instance.processId,
      title: `${step.name}: ${instance.title}`,
      requesterId: instance.startedBy,
      ...{ teamId, responsibleId, effortMin, practice, role, artifact },
      dueOn: expectedMin === null ? null : dayOf(now + expectedMin * MINUTE_MS),
    }
  }

  /** @param isWithdrawn whether nobody is to do it any more, instead of its being done */
  #close(tokenId: number, isWithdrawn: boolean): void {
    for (const activity of this.#activities.values()) {
      if (activity.tokenId !== tokenId || activity.closedAt !== null) continue
      const closed: Activity = { ...activity, closedAt: this.#context.now }
      this.#activities.set(closed.id, closed)
      this.#events.push(this.#fact('process.activity_closed', closed))
      if (isWithdrawn) this.#effects.push({ kind: 'archive-work-item', itemId: closed.itemId })
    }
  }

  #fact(kind: 'process.activity_opened' | 'process.activity_closed', activity: Activity): ProcessEvent {
    return activityFact(kind, { processId: this.#snapshot.instance.processId, activity }, this.#context)
  }
}

type StepWork = Pick<StepItem, 'teamId' | 'responsibleId' | 'effortMin' | 'practice' | 'role' | 'artifact'>

/** An instance before its first step. */
export function newInstance(
  given: Pick<
    ProcessInstance,
    | 'id'
    | 'processId'
    | 'modelId'
    | 'number'
    | 'title'
    | 'stepIds'
    | 'businessKey'
    | 'parent'
    | 'startedBy'
    | 'dueAt'
  >,
  now: number,
): ProcessInstance & { readonly id: Id<'ProcessInstance'> } {
  return { ...given, state: 'running', startedAt: now, endedAt: null, suspension: null, version: 1 }
}
