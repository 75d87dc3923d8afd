import type { Actor, Event, Id, Instant } from '../kernel/index.ts'
import { evolve } from './evolve.ts'
import type { WorkEvent } from './work-event.ts'
import type { WorkItem } from './work-item.ts'

/** What every decision may know of the world besides its snapshot: who, when, and fresh ids. */
export type DecideContext = {
  readonly now: Instant
  readonly actor: Actor
  readonly newEventId: () => Id<'Event'>
}

/** The item as it will be, and the facts that make it so. No events: nothing had to change. */
export type Decision = { readonly item: WorkItem; readonly events: readonly WorkEvent[] }

type Facts = WorkEvent extends infer E
  ? E extends Event<infer Kind, infer Data>
    ? { kind: Kind; data: Data }
    : never
  : never

/** Turns facts into events and the item they lead to. The one way by which an item changes. */
export function decided(item: WorkItem, facts: readonly Facts[], context: DecideContext): Decision {
  let next = item
  const events = facts.map((fact) => {
    const event = {
      ...fact,
      id: context.newEventId(),
      at: context.now,
      actor: context.actor,
      subject: { kind: 'item', id: item.id },
      containerId: item.containerIds[0] ?? null,
      ...touchedParents(item, fact),
    } as WorkEvent // The fact's kind and data belong together, which the spread forgets.
    next = evolve(next, event)
    return event
  })
  return { item: next, events }
}

function touchedParents(item: WorkItem, fact: Facts): Pick<Event, 'touches'> {
  const moved = fact.kind === 'work.changed' ? fact.data.changes.parentId : undefined
  const parents = new Set([item.parentId, moved?.to ?? null].filter((id) => id !== null))
  return parents.size === 0 ? {} : { touches: [...parents].map((id) => ({ kind: 'item', id })) }
}
