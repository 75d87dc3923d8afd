import type { Actor } from './actor.ts'
import type { Id } from './id.ts'
import type { Instant } from './time.ts'

/** What an event is about. */
export type SubjectRef = { readonly kind: string; readonly id: string }

/**
 * A fact, as decided by core. The journal adds the organisation and the sequence number, which is
 * handed out in commit order.
 */
export type Event<Kind extends string = string, Data = unknown> = {
  readonly id: Id<'Event'>
  readonly kind: Kind
  readonly at: Instant
  readonly actor: Actor
  readonly subject: SubjectRef
  readonly containerId: Id<'Container'> | null
  readonly data: Data
  /** Other things whose shown state changed with this fact, such as the parent of a finished item. */
  readonly touches?: readonly SubjectRef[]
}
