import { type Db, inTransaction } from '../db/transaction.ts'
import { type JournalEvent, readEventsAfter, readHead } from '../journal/index.ts'
import type { Principal } from '../commands/principal.ts'
import type { Shown, Topic } from './topic.ts'

/** Somebody who watches an organisation. `send` gets ready-made stream messages. */
export type Listener = {
  principal: Principal
  readonly since: number
  readonly send: (message: { readonly seq: number; readonly event: 'changes' | 'reset'; readonly data: string }) => void
  /** Fetches the principal anew after access changed; null ends the connection. */
  readonly refresh: () => Promise<Principal | null>
  readonly close: () => void
}

/** `entity` null: it is gone. */
type ShownEntity = { readonly kind: string; readonly id: string; readonly entity: Shown | null; readonly isEvicting: boolean }

type Room = { readonly listeners: Set<Listener>; seq: number; known: number; pumping: Promise<void> | null }

export type Hub = {
  readonly join: (listener: Listener) => Promise<() => void>
  readonly ring: (organisationId: string, seq: number) => void
  readonly pollAll: () => void
  readonly listenerCount: () => number
  /** Ends every connection, so that the server can stop. */
  readonly closeAll: () => void
}

const EVENTS_PER_ROUND = 2_000
/** A browser this far behind is served faster by a fresh snapshot. */
const CATCH_UP_MAX = 5_000

/**
 * Tells everybody who watches what has changed, in commit order. The journal is the truth: a ring
 * only says that there is something to read, and a lost ring is made good by the next or by polling.
 */
export function createHub(deps: {
  readonly db: Db
  readonly topics: readonly Topic[]
  readonly onFault: (error: unknown) => void
}): Hub {
  const topics = new Map(deps.topics.map((topic) => [topic.kind, topic]))
  const rooms = new Map<string, Room>()

  function pump(organisationId: string, room: Room): void {
    room.pumping ??= drain(organisationId, room)
      .catch((error: unknown) => {
        // The next ring or poll tries again; trying at once would only spin.
        room.known = room.seq
        deps.onFault(error)
      })
      .finally(() => {
        room.pumping = null
        if (room.known > room.seq && room.listeners.size > 0) pump(organisationId, room)
      })
  }

  async function drain(organisationId: string, room: Room): Promise<void> {
    for (;;) {
      const round = await readRound(organisationId, room.seq)
      const last = round.events.at(-1)
      if (!last) {
        room.known = room.seq
        return
      }
      if (round.events.some((event) => event.kind.startsWith('access.'))) await refreshAll(room, last.seq)
      for (const listener of room.listeners) if (listener.since < last.seq) deliver(listener, last.seq, round.shown)
      room.seq = last.seq
      if (round.events.length < EVENTS_PER_ROUND && room.known <= room.seq) return
    }
  }

  function readRound(organisationId: string, seq: number) {
    return inTransaction(deps.db, organisationId, async (tx) => {
      const events = await readEventsAfter(tx, { organisationId, seq, limit: EVENTS_PER_ROUND })
      const shown: ShownEntity[] = []
      for (const [kind, ids] of touchedBy(events)) {
        const topic = topics.get(kind)
        if (!topic) continue
        const loaded = await topic.load(tx, organisationId, [...ids])
        const evicting = new Set(events.filter((event) => topic.evictOn?.includes(event.kind)).map((event) => event.subject.id))
        for (const id of ids) shown.push({ kind, id, entity: loaded.get(id) ?? null, isEvicting: evicting.has(id) })
      }
      return { events, shown }
    })
  }

  return {
    async join(listener) {
      const organisationId = listener.principal.organisationId
      const room = rooms.get(organisationId) ?? (await openRoom(organisationId))
      if (room.seq - listener.since > CATCH_UP_MAX || listener.since > room.seq + CATCH_UP_MAX) {
        listener.send({ seq: room.seq, event: 'reset', data: '{}' })
      } else {
        // The room may move on while the listener catches up.
        let seq = listener.since
        while (seq < room.seq) seq = await catchUp(listener, seq)
      }
      room.listeners.add(listener)
      pump(organisationId, room)
      return () => {
        room.listeners.delete(listener)
        if (room.listeners.size === 0) rooms.delete(organisationId)
      }
    },
    ring(organisationId, seq) {
      const room = rooms.get(organisationId)
      if (!room || seq <= room.seq) return
      room.known = Math.max(room.known, seq)
      pump(organisationId, room)
    },
    pollAll() {
      for (const [organisationId, room] of rooms) pump(organisationId, room)
    },
    closeAll() {
      for (const room of rooms.values()) for (const listener of room.listeners) listener.close()
    },
    listenerCount: () => [...rooms.values()].reduce((sum, room) => sum + room.listeners.size, 0),
  }

  async function openRoom(organisationId: string): Promise<Room> {
    const seq = await inTransaction(deps.db, organisationId, (tx) => readHead(tx, organisationId))
    const room = rooms.get(organisationId) ?? { listeners: new Set(), seq, known: seq, pumping: null }
    rooms.set(organisationId, room)
    return room
  }

  async function catchUp(listener: Listener, after: number): Promise<number> {
    const round = await readRound(listener.principal.organisationId, after)
    const last = round.events.at(-1)
    if (!last) return Number.MAX_SAFE_INTEGER
    deliver(listener, last.seq, round.shown)
    return last.seq
  }
}

async function refreshAll(room: Room, seq: number): Promise<void> {
  for (const listener of room.listeners) {
    const before = listener.principal.access
    const principal = await listener.refresh()
    if (!principal) {
      listener.close()
      room.listeners.delete(listener)
    } else {
      listener.principal = principal
      if (principal.access.version !== before.version) listener.send({ seq, event: 'reset', data: '{}' })
    }
  }
}

function touchedBy(events: readonly JournalEvent[]): Map<string, Set<string>> {
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
function deliver(listener: Listener, seq: number, shown: readonly ShownEntity[]): void {
  const changes: string[] = []
  for (const { kind, id, entity, isEvicting } of shown) {
    const view = entity?.viewFor(listener.principal) ?? null
    if (view !== null || entity === null || isEvicting) changes.push(`{"kind":"${kind}","id":"${id}","view":${view}}`)
  }
  listener.send({ seq, event: 'changes', data: `{"seq":${seq},"changes":[${changes.join(',')}]}` })
}
