import type { Id, Instant } from '../kernel/index.ts'

/** The states an instance can be in. */
export const INSTANCE_STATES = ['running', 'finished', 'cancelled'] as const
/** One of them. */
export type InstanceState = (typeof INSTANCE_STATES)[number]

/** One run through a process. It keeps the order of steps that it started with. */
export type ProcessInstance = {
  readonly id: Id<'ProcessInstance'>
  readonly processId: Id<'Container'>
  /** Counted from 1 in each process. */
  readonly number: number
  readonly title: string
  readonly state: InstanceState
  readonly stepIds: readonly Id<'ProcessStep'>[]
  readonly startedAt: Instant
  readonly startedBy: Id<'Person'> | null
  readonly dueAt: Instant | null
  /** When it was finished or cancelled. */
  readonly endedAt: Instant | null
  readonly version: number
}

/** That a work item carries out a step of an instance; closed when the item is done. */
export type Activity = {
  readonly id: Id<'Activity'>
  readonly instanceId: Id<'ProcessInstance'>
  readonly stepId: Id<'ProcessStep'>
  readonly itemId: Id<'WorkItem'>
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

/** All that is known of one instance: where it is and where it has been, oldest first. */
export type InstanceSnapshot = {
  readonly instance: ProcessInstance
  readonly activities: readonly Activity[]
}
