import type { Event } from '@millrace/core/kernel'
import type { Relation, WorkEvent } from '@millrace/core/work'

/** That an item has come to lie below something, or no longer does. */
export type Moved = {
  readonly itemId: string
  readonly parentId: string | null
  readonly before: string | null
}

/** What happened to the order of plans, whatever else happened. */
export type OrderChange = {
  /** New links. */
  readonly links: readonly Relation[]
  readonly created: readonly Moved[]
  readonly moved: readonly Moved[]
  /** Into other projects, with all that it had before. */
  readonly placedIds: readonly string[]
  readonly archivedIds: readonly string[]
  readonly restoredIds: readonly string[]
}

/** What some events say about the order of plans. */
export function orderChangeOf(events: readonly Event[]): OrderChange {
  const works = events as readonly WorkEvent[] // The kinds asked for are those of work, but for links.
  return {
    links: events.flatMap(newLink),
    created: works.flatMap(createdBelow),
    moved: works.flatMap(movedBelow),
    placedIds: idsOf('work.placed'),
    archivedIds: idsOf('work.archived'),
    restoredIds: idsOf('work.restored'),
  }

  function idsOf(wanted: WorkEvent['kind']): readonly string[] {
    return works.filter(({ kind }) => kind === wanted).map(({ subject }) => subject.id)
  }
}

function newLink({ kind, data }: Event): readonly Relation[] {
  if (kind !== 'work.related') return []
  const { relation } = data as { readonly relation: Relation } // What the feature of work records with this kind.
  return relation.kind === 'precedes' ? [relation] : []
}

function createdBelow(event: WorkEvent): readonly Moved[] {
  if (event.kind !== 'work.created' || event.data.item.parentId === null) return []
  return [{ itemId: event.subject.id, parentId: event.data.item.parentId, before: null }]
}

function movedBelow(event: WorkEvent): readonly Moved[] {
  const change = event.kind === 'work.changed' ? event.data.changes.parentId : undefined
  return change ? [{ itemId: event.subject.id, parentId: change.to, before: change.from }] : []
}
