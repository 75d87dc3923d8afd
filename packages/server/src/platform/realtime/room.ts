import type { Access } from '../commands/index.ts'
import type { Db } from '../db/transaction.ts'
import type { Listener } from './listener.ts'
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
    if (Math.abs(this.seq - listener.since) > CATCH_UP_MAX) {
      listener.send({ seq: this.seq, event: 'reset', data: '{}' })
    } else {
      // The room may move on while the listener catches up.
      let seq = listener.since
      while (seq < this.seq) seq = await this.catchUp(listener, seq)
    }
    this.listeners.add(listener)
    this.pump()
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener)
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
        this.around.onFault(error)
      })
      .finally(() => {
        this.pumping = null
        if (this.known > this.seq && this.listeners.size > 0) this.pump()
      })
  }

  private async drain(): Promise<void> {
    for (;;) {
      const { events, touched } = await this.read(this.seq)
      const last = events.at(-1)
      if (!last) {
        this.known = this.seq
        return
      }
      if (events.some((event) => event.kind.startsWith('access.'))) {
        const shown = touched.filter(({ kind }) => kind === 'container').map(({ id }) => id)
        await this.refreshAll(last.seq, new Set(shown))
      }
      this.seq = last.seq
      for (const listener of this.listeners)
        if (listener.since < last.seq) deliver(listener, last.seq, touched)
      if (events.length < EVENTS_PER_ROUND && this.known <= this.seq) return
    }
  }

  private read(seq: number) {
    return readRound(this.around, { organisationId: this.organisationId, seq })
  }

  private async catchUp(listener: Listener, after: number): Promise<number> {
    const { events, touched } = await this.read(after)
    const last = events.at(-1)
    if (!last) return Number.MAX_SAFE_INTEGER
    deliver(listener, last.seq, touched)
    return last.seq
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
        before.orgRole !== principal.orgRole || !differsOnlyIn(shown, before.access, principal.access)
      if (isNew) listener.send({ seq, event: 'reset', data: '{}' })
    }
  }
}

/** Whether nothing was lost, and whatever was gained or changed is among the containers shown anyway. */
function differsOnlyIn(shown: ReadonlySet<string>, before: Access, after: Access): boolean {
  if (before.containers === 'all' || after.containers === 'all') return before.containers === after.containers
  for (const id of before.containers.keys()) if (!after.containers.has(id)) return false
  for (const [id, role] of after.containers)
    if (before.containers.get(id) !== role && !shown.has(id)) return false
  return true
}
