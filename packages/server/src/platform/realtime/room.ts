import { sameFieldRights } from '@millrace/core/work'
import type { Access, ItemWall, Principal } from '../commands/index.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { type JournalEvent, readHead } from '../journal/index.ts'
import type { Listener, StreamMessage } from './listener.ts'
import type { PresenceBoard } from './presence.ts'
import { deliver, EVENTS_PER_ROUND, readRound } from './round.ts'
import type { Topic } from './topic.ts'

type Around = {
  readonly db: Db
  readonly topics: ReadonlyMap<string, Topic>
  readonly onFault: (error: unknown) => void
}

/** A browser this far behind is served faster by a fresh snapshot. */
const CATCH_UP_MAX = 5_000

/** Everybody who watches one organisation, and how far they have been told. */
export class Room {
  readonly listeners = new Set<Listener>()
  private readonly around: Around
  private readonly organisationId: string
  private seq: number
  private known: number
  private pumping: Promise<void> | null = null

  constructor(around: Around, organisationId: string, seq: number) {
    this.around = around
    this.organisationId = organisationId
    this.seq = seq
    this.known = seq
  }

  async join(listener: Listener): Promise<void> {
    if ((await this.isBeyond(listener.since)) || !(await this.tellMissed(listener)))
      listener.send(resetAt(this.seq))
    this.listeners.add(listener)
    this.pump()
  }

  /** Whether somebody heard of more than there is, as when a backup was restored meanwhile. */
  private async isBeyond(since: number): Promise<boolean> {
    if (since <= this.seq) return false
    const { db } = this.around
    const head = await inTransaction(db, this.organisationId, (tx) => readHead(tx, this.organisationId))
    return since > head
  }

  /** Tells what came since; false where only a fresh snapshot will do: it was too much, or rights were changed. */
  private async tellMissed(listener: Listener): Promise<boolean> {
    if (this.seq - listener.since > CATCH_UP_MAX) return false
    // The room may move on while the listener catches up.
    for (let seq = listener.since; seq < this.seq; ) {
      const round = await this.read(seq, listener)
      const { events } = round
      const last = events.at(-1)
      if (!last) return true
      if (events.some((event) => mayConcern(listener.principal, event))) return false
      deliver(listener, last.seq, round)
      seq = last.seq
    }
    return true
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener)
  }

  /** Tells those who have an item before them who else has. It is no part of the journal. */
  tellPresence(itemId: string, board: PresenceBoard): void {
    for (const listener of this.listeners) {
      if (!board.isAt(itemId, listener.principal)) continue
      const view = { people: board.othersOf(itemId, listener.principal) }
      const changes = [{ kind: 'presence', id: itemId, view }]
      const data = JSON.stringify({ seq: this.seq, changes })
      listener.send({ seq: this.seq, event: 'changes', data })
    }
  }

  ring(seq: number): void {
    if (seq <= this.seq) return
    this.known = Math.max(this.known, seq)
    this.pump()
  }

  /** Tells what is new, unless that is going on already. */
  pump(): void {
    this.pumping ??= this.drain()
      .catch((error: unknown) => {
        // The next ring or poll tries again; trying at once would only spin.
        this.known = this.seq
        // What was still being read when the last one left, as when the server stops, was for nobody.
        if (this.listeners.size > 0) this.around.onFault(error)
      })
      .finally(() => {
        this.pumping = null
        if (this.known > this.seq && this.listeners.size > 0) this.pump()
      })
  }

  private async drain(): Promise<void> {
    for (;;) {
      let round = await this.read(this.seq)
      if (round.events.some(concernsAccess)) {
        const shown = round.touched.filter(({ kind }) => kind === 'container').map(({ id }) => id)
        const hadWall = this.itemWall() !== null
        await this.refreshAll(round.events.at(-1)?.seq ?? this.seq, new Set(shown))
        // What has become confidential for the first time was read when nobody knew of anything such.
        if (!hadWall && this.itemWall()) round = await this.read(this.seq)
      }
      const { events } = round
      const last = events.at(-1)
      if (!last) {
        this.known = this.seq
        return
      }
      this.seq = last.seq
      for (const listener of this.listeners) if (listener.since < last.seq) deliver(listener, last.seq, round)
      if (events.length < EVENTS_PER_ROUND && this.known <= this.seq) return
    }
  }

  private read(seq: number, listener?: Listener) {
    const itemWall = listener?.principal.access.itemWall ?? this.itemWall()
    return readRound({ ...this.around, itemWall }, { organisationId: this.organisationId, seq })
  }

  /** That of anybody who listens: which items are confidential it says of the whole organisation. */
  private itemWall(): ItemWall | null {
    for (const { principal } of this.listeners)
      if (principal.access.itemWall) return principal.access.itemWall
    return null
  }

  /** Looks at everybody's rights anew. Who gained no more than what this round shows needs no fresh snapshot. */
  private async refreshAll(seq: number, shown: ReadonlySet<string>): Promise<void> {
    for (const listener of this.listeners) {
      const before = listener.principal
      const principal = await listener.refresh()
      if (!principal) {
        listener.close()
        this.listeners.delete(listener)
        continue
      }
      listener.principal = principal
      const isNew =
        before.orgRole !== principal.orgRole ||
        !sameFieldRights(before.access.fields, principal.access.fields) ||
        !differsOnlyIn(shown, before.access, principal.access)
      if (isNew) listener.send(resetAt(seq))
    }
  }
}

/** Says how far the journal reaches, so that whoever heard of more knows it. */
function resetAt(seq: number): StreamMessage {
  return { seq, event: 'reset', data: JSON.stringify({ seq }) }
}

/** Whether rights were changed that may be the person's own. Who sees everything gains and loses only by their role. */
function mayConcern({ access, personId }: Principal, event: JournalEvent): boolean {
  if (!concernsAccess(event)) return false
  return access.containers !== 'all' || event.subject.id === personId
}

function concernsAccess({ kind }: JournalEvent): boolean {
  return kind.startsWith('access.')
}

/** Whether nothing was lost, and whatever was gained or changed is among the containers shown anyway. */
function differsOnlyIn(shown: ReadonlySet<string>, before: Access, after: Access): boolean {
  if (before.containers === 'all' || after.containers === 'all') return before.containers === after.containers
  for (const id of before.containers.keys()) if (!after.containers.has(id)) return false
  for (const [id, role] of after.containers)
    if (before.containers.get(id) !== role && !shown.has(id)) return false
  return true
}
