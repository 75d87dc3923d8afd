import type { Actor, Event, Id, Instant, PlainDate, SubjectRef } from '../kernel/index.ts'
import type { GraphNode, ProcessGraph, Variables } from './engine/graph.ts'
import type { ProcessWorld } from './engine/machine.ts'
import type { Activity, InstanceChange, InstanceSnapshot } from './instance.ts'
import type { ServiceCall } from './service/service.ts'
import type { ProcessStep } from './step.ts'

/** What the engine may know of the world besides the instance: who, when, fresh ids, the model and its steps. */
export type ProcessContext = {
  readonly now: Instant
  readonly actor: Actor
  /** Why, where a person says so. */
  readonly reason?: string
  readonly newId: <Entity extends string>() => Id<Entity>
  /** The calendar day of a moment, where the organisation is. */
  readonly dayOf: (at: Instant) => PlainDate
  readonly dueOf: ProcessWorld['dueOf']
  /** The version that the instance runs by. */
  readonly graph: ProcessGraph
  /** The steps of its process by the ids of their elements, archived ones too. */
  readonly steps: ReadonlyMap<string, ProcessStep>
}

/** The work item that a step asks for. */
export type StepItem = {
  readonly id: Id<'WorkItem'>
  readonly containerId: Id<'Container'>
  readonly title: string
  readonly responsibleId: Id<'Person'> | null
  readonly teamId: Id<'Team'> | null
  readonly requesterId: Id<'Person'> | null
  readonly effortMin: number | null
  readonly practice: string | null
  readonly role: string | null
  readonly artifact: string | null
  readonly dueOn: PlainDate | null
}

/** What the server is asked to do besides storing the decision. */
export type ProcessEffect =
  | { readonly kind: 'open-work-item'; readonly item: StepItem }
  | { readonly kind: 'archive-work-item'; readonly itemId: Id<'WorkItem'> }
  /** Something that no person does: a service, a decision, another process. */
  | {
      readonly kind: 'begin-work'
      readonly instanceId: Id<'ProcessInstance'>
      readonly tokenId: number
      readonly node: GraphNode
      readonly variables: Variables
      /** Of services: what is called or fetched. */
      readonly call: ServiceCall | null
    }
  /** It is not to be done any more. */
  | {
      readonly kind: 'end-work'
      readonly instanceId: Id<'ProcessInstance'>
      readonly tokenId: number
      readonly node: GraphNode
    }
  | {
      readonly kind: 'send-message'
      readonly instanceId: Id<'ProcessInstance'>
      readonly node: GraphNode
      readonly name: string
      readonly key: string | null
      readonly variables: Variables
    }
  | {
      readonly kind: 'send-signal'
      readonly instanceId: Id<'ProcessInstance'>
      readonly node: GraphNode
      readonly name: string
      readonly variables: Variables
    }

/** Everything that happens to an instance. */
export type ProcessEvent =
  | Event<'process.started', { readonly number: number; readonly title: string }>
  | Event<
      | 'process.finished'
      | 'process.resumed'
      | 'process.cancelled'
      | 'process.failed'
      | 'process.suspended'
      | 'process.continued',
      { readonly title: string }
    >
  /** It cannot go on before somebody has looked. */
  | Event<'process.stuck', { readonly title: string; readonly element: string; readonly text: string }>
  | Event<
      | 'process.activity_opened'
      | 'process.activity_closed'
      | 'process.activity_reopened'
      | 'process.activity_withdrawn',
      {
        readonly instanceId: Id<'ProcessInstance'>
        readonly stepId: Id<'ProcessStep'>
        readonly itemId: Id<'WorkItem'>
      }
    >

/** The instance as it will be, the facts that make it so, and what is to be done. */
export type ProcessDecision = InstanceChange & {
  readonly events: readonly ProcessEvent[]
  readonly effects: readonly ProcessEffect[]
}

/** Facts about an instance as a whole. */
export type InstanceFact =
  | 'process.started'
  | 'process.finished'
  | 'process.resumed'
  | 'process.cancelled'
  | 'process.failed'
  | 'process.suspended'
  | 'process.continued'
type ActivityFact = Exclude<ProcessEvent['kind'], InstanceFact | 'process.stuck'>

/** A fact about an instance as a whole. */
export function instanceFact(
  kind: InstanceFact,
  { instance }: Pick<InstanceSnapshot, 'instance'>,
  context: ProcessContext,
): ProcessEvent {
  const { number, title } = instance
  const data = kind === 'process.started' ? { number, title } : { title }
  // The kind and its data belong together, which the condition forgets.
  return {
    ...envelope(context, { kind: 'instance', id: instance.id }),
    kind,
    containerId: instance.processId,
    data,
  } as ProcessEvent
}

/** That an instance is stuck somewhere. */
export function stuckFact(
  { instance }: Pick<InstanceSnapshot, 'instance'>,
  at: { readonly element: string; readonly text: string },
  context: ProcessContext,
): ProcessEvent {
  return {
    ...envelope(context, { kind: 'instance', id: instance.id }),
    kind: 'process.stuck',
    containerId: instance.processId,
    data: { title: instance.title, ...at },
  }
}

/** A fact about one activity; the instance, the step's counts and the item are shown anew with it. */
export function activityFact(
  kind: ActivityFact,
  about: { readonly processId: Id<'Container'>; readonly activity: Activity },
  context: ProcessContext,
): ProcessEvent {
  const { id, instanceId, stepId, itemId } = about.activity
  return {
    ...envelope(context, { kind: 'activity', id }),
    kind,
    containerId: about.processId,
    data: { instanceId, stepId, itemId },
    touches: [
      { kind: 'instance', id: instanceId },
      { kind: 'step', id: stepId },
      { kind: 'item', id: itemId },
    ],
  }
}

function envelope({ now, actor, newId }: ProcessContext, subject: SubjectRef) {
  return { id: newId<'Event'>(), at: now, actor, subject }
}
