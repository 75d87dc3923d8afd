import type { Actor, Event, Id, Instant } from '@millrace/core/kernel'
import type { Tx } from '../db/transaction.ts'
import type { NewJob } from '../jobs/index.ts'
import type { ContainerRole, Principal } from './principal.ts'

/** Where rows come from: made here, by the demo story, or by an import run. */
export type Origin =
  | { readonly kind: 'own' }
  /** The story tells of the past: what happened before `newsSince` is told to nobody. */
  | { readonly kind: 'demo'; readonly newsSince: Instant }
  | { readonly kind: 'import'; readonly runId: Id<'ImportRun'> }

/**
 * What was found of the organisation with whoever asks, a moment before: commands and questions that need
 * no more than that need not ask for it again.
 */
export type OrganisationFacts = {
  readonly accessVersion: number
  readonly catalogueVersion: number
  readonly currency: string
  readonly timeZone: string
  readonly weekStart: number
}

/**
 * One unit of work: a transaction in which a group of commands loads, decides and records. Events
 * recorded here are journalled in the same transaction, as its last statement.
 */
export type Unit = {
  readonly tx: Tx
  readonly organisationId: Id<'Organisation'>
  readonly principal: Principal
  readonly actor: Actor
  readonly origin: Origin
  readonly now: Instant
  /** As of the beginning of a request; absent where nobody asked. */
  readonly organisation?: OrganisationFacts | undefined
  readonly newId: <Entity extends string>() => Id<Entity>
  /** Lets the person act in a container that this unit of work has just made. */
  readonly openContainer: (containerId: string, role: ContainerRole) => void
  /** Hands events to the journal, and to reactions that belong to the same transaction. */
  readonly record: (events: readonly Event[]) => void
  /** Asks for work that is done after the transaction, and not at all when it rolls back. */
  readonly enqueue: (job: NewJob) => Promise<void>
}

/** What a question may use. It runs in a read-only transaction of its own. */
export type QueryContext = {
  readonly tx: Tx
  readonly organisationId: Id<'Organisation'>
  readonly principal: Principal
  readonly now: Instant
  /** As of the beginning of a request; absent where nobody asked. */
  readonly organisation?: OrganisationFacts | undefined
}

/**
 * What follows from events within the same transaction, such as a process going on when its step's
 * item is done. It may record further events.
 */
export type Reaction = {
  readonly kinds: readonly string[]
  /** Asks ahead what `react` is going to need; see `askingReaction`. */
  readonly ask?: (unit: Unit, events: readonly Event[]) => Promise<unknown>
  /** @param answer what `ask` found */
  readonly react: (unit: Unit, events: readonly Event[], answer: unknown) => Promise<void>
}

/**
 * A reaction that begins with a question, as most of those to everyday events do. The questions of all
 * reactions to the same events travel together, before any of them acts: so `ask` gives one statement at
 * most, at once, and its answer must be none that another reaction to the same events changes.
 */
export function askingReaction<Answer>(reaction: {
  readonly kinds: readonly string[]
  readonly ask: (unit: Unit, events: readonly Event[]) => Promise<Answer>
  readonly react: (unit: Unit, events: readonly Event[], answer: Answer) => Promise<void>
}): Reaction {
  return reaction as Reaction // It gets what its own `ask` answered.
}
