import type { Actor } from '@millrace/core/kernel'
import type {
  InstanceSnapshot,
  NotFitting,
  newInstance,
  ProcessCommand,
  ProcessEffect,
} from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import type { Compiled } from '../graphs.ts'

/** Whoever lets instances go on when nobody in particular does. */
export const ENGINE: Actor = { kind: 'engine', engine: 'process' }

/** What is asked of others than people. */
export type OthersWork = Exclude<ProcessEffect, { readonly kind: 'open-work-item' | 'archive-work-item' }>

/** An instance that is to begin. */
export type Start = {
  readonly given: Omit<Parameters<typeof newInstance>[0], 'stepIds' | 'number'>
  readonly values: Readonly<Record<string, unknown>>
  /** The start event that has happened; without it, it begins at those that wait for nothing. */
  readonly at?: string
  readonly actor: Actor
}

/** Instances that are locked and go on; the whole of it is the `InstanceSet`. */
export type RunningSet = {
  readonly unit: Unit
  readonly find: (id: string) => InstanceSnapshot | undefined
  readonly all: () => readonly InstanceSnapshot[]
  readonly modelOf: (modelId: string) => Compiled
  readonly add: (ids: readonly string[]) => Promise<void>
  readonly know: (what: {
    readonly processIds: readonly string[]
    readonly modelIds: readonly string[]
  }) => Promise<void>
  readonly count: (processIds: readonly string[]) => Promise<void>
  readonly start: (start: Start) => InstanceSnapshot
  readonly tell: (id: string, command: ProcessCommand, actor?: Actor) => NotFitting | 'no-instance' | null
  /** Writes what refers to instances once they are written themselves. */
  readonly afterwards: (write: () => void) => void
}

/**
 * Whoever does a part of what no person does. It may tell the instances of the set at once, begin others, or ask for
 * something later in the same transaction.
 */
export type Doer = {
  readonly does: (work: OthersWork) => boolean
  readonly carry: (set: RunningSet, work: readonly OthersWork[]) => Promise<void>
}
