import type { BootstrapView } from '@millrace/contract'
import type { CommandName, Input, Output } from '../api.ts'
import { newId } from '../new-id.ts'
import { type Refused, refusedBy } from '../refused.ts'
import { type Batch, type Call, callOf, targetsOf } from './calls.ts'
import { Draft } from './draft.ts'
import { Feed } from './feed.ts'
import { foresee } from './foresee.ts'
import { History, type HistoryEntry, turned } from './history.ts'
import { KEEP_NOTHING, type Keep } from './keep.ts'
import { isKind, KINDS, over, UNHEARD, type Write, writeOf, writesIn } from './kinds.ts'
import { Marks } from './marks.ts'
import { hangingOn, outOfSight } from './out-of-sight.ts'
import { issue, Outbox, type Outcome } from './outbox.ts'
import { Pool } from './pool.ts'
import { predictAll } from './predict.ts'
import { writeOfResult } from './results.ts'
import { Scopes, writesOf } from './scopes.ts'
import { seenBy } from './seen.ts'
import { Signals } from './signals.ts'
import type {
  Around,
  Connection,
  Foreseen,
  Held,
  IssueOptions,
  RunOptions,
  RunOutcome,
  StoreEvent,
} from './store-types.ts'
import { type Change, type Clock, type StreamMessage, systemClock, type Transport } from './transport.ts'

/**
 * The page's memory of one organisation: loads scopes, follows the change stream, shows commands
 * before the server has answered them, and takes them back when it refuses.
 */
export class Store {
  readonly organisationId: string
  readonly pool = new Pool()
  readonly scopes: Scopes
  readonly marks = new Marks()
  readonly signals = new Signals()
  readonly #clock: Clock
  readonly #keep: Keep
  readonly #outbox: Outbox
  readonly #feed: Feed
  readonly #history = new History()
  readonly #eventListeners = new Set<(event: StoreEvent) => void>()
  readonly #changeListeners = new Set<(changes: readonly Change[] | 'all') => void>()
  #isStopped = false
  #connection: Connection = { state: 'connecting', waiting: 0 }

  constructor(
    organisationId: string,
    transport: Transport,
    { clock = systemClock, keep = KEEP_NOTHING, onJournalBack = () => {} }: Around = {},
  ) {
    this.organisationId = organisationId
    this.#clock = clock
    this.#keep = keep
    this.scopes = new Scopes(this.pool, {
      bootstrap: transport.bootstrap,
      keep,
      onTaken: (changes) => {
        for (const change of changes) this.#takeOne(change, change.seq)
        if (this.#outbox.size > 0) this.#predictAnew()
      },
    })
    this.#outbox = new Outbox({
      transport,
      clock,
      keep,
      onAnswer: (batch, answer) => this.#confirm(batch, answer.seq, answer.results),
      onRefused: (batch, refused) => this.#rollBack(batch, refused),
      onState: (state) => {
        if (state !== 'open') this.#connect({ state })
        else if (this.#connection.state === 'offline') this.#feed.hurry()
        this.#connect({ waiting: this.#outbox.size })
      },
    })
    this.#feed = new Feed({
      transport,
      clock,
      onChanges: (message) => this.#take(message),
      onReset: () => this.#reload(),
      onJournalBack: () => void keep.forget().then(onJournalBack),
      onState: (state) => {
        this.#connect({ state })
        if (state === 'live') void this.#sendUnsent()
      },
    })
  }

  /** Loads the directory, then follows the stream from where what was kept ends. */
  async start(): Promise<void> {
    const kept = await this.#keep.open()
    const seq = await this.scopes.load('directory')
    if (kept === null) this.#keep.keepChanges([], seq)
    await this.#takeUnsent()
    if (!this.#isStopped) this.#feed.start(kept ?? seq)
  }

  stop(): void {
    this.#isStopped = true
    this.#feed.stop()
    this.#outbox.stop()
    this.#keep.close()
  }

  /** Tries everything again now: the computer woke up, the network is back, somebody signed in again. */
  hurry(): void {
    this.#outbox.hurry()
    if (this.#connection.state === 'signed-out') this.#feed.start(this.#feed.seq)
    else this.#feed.hurry()
  }

  /** The last position of the journal that was heard of: what is asked for now is at least as new. */
  get seq(): number {
    return this.#feed.seq
  }

  /** What the server has not answered yet, the earliest first. */
  unsent(): readonly Batch[] {
    return this.#outbox.batches()
  }

  /** Gives up a change that was not sent yet; false when it is on its way already. */
  discard(batchId: string): boolean {
    if (!this.#outbox.discard(batchId)) return false
    this.#history.drop(batchId)
    this.#showUnsent()
    return true
  }

  connection(): Connection {
    return this.#connection
  }

  /** Sends one command; what it does is shown at once. */
  async run<Name extends CommandName>(
    name: Name,
    input: Input<Name>,
    options: RunOptions = {},
  ): Promise<RunOutcome<Name>> {
    const outcome = await this.runBatch([callOf(name, input)], options)
    if (!outcome.ok) return outcome
    // The server answers each call with its own operation's output.
    return { ok: true, output: outcome.results[0] as Output<Name> }
  }

  /** Sends several commands that are done together or not at all. At most `BATCH_MAX`. */
  runBatch(calls: readonly Call[], options: RunOptions = {}): Promise<Outcome> {
    const seen = calls.map((call) => seenBy(call, this.pool))
    return this.#issue(
      seen,
      {
        label: options.undoLabel ?? null,
        isSilent: options.isSilent ?? false,
        hasBack: options.back !== undefined,
      },
      (entry) => {
        this.#history.did(options.back ? { ...entry, calls: options.back, forth: calls } : entry)
        if (options.undoLabel !== undefined) {
          this.#tell({ kind: 'did', batchId: entry.batchId, label: options.undoLabel })
        }
      },
    )
  }

  /** Whether core would refuse a command now, without doing it. */
  check(call: Call): Refused | null {
    return this.foresee([[call]]).refused[0] ?? null
  }

  /**
   * What batches would make of what is shown, one after the other, without doing any of it. A batch that would be
   * refused is left out.
   */
  foresee(batches: readonly (readonly Call[])[]): Foreseen {
    return foresee(this.pool, batches, this.#context(this.#clock.now()))
  }

  /** Takes back the last thing done here, or a certain one, by a new command. */
  undo(batchId?: string): void {
    const entry = this.#history.takeUndo(batchId)
    if (entry) this.#turn(entry, 'undid')
    else this.#tell({ kind: 'nothing-to-undo' })
  }

  redo(): void {
    const entry = this.#history.takeRedo()
    if (entry) this.#turn(entry, 'redid')
    else this.#tell({ kind: 'nothing-to-redo' })
  }

  /** The person has read why something was refused. */
  dismiss(id: string): void {
    this.marks.setProblem([id], null)
  }

  /**
   * Takes in entities that a query answered, and keeps them up to date from now on.
   *
   * @param asked what was kept before of that which the query answers in full: the rest of it is gone
   */
  absorb(view: Omit<Partial<BootstrapView>, 'seq'>, asked: readonly Held[] = []): void {
    const answered = new Set(writesOf({ ...view, seq: 0 }).map(({ id }) => id))
    this.pool.change(() => {
      for (const { kind, id } of asked) {
        if (!answered.has(id)) this.pool.confirm(writeOf(kind, id, null), this.#feed.seq)
      }
      for (const write of writesOf({ ...view, seq: 0 })) this.pool.confirm(write, this.#feed.seq)
    })
  }

  onEvent(listener: (event: StoreEvent) => void): () => void {
    this.#eventListeners.add(listener)
    return () => this.#eventListeners.delete(listener)
  }

  /** Everything on the stream, kept here or not; `all` when anything may have changed meanwhile. */
  onChanges(listener: (changes: readonly Change[] | 'all') => void): () => void {
    this.#changeListeners.add(listener)
    return () => this.#changeListeners.delete(listener)
  }

  #turn(entry: HistoryEntry, kind: 'undid' | 'redid'): void {
    const { calls, label, batchId, forth } = entry
    void this.#issue(calls, { label, isSilent: false, hasBack: forth !== undefined }, (back) => {
      this.#history[kind](turned(entry, back))
      this.#tell({ kind, batchId, label })
    })
  }

  async #issue(
    calls: readonly Call[],
    { hasBack = false, ...how }: IssueOptions,
    onIssued: (entry: HistoryEntry) => void,
  ): Promise<Outcome> {
    if (calls.length === 0) return { ok: true, results: [] }
    const now = this.#clock.now()
    const draft = new Draft(this.pool, 'shown')
    const { inverse, refused } = predictAll(draft, calls, this.#context(now))
    if (refused) {
      const reason = refusedBy(refused.refusal, refused.index)
      if (!how.isSilent) this.#tell({ kind: 'refused', refused: reason, calls })
      return { ok: false, refused: reason }
    }
    const batch: Batch = { id: newId(), calls: issue(calls, newId), issuedAt: now, ...how }
    this.marks.setProblem(calls.flatMap(targetsOf), null)
    this.pool.predict(over(this.pool.overlay(), draft.writes))
    if (inverse.length > 0 || hasBack) onIssued({ batchId: batch.id, label: how.label ?? '', calls: inverse })
    const outcome = this.#outbox.push(batch)
    this.#showWaiting()
    return await outcome
  }

  /** Takes over what pages that are closed by now have left; it is shown at once. */
  async #takeUnsent(): Promise<void> {
    const batches = await this.#keep.takeUnsent()
    if (batches.length === 0 || this.#isStopped) return
    this.#outbox.restore(batches)
    this.#showUnsent()
  }

  async #sendUnsent(): Promise<void> {
    this.#outbox.hurry()
    await this.#takeUnsent()
    this.#outbox.hurry()
  }

  #showUnsent(): void {
    this.pool.change(() => this.#predictAnew())
    this.#showWaiting()
  }

  #confirm(batch: Batch, seq: number, results: readonly unknown[]): void {
    const answered = batch.calls.flatMap((call, index) => writeOfResult(call.name, results[index]) ?? [])
    this.pool.change(() => {
      for (const write of this.#sideWrites(batch, seq)) this.pool.confirm(write, seq)
      for (const write of answered) this.pool.confirm(write, seq)
      this.#predictAnew()
    })
    this.#showWaiting()
  }

  /** What the batch changes besides what it is answered with, such as the counts at a parent. */
  #sideWrites(batch: Batch, seq: number): readonly Write[] {
    const draft = new Draft(this.pool, 'base')
    predictAll(draft, batch.calls, this.#context(batch.issuedAt))
    return writesIn(draft.writes, seq > this.#feed.seq ? KINDS : UNHEARD)
  }

  #rollBack(batch: Batch, refused: Refused): void {
    this.#history.drop(batch.id)
    this.pool.change(() => this.#predictAnew())
    this.#showWaiting()
    const guilty = batch.calls[refused.index]
    this.marks.setProblem(guilty ? targetsOf(guilty) : batch.calls.flatMap(targetsOf), refused)
    if (!batch.isSilent) this.#tell({ kind: 'refused', refused, calls: batch.calls })
  }

  #predictAnew(): void {
    const draft = new Draft(this.pool, 'base')
    for (const batch of this.#outbox.batches()) predictAll(draft, batch.calls, this.#context(batch.issuedAt))
    this.pool.predict(draft.writes)
  }

  #take({ seq, changes }: Extract<StreamMessage, { event: 'changes' }>): void {
    // Lines come first: an item may be ours to keep because of one.
    const isLine = ({ kind }: Change) => Number(kind === 'checklistLine')
    const ordered = changes.toSorted((a, b) => isLine(b) - isLine(a))
    const gone = outOfSight(changes)
    // The device is not to know of them either: it keeps what it loads from now on.
    if (gone.size > 0) void this.#keep.forget()
    this.pool.change(() => {
      for (const change of ordered) this.#takeOne(change, seq)
      for (const { kind, id } of hangingOn(this.pool, gone)) this.pool.confirm(writeOf(kind, id, null), seq)
      if (this.#outbox.size > 0) this.#predictAnew()
    })
    this.#keep.keepChanges(
      changes.filter(({ kind }) => isKind(kind)),
      seq,
    )
    for (const listener of [...this.#changeListeners]) listener(changes)
  }

  #takeOne({ kind, id, view }: Change, seq: number): void {
    if (!isKind(kind)) return
    // The stream carries views as the contract describes them for each kind.
    const write = writeOf(kind, id, view as never)
    if (view === null || this.scopes.wants(write)) this.pool.confirm(write, seq)
  }

  async #reload(): Promise<number> {
    const seq = await this.scopes.reload()
    void this.#keep.forget()
    this.#keep.keepChanges([], seq)
    this.pool.change(() => this.#predictAnew())
    for (const listener of [...this.#changeListeners]) listener('all')
    return seq
  }

  #context(now: number) {
    const personId = this.scopes.me?.personId ?? ''
    return { now, personId, newId, actor: { kind: 'person', personId } as const }
  }

  #showWaiting(): void {
    this.marks.setPending(this.#outbox.batches())
    this.#connect({ waiting: this.#outbox.size })
  }

  #connect(change: Partial<Connection>): void {
    const next = { ...this.#connection, ...change }
    if (next.state === this.#connection.state && next.waiting === this.#connection.waiting) return
    this.#connection = next
    this.signals.mark('connection')
    this.signals.flush()
  }

  #tell(event: StoreEvent): void {
    for (const listener of [...this.#eventListeners]) listener(event)
  }
}
