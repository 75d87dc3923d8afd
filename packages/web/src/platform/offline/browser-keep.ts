import { organisationPath } from '../api.ts'
import { idle } from '../idle.ts'
import { newId } from '../new-id.ts'
import type { Scope } from '../scope.ts'
import {
  type Batch,
  type Change,
  type Keep,
  type KeptChange,
  type KeptScope,
  type PackedSnapshot,
  type Snapshot,
  withRows,
} from '../store/index.ts'
import { answersUnder } from './answers.ts'
import { announceKept, keptScopes, setKeptScopes } from './device.ts'
import { livingHolders, takeLock } from './holder.ts'
import { type LocalDb, localDb, within } from './local-db.ts'

/** The stream is written down this often at most; what is lost with the page, the stream brings again. */
const PAUSE_MS = 1_000
/** A snapshot is written once the page has been drawn, and is at rest. */
const REST_MS = 3_000
/** Small changes arrive even when the page ends; only what waits longer than this is written down. */
const PATIENCE_MS = 300
/** With more changes than this beside them, snapshots are taken anew. */
const CHANGES_MAX = 2_000
/** Containers kept, the latest opened. */
const CONTAINERS_MAX = 12

type Options = {
  readonly organisationId: string
  readonly userId: string
  /** What runs here: what another program kept may have another shape. */
  readonly program: string
  readonly fetch: (scope: Scope) => Promise<Snapshot>
}

/** Keeps an organisation in the browser's database, for one user. */
export class BrowserKeep implements Keep {
  readonly #options: Options
  readonly #place: string
  readonly #holder = newId()
  readonly #freeLock: () => void
  readonly #heard = new Map<string, Change & { readonly seq: number }>()
  readonly #late = new Map<string, () => void>()
  /** The stream was heard without a gap from here to there. */
  #since: number | null = null
  #seq = 0
  #work: Promise<unknown> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | null = null
  #isClosed = false

  constructor(options: Options) {
    this.#options = options
    this.#place = `${options.organisationId}/${options.userId}`
    this.#freeLock = takeLock(this.#holder)
    window.addEventListener('pagehide', this.#hurry)
  }

  async open(): Promise<number | null> {
    if (!this.#scopes().includes('directory')) {
      if (this.#scopes().length > 0) void this.forget()
      return null
    }
    const journal = await this.#do((db) => db.get('journals', this.#place))
    if (journal?.program === this.#options.program) {
      this.#announce()
      this.#since = journal.since
      this.#seq = journal.seq
      return journal.seq
    }
    void this.forget()
    return null
  }

  async scope(scope: Scope): Promise<KeptScope | null> {
    if (!this.#scopes().includes(scope)) return null
    this.#flush()
    const found = await this.#do(async (db) => {
      const tx = db.transaction(['journals', 'scopes', 'changes'])
      return await Promise.all([
        tx.objectStore('journals').get(this.#place),
        tx.objectStore('scopes').get([this.#place, scope]) as Promise<PackedSnapshot | undefined>, // As `keepScope` wrote it.
        tx.objectStore('changes').getAll(within(this.#place)) as Promise<KeptChange[]>, // As `#flush` wrote them.
      ])
    })
    const [journal, packed, changes = []] = found ?? []
    // Of a snapshot from before that, some changes are missing.
    if (!journal || !packed || packed.seq < journal.since) return null
    this.#use(scope)
    return { view: withRows(packed), packed, changes: changes.filter(({ seq }) => seq > packed.seq) }
  }

  keepScope(scope: Scope, { packed }: Snapshot): void {
    setTimeout(() => {
      void idle().then(() => {
        if (this.#isClosed) return
        void this.#do((db) => db.put('scopes', packed, [this.#place, scope])).then(() => this.#use(scope))
      })
    }, REST_MS)
  }

  keepChanges(changes: readonly Change[], seq: number): void {
    for (const change of changes) this.#heard.set(`${change.kind}/${change.id}`, { ...change, seq })
    this.#since ??= seq
    this.#seq = Math.max(seq, this.#seq)
    this.#timer ??= setTimeout(() => this.#flush(), PAUSE_MS)
  }

  async forget(): Promise<void> {
    this.#heard.clear()
    this.#since = null
    this.#seq = 0
    setKeptScopes(this.#place, [])
    this.#announce()
    await this.#do(async (db) => {
      const tx = db.transaction(['journals', 'scopes', 'changes', 'answers'], 'readwrite')
      await Promise.all([
        tx.objectStore('answers').delete(answersUnder(organisationPath(this.#options.organisationId, ''))),
        tx.objectStore('journals').delete(this.#place),
        tx.objectStore('scopes').delete(within(this.#place)),
        tx.objectStore('changes').delete(within(this.#place)),
        tx.done,
      ])
    })
  }

  async takeUnsent(): Promise<readonly Batch[]> {
    const found = (await this.#do((db) => db.getAllFromIndex('unsent', 'place', this.#place))) ?? []
    const living = await livingHolders()
    const left = found.filter(({ holder }) => holder !== this.#holder && !living.has(holder))
    await this.#do(async (db) => {
      const tx = db.transaction('unsent', 'readwrite')
      await Promise.all([...left.map((one) => tx.store.put({ ...one, holder: this.#holder })), tx.done])
    })
    const batches = left.map(({ batch }) => ({ ...(batch as Batch), isSilent: false })) // As `keepUnsent` wrote them.
    return batches.toSorted((a, b) => a.issuedAt - b.issuedAt)
  }

  keepUnsent(batch: Batch, when: 'now' | 'soon'): void {
    const write = () => {
      this.#late.delete(batch.id)
      const one = { place: this.#place, holder: this.#holder, batch }
      void this.#do((db) => db.put('unsent', one))
    }
    if (when === 'now') {
      write()
      return
    }
    this.#late.set(batch.id, write)
    setTimeout(() => {
      if (this.#late.get(batch.id) === write) write()
    }, PATIENCE_MS)
  }

  dropUnsent(batchId: string): void {
    // What was answered in time was never written down.
    if (!this.#late.delete(batchId)) void this.#do((db) => db.delete('unsent', batchId))
  }

  close(): void {
    this.#hurry()
    this.#isClosed = true
    window.removeEventListener('pagehide', this.#hurry)
    void this.#work.then(this.#freeLock)
  }

  readonly #hurry = (): void => {
    for (const write of [...this.#late.values()]) write()
    this.#flush()
  }

  /** Writes down what the stream brought, unless something later is there already from another page. */
  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const [changes, since, seq] = [[...this.#heard.values()], this.#since, this.#seq]
    this.#heard.clear()
    if (since === null) return
    void this.#do(async (db) => {
      const tx = db.transaction(['journals', 'changes'], 'readwrite')
      const [journals, kept] = [tx.objectStore('journals'), tx.objectStore('changes')]
      const journal = await journals.get(this.#place)
      // A page with another program has begun anew.
      if (journal && journal.program !== this.#options.program) return
      await Promise.all(
        changes.map(async (change) => {
          const key: [string, string, string] = [this.#place, change.kind, change.id]
          const present = await kept.get(key)
          if (!present || present.seq <= change.seq) await kept.put(change, key)
        }),
      )
      await journals.put(
        {
          since: Math.max(since, journal?.since ?? 0),
          seq: Math.max(seq, journal?.seq ?? 0),
          program: this.#options.program,
        },
        this.#place,
      )
      const count = await kept.count(within(this.#place))
      await tx.done
      if (count > CHANGES_MAX) void this.#renew()
    })
  }

  /** Takes the snapshots anew, so that what came beside them can go. */
  async #renew(): Promise<void> {
    const scopes = this.#scopes()
    const seq = this.#seq
    await this.forget()
    this.keepChanges([], seq)
    for (const scope of scopes) {
      await idle()
      const snapshot = await this.#options.fetch(scope).catch(() => null)
      if (snapshot) this.keepScope(scope, snapshot)
    }
  }

  /** One after the other, in the order asked for. What fails was not kept. */
  #do<Value>(work: (db: LocalDb) => Promise<Value>): Promise<Value | undefined> {
    const done = this.#work.then(async () => {
      const db = await localDb()
      return db ? await work(db).catch(() => undefined) : undefined
    })
    this.#work = done
    return done
  }

  #scopes(): readonly Scope[] {
    return keptScopes(this.#place) as readonly Scope[] // Written by `#use`.
  }

  /** Puts a scope in front of the list; the container that was opened longest ago goes. */
  #use(scope: Scope): void {
    const scopes = [scope, ...this.#scopes().filter((each) => each !== scope)]
    const [gone] = scopes.filter((each) => each.startsWith('container:')).slice(CONTAINERS_MAX)
    setKeptScopes(
      this.#place,
      scopes.filter((each) => each !== gone),
    )
    this.#announce()
    if (gone) void this.#do((db) => db.delete('scopes', [this.#place, gone]))
  }

  #announce(): void {
    announceKept(this.#options.organisationId, this.#scopes())
  }
}
