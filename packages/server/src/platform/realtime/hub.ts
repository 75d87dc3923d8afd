import { type Db, inTransaction } from '../db/transaction.ts'
import { readHead } from '../journal/index.ts'
import type { Listener } from './listener.ts'
import type { PresenceBoard } from './presence.ts'
import { Room } from './room.ts'
import type { Topic } from './topic.ts'

export type Hub = {
  /** Lets somebody watch, after what they missed. Call what it answers when they leave. */
  readonly join: (listener: Listener) => Promise<() => void>
  /** Says that an organisation's journal reaches this far now. */
  readonly ring: (organisationId: string, seq: number) => void
  /** Tells those who have an item before them who else has. */
  readonly tellPresence: (organisationId: string, itemId: string) => void
  /** Looks into every journal that somebody watches, for rings that were lost. */
  readonly pollAll: () => void
  readonly listenerCount: () => number
  /** Ends every connection, so that the server can stop. */
  readonly closeAll: () => void
}

/**
 * Tells everybody who watches what has changed, in commit order. The journal is the truth: a ring
 * only says that there is something to read, and a lost ring is made good by the next or by polling.
 */
export function createHub(deps: {
  readonly db: Db
  readonly topics: readonly Topic[]
  readonly onFault: (error: unknown) => void
  /** Who has which item before them; nobody is told when left out. */
  readonly presence?: PresenceBoard
}): Hub {
  const around = { ...deps, topics: new Map(deps.topics.map((topic) => [topic.kind, topic])) }
  const rooms = new Map<string, Room>()

  async function roomOf(organisationId: string): Promise<Room> {
    const open = rooms.get(organisationId)
    if (open) return open
    const seq = await inTransaction(deps.db, organisationId, (tx) => readHead(tx, organisationId))
    const room = rooms.get(organisationId) ?? new Room(around, organisationId, seq)
    rooms.set(organisationId, room)
    return room
  }

  return {
    async join(listener) {
      const { organisationId } = listener.principal
      const room = await roomOf(organisationId)
      await room.join(listener)
      return () => {
        room.leave(listener)
        if (room.listeners.size === 0 && rooms.get(organisationId) === room) rooms.delete(organisationId)
      }
    },
    ring: (organisationId, seq) => rooms.get(organisationId)?.ring(seq),
    tellPresence(organisationId, itemId) {
      if (deps.presence) rooms.get(organisationId)?.tellPresence(itemId, deps.presence)
    },
    pollAll: () => {
      for (const room of rooms.values()) room.pump()
    },
    closeAll: () => {
      for (const room of rooms.values()) {
        for (const listener of room.listeners) listener.close()
        room.listeners.clear()
      }
    },
    listenerCount: () => [...rooms.values()].reduce((sum, room) => sum + room.listeners.size, 0),
  }
}
