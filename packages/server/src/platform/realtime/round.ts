import { withoutFields } from '@millrace/core/work'
import type { Principal } from '../commands/index.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { type JournalEvent, readEventsAfter } from '../journal/index.ts'
import type { Listener } from './listener.ts'
import type { Shown, Topic } from './topic.ts'

/** An entity that events touched; null: it is gone. */
type Touched = {
  readonly kind: string
  readonly id: string
  readonly entity: Shown | null
  readonly isEvicting: boolean
}

/** Some events, and what they touched as it is now. */
export type Round = { readonly events: readonly JournalEvent[]; readonly touched: readonly Touched[] }

/** Events read at once. */
export const EVENTS_PER_ROUND = 2_000

/** Reads the events after a sequence number and loads what they touched, once for all listeners. */
export async function readRound(
  deps: { readonly db: Db; readonly topics: ReadonlyMap<string, Topic> },
  after: { readonly organisationId: string; readonly seq: number },
): Promise<Round> {
  const { organisationId, seq } = after
  return await inTransaction(deps.db, organisationId, async (tx) => {
    const events = await readEventsAfter(tx, { organisationId, seq, limit: EVENTS_PER_ROUND })
    const touched: Touched[] = []
    for (const [kind, ids] of idsTouchedBy(events)) {
      const topic = deps.topics.get(kind)
      if (!topic) continue
      const loaded = await topic.load(tx, organisationId, [...ids])
      const evicting = new Set(
        events.filter(({ kind: fact }) => topic.evictOn?.includes(fact)).map(({ subject }) => subject.id),
      )
      for (const id of ids)
        touched.push({ kind, id, entity: loaded.get(id) ?? null, isEvicting: evicting.has(id) })
    }
    return { events, touched }
  })
}

function idsTouchedBy(events: readonly JournalEvent[]): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>()
  for (const event of events) {
    for (const { kind, id } of [event.subject, ...event.touches]) {
      const ids = touched.get(kind) ?? new Set()
      touched.set(kind, ids.add(id))
    }
  }
  return touched
}

/** Who cannot see an entity hears nothing of it, unless it may just have left their sight. */
export function deliver(listener: Listener, seq: number, touched: readonly Touched[]): void {
  const changes: string[] = []
  for (const { kind, id, entity, isEvicting } of touched) {
    const view = entity ? viewFor(entity, listener.principal) : null
    if (view !== null || entity === null || isEvicting)
      changes.push(`{"kind":"${kind}","id":"${id}","view":${view}}`)
  }
  listener.send({ seq, event: 'changes', data: `{"seq":${seq},"changes":[${changes.join(',')}]}` })
}

/** Views are made once for everybody; only of those few in which a hidden field stands, another is made. */
function viewFor(entity: Shown, principal: Principal): string | null {
  const { hidden } = principal.access.fields
  const view = entity.viewFor(principal)
  if (hidden.size === 0 || view === null || !hidden.values().some((id) => view.includes(id))) return view
  return JSON.stringify(withoutFields<unknown>(JSON.parse(view), hidden))
}
