import type { Instant } from '../../kernel/index.ts'
import type { TimerCounting } from '../model/bpmn-model.ts'
import type { Variables } from './graph.ts'

/** Where a token is in its life. */
export type TokenState =
  /** At an activity that is being done, or at an event that is waited for. */
  | 'waiting'
  /** One of several instances of an activity whose turn has not come. */
  | 'queued'
  /** At a gateway, until what belongs to it has come. */
  | 'joining'
  /** Stands at a complex gateway that has been passed, until what else belonged to it has come. */
  | 'resetting'
  /** Where it could not go on: somebody has to look. */
  | 'stuck'

/** A token, by which it is told where an instance is. */
export type Token = {
  readonly id: number
  readonly scopeId: number
  readonly node: number
  readonly state: TokenState
  /** The flow it came by; -1 where it began here. */
  readonly via: number
  /** Of one of several instances of an activity: which, and what only it knows. */
  readonly locals: Variables | null
  /** Of a token that compensates: the record it undoes. */
  readonly undoes: number | null
  /** Times that a loop has been gone through. */
  readonly rounds: number
}

/** A scope that is entered: the instance itself, a sub-process, or an activity that is done several times. */
export type Scope = {
  readonly id: number
  /** -1 for the instance itself. */
  readonly parentId: number
  readonly node: number
  readonly kind: 'process' | 'sub' | 'event' | 'multiple' | 'undo'
  /** The token that waits until it is over; -1 where none does. */
  readonly tokenId: number
  readonly variables: Variables
  /** Of several instances: how many there are to be, were begun, and are done. */
  readonly total: number
  readonly begun: number
  readonly done: number
}

/** An event that is waited for. */
export type Wait = {
  readonly id: number
  readonly scopeId: number
  /** The token that it interrupts or lets go on; -1 for the start of an event sub-process. */
  readonly tokenId: number
  readonly node: number
  readonly kind: 'message' | 'signal' | 'timer' | 'conditional'
  /** The name of the message or signal. */
  readonly name: string
  /** Of messages: for whom of several it is waited; null where that is not told apart. */
  readonly key: string | null
  readonly dueAt: Instant | null
  /** Of a timer: what the due moment was computed from. */
  readonly rule: TimerRule | null
  /** Of a timer that goes off several times: which time comes next. */
  readonly cycle: TimerCycle | null
}

/** What a timer goes by. With the calendars of a day it gives the same moment whenever it is asked. */
export type TimerRule = {
  readonly timer: 'date' | 'duration' | 'cycle'
  /** As it is written in the model, or as its expression was answered. */
  readonly value: unknown
  readonly counting: TimerCounting
  /** When it was begun to wait. */
  readonly since: Instant
}

/** The n-th time that a timer goes off, from 0. */
export type TimerCycle = {
  readonly nth: number
  /** Times after this one; null: without an end. */
  readonly left: number | null
  /** When it was due before; null: never yet. */
  readonly after: Instant | null
}

/** A completed activity that can be undone, with what was known when it was completed. */
export type Done = {
  readonly id: number
  readonly scopeId: number
  readonly node: number
  readonly variables: Variables
  /** Of a sub-process: what was completed in it. */
  readonly inner: readonly Done[]
}

/** What could not be done, and where. */
export type Incident = {
  readonly id: number
  readonly tokenId: number
  readonly node: number
  readonly kind: 'expression' | 'no-flow' | 'loop' | 'work'
  readonly text: string
}

/** How an instance ended, or that it has not. */
export type ProcessStatus = 'running' | 'completed' | 'terminated' | 'failed' | 'cancelled'

/** What came to an instance while it was suspended: told to it once it is resumed. */
export type Held =
  | { readonly kind: 'complete'; readonly tokenId: number; readonly values: Variables }
  | {
      readonly kind: 'throw' | 'escalate'
      readonly tokenId: number
      readonly code: string
      readonly values: Variables
    }
  | { readonly kind: 'fail'; readonly tokenId: number; readonly text: string }
  | { readonly kind: 'happen'; readonly waitId: number; readonly values: Variables }

/** All that is known of where one instance is. Ids are numbers of its own, given in the order of what happened. */
export type ProcessState = {
  readonly status: ProcessStatus
  readonly nextId: number
  readonly scopes: readonly Scope[]
  readonly tokens: readonly Token[]
  readonly waits: readonly Wait[]
  readonly done: readonly Done[]
  readonly incidents: readonly Incident[]
  /** Nothing goes on until it is resumed. */
  readonly isSuspended: boolean
  readonly held: readonly Held[]
}

/** Nothing yet. */
export const NOT_STARTED: ProcessState = {
  status: 'running',
  nextId: 1,
  scopes: [],
  tokens: [],
  waits: [],
  done: [],
  incidents: [],
  isSuspended: false,
  held: [],
}
