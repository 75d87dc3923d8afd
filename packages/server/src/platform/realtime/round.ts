import { withoutFields, withoutItems } from '@millrace/core/work'
import { type ConfidentialItem, type ItemWall, type Principal, seesItem } from '../commands/index.ts'
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
export type Round = {
  readonly events: readonly JournalEvent[]
  readonly touched: readonly Touched[]
  /** The confidential items that are named in what was touched. */
  readonly confidential: readonly ConfidentialItem[]
}

/** Events read at once. */
export const EVENTS_PER_ROUND = 2_000

/** Reads the events after a sequence number and loads what they touched, once for all listeners. */
export async function readRound(
  deps: {
    readonly db: Db
    readonly topics: ReadonlyMap<string, Topic>
    /** Tells which items are confidential; null where nobody who listens has anything hidden from them. */
    readonly itemWall: ItemWall | null
  },
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
    const confidential = (await deps.itemWall?.findConfidential(tx, idsNamedIn(touched))) ?? []
    return { events, touched, confidential }
  })
}

const ID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g

function idsNamedIn(touched: readonly Touched[]): readonly string[] {
  return [...new Set(touched.flatMap(({ id, entity }) => [id, ...(entity?.view?.match(ID) ?? [])]))]
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
export function deliver(listener: Listener, seq: number, { touched, confidential }: Round): void {
  const changes: string[] = []
  const hidden = new Set(
    confidential.filter((item) => !seesItem(listener.principal, item)).map(({ id }) => id),
  )
  for (const { kind, id, entity, isEvicting } of touched) {
    const view = entity ? viewFor(entity, listener.principal, hidden) : null
    if (view !== null || entity === null || isEvicting)
      changes.push(`{"kind":"${kind}","id":"${id}","view":${view}}`)
  }
  listener.send({ seq, event: 'changes', data: `{"seq":${seq},"changes":[${changes.join(',')}]}` })
}

/** Views are made once for everybody; only of those few in which a hidden field or item stands, another is made. */
function viewFor(entity: Shown, principal: Principal, items: ReadonlySet<string>): string | null {
  const { hidden: fields } = principal.access.fields
  const view = entity.viewFor(principal)
  const holds = (ids: ReadonlySet<string>) => view !== null && ids.values().some((id) => view.includes(id))
  if (view === null || !(holds(fields) || holds(items))) return view
  const shown = withoutItems<unknown>(withoutFields<unknown>(JSON.parse(view), fields), items)
  return shown === null ? null : JSON.stringify(shown)
}
