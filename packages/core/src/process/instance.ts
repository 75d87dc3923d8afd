import type { Id, Instant } from '../kernel/index.ts'
import type { ProcessState } from './engine/state.ts'
import type { HistoryEntry } from './history.ts'

/** The states an instance can be in. */
export const INSTANCE_STATES = ['running', 'finished', 'cancelled', 'failed'] as const
/** One of them; failed: it ended by an error that nothing in its model catches. */
export type InstanceState = (typeof INSTANCE_STATES)[number]

/** That nothing goes on in an instance, or that none begins by a version. */
export type Suspension = {
  readonly at: Instant
  /** Null: nobody in particular. */
  readonly by: Id<'Person'> | null
  readonly reason: string
}

/** One run through a process. It keeps the version of the model that it started with. */
export type ProcessInstance = {
  readonly id: Id<'ProcessInstance'>
  readonly processId: Id<'Container'>
  /** The version of the model that it runs by. */
  readonly modelId: Id<'ProcessVersion'>
  /** Counted from 1 in each process. */
  readonly number: number
  readonly title: string
  readonly state: InstanceState
  /** The steps of its version, in the order of the outline. */
  readonly stepIds: readonly Id<'ProcessStep'>[]
  /** What others know it by. */
  readonly businessKey: string | null
  /** Who called it, and the token there that waits for its end. */
  readonly parent: { readonly instanceId: Id<'ProcessInstance'>; readonly tokenId: number } | null
  readonly startedAt: Instant
  readonly startedBy: Id<'Person'> | null
  readonly dueAt: Instant | null
  /** When it was finished or cancelled, or failed. */
  readonly endedAt: Instant | null
  /** Null: it goes on. */
  readonly suspension: Suspension | null
  readonly version: number
}

/** That a work item carries out a step of an instance; closed when the item is done. */
export type Activity = {
  readonly id: Id<'Activity'>
  readonly instanceId: Id<'ProcessInstance'>
  readonly stepId: Id<'ProcessStep'>
  readonly itemId: Id<'WorkItem'>
  /** The token that stands at the step. */
  readonly tokenId: number
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

/** All that is known of one instance: where it is and where it has been, oldest first. */
export type InstanceSnapshot = {
  readonly instance: ProcessInstance
  readonly engine: ProcessState
  readonly activities: readonly Activity[]
  /** How many entries its history has. */
  readonly entries: number
}

/** An instance as it will be, and what that adds to its history. */
export type InstanceChange = InstanceSnapshot & { readonly entry: HistoryEntry }
