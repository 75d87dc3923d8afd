import type { BootstrapView, ContainerView, ItemView, TypeView } from '@millrace/contract'
import { randomBytes10, seededRandom, uuidV7 } from '@millrace/core/kernel'
import {
  archiveWorkItem,
  changeWorkItem,
  createWorkItem,
  type ItemRules,
  type ItemType,
  moveWorkItem,
  restoreWorkItem,
  type WorkItem,
} from '@millrace/core/work'
import { refusedBy, Unreachable } from '../../refused.ts'
import { type Batch, type BatchAnswer, type Call, callOf, type IssuedCall } from '../calls.ts'
import { KEEP_NOTHING, type Keep, type KeptChange } from '../keep.ts'
import { Store } from '../store.ts'
import type { StoreEvent } from '../store-types.ts'
import type { Clock, Snapshot, StreamMessage, Transport } from '../transport.ts'

/** For tests: a server in memory that decides with core, can lose its line, and lets the test set the pace. */
export class StandInServer implements Transport {
  readonly #items = new Map<string, WorkItem>()
  readonly #answers = new Map<string, BatchAnswer>()
  readonly #log: { readonly seq: number; readonly id: string; readonly view: WorkItem }[] = []
  readonly #lines = new Set<{ readonly send: (message: StreamMessage) => void; readonly cut: () => void }>()
  #held: (() => void)[] | null = null
  #number = 0
  #keys = 0
  isDown = false
  isSignedOut = false
  streamsPass = true
  seq = 100
  /** Every batch that arrived, also repeated ones. */
  readonly received: (readonly IssuedCall[])[] = []
  bootstraps = 0

  // Transport ------------------------------------------------------------------------------------

  bootstrap = async (scope: string): Promise<Snapshot> => {
    this.bootstraps += 1
    if (this.isDown) throw new Unreachable('down')
    const view = this.#snapshot(scope)
    return { view, packed: view }
  }

  #snapshot(scope: string): BootstrapView {
    if (scope !== 'directory') return { seq: this.seq, items: this.views(), relations: [] }
    return {
      seq: this.seq,
      me: { personId: ME, orgRole: 'member' },
      organisation: {
        id: ORG,
        slug: 'mill',
        name: 'Mill',
        currency: 'EUR',
        timeZone: 'UTC',
        weekStart: 1,
        isSecondFactorRequired: false,
        isProviderRequired: false,
      },
      people: [],
      teams: [],
      types: [TYPE],
      fields: [],
      labels: [],
      views: [],
      containers: [CONTAINER],
    }
  }

  send = async (calls: readonly IssuedCall[]): Promise<BatchAnswer> => {
    this.received.push(calls)
    if (this.isSignedOut) throw refusedBy({ code: 'platform.not_signed_in' })
    if (this.isDown) throw new Unreachable('down')
    if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve))
    return this.execute(calls)
  }

  stream = (
    since: number,
    onMessage: (message: StreamMessage) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    if (this.isDown || !this.streamsPass) return Promise.reject(new Unreachable('down'))
    return new Promise((resolve) => {
      const line = { send: onMessage, cut: resolve }
      this.#lines.add(line)
      signal.addEventListener('abort', () => resolve())
      onMessage({ event: 'beat' })
      for (const { seq, id, view } of this.#log) {
        if (seq > since) onMessage({ event: 'changes', seq, changes: [{ kind: 'item', id, view }] })
      }
    })
  }

  // What tests do ----------------------------------------------------------------------------------

  /** Decides and records a batch, whoever it comes from. */
  execute(calls: readonly IssuedCall[]): BatchAnswer {
    const key = calls[0]?.id ?? ''
    const earlier = this.#answers.get(key)
    if (earlier) return earlier
    const staged = new Map(this.#items)
    const results = calls.map((call, index) => this.#decide(call, index, staged))
    this.seq += 1
    for (const item of results) this.#record(item)
    const answer = { seq: this.seq, results }
    this.#answers.set(key, answer)
    return answer
  }

  /** Somebody else changes something. */
  byOthers(call: Call): WorkItem {
    const { results } = this.execute([{ ...call, id: id(9_000 + this.#number++) }])
    // Every command of this stand-in answers with an item.
    return results[0] as WorkItem
  }

  item(itemId: string): WorkItem | undefined {
    return this.#items.get(itemId)
  }

  /** Commands that arrive from now on wait for `release`. */
  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held
    this.#held = null
    for (const go of held ?? []) go()
  }

  cutLines(): void {
    for (const line of this.#lines) line.cut()
    this.#lines.clear()
  }

  reset(): void {
    for (const line of this.#lines) line.send({ event: 'reset', seq: this.seq })
  }

  say(message: StreamMessage): void {
    for (const line of this.#lines) line.send(message)
  }

  views(): ItemView[] {
    return [...this.#items.values()]
  }

  seed(count: number): void {
    for (let i = 0; i < count; i++) {
      this.byOthers({
        name: 'work.createItem',
        input: { id: id(i + 1), containerId: CONTAINER.id, title: `Item ${String(i + 1)}` },
      })
    }
  }

  #record(item: WorkItem): void {
    this.#items.set(item.id, item)
    this.#log.push({ seq: this.seq, id: item.id, view: item })
    for (const line of this.#lines) {
      line.send({ event: 'changes', seq: this.seq, changes: [{ kind: 'item', id: item.id, view: item }] })
    }
  }

  #decide(call: Call, index: number, staged: Map<string, WorkItem>): WorkItem {
    const decided = decide(call, staged, () => {
      this.#keys += 1
      return `TWR-${String(this.#keys)}`
    })
    if (!decided.ok) throw refusedBy(decided.refusal, index)
    staged.set(decided.value.item.id, decided.value.item)
    return decided.value.item
  }
}

function decide(call: Call, staged: ReadonlyMap<string, WorkItem>, nextKey: () => string) {
  const context = { now: 5_000, actor: { kind: 'system' } as const, newEventId: () => id(8_000), ...RULES }
  if (call.name === 'work.createItem') {
    // The stand-in is given inputs without undefined.
    const input = call.input as Parameters<typeof createWorkItem>[0]
    return createWorkItem(input, { ...context, key: nextKey(), defaultArea: '2.2', order: 0, above: null })
  }
  const itemId = 'id' in call.input ? call.input.id : ''
  const item = staged.get(itemId)
  if (!item) throw refusedBy({ code: 'platform.not_found', params: { what: 'item' } })
  switch (call.name) {
    case 'work.changeItem':
      return changeWorkItem(item, call.input, {
        ...context,
        newAncestors: [],
        above: null,
      })
    case 'work.moveItem':
      return moveWorkItem(
        item,
        { stateId: call.input.stateId },
        { ...context, itemsInState: 0, openChildren: 0 },
      )
    case 'work.archiveItem':
      return archiveWorkItem(item, context)
    case 'work.restoreItem':
      return restoreWorkItem(item, null, context)
    default:
      throw new Error(`the stand-in does not know ${call.name}`)
  }
}

/** A clock that stands still until the test lets time pass. */
export class StandInClock implements Clock {
  #now = 1_000
  #timers: { readonly at: number; readonly callback: () => void }[] = []

  now = () => this.#now

  after = (ms: number, callback: () => void) => {
    const timer = { at: this.#now + ms, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }

  async pass(ms: number): Promise<void> {
    this.#now += ms
    const due = this.#timers.filter(({ at }) => at <= this.#now)
    this.#timers = this.#timers.filter(({ at }) => at > this.#now)
    for (const { callback } of due) callback()
    await settled()
  }
}

/** Lets everything that is ready to run, run. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve))
}

/** A fixed id. */
export function id(number: number): string {
  return uuidV7(number, randomBytes10(seededRandom(number)))
}

export const ORG = id(500)
export const ME = id(501)

export const TYPE: TypeView = {
  id: id(502),
  name: 'Work',
  icon: 'circle',
  workflow: {
    states: [
      { id: 'todo', name: 'To do', group: 'ready', wipLimit: null },
      { id: 'doing', name: 'Doing', group: 'inProgress', wipLimit: null },
      { id: 'done', name: 'Done', group: 'done', wipLimit: null },
    ],
    moves: [
      { from: 'todo', to: 'doing' },
      { from: 'doing', to: 'todo' },
      { from: 'doing', to: 'done' },
    ],
  },
  required: {},
  readinessGate: 'soft',
  needsAcceptance: false,
  needsNotice: false,
  defaults: {},
  fieldIds: null,
  rank: 'V',
  origin: 'own',
  archivedAt: null,
  version: 1,
}

export const CONTAINER: ContainerView = {
  id: id(503),
  kind: 'project',
  key: 'TWR',
  name: 'Tower',
  description: '',
  state: 'active',
  visibility: 'open',
  ownerId: null,
  teamId: null,
  defaultTypeId: TYPE.id,
  defaultArea: '2.2',
  startsOn: null,
  dueOn: null,
  subject: null,
  wishedEndState: null,
  origin: 'own',
  importRunId: null,
  createdAt: 1,
  archivedAt: null,
  version: 1,
  myRole: 'manager',
}

const RULES: ItemRules = { type: TYPE as ItemType, fieldsById: new Map(), labelIds: new Set() }

type Told = { readonly events: StoreEvent[] }

export async function open(
  seeded = 1,
  { server = new StandInServer(), keep = KEEP_NOTHING } = {},
): Promise<{ server: StandInServer; store: Store; clock: StandInClock } & Told> {
  server.seed(seeded)
  const clock = new StandInClock()
  const store = new Store(ORG, server, { clock, keep })
  const events: StoreEvent[] = []
  store.onEvent((event) => events.push(event))
  await store.start()
  store.scopes.use(`container:${CONTAINER.id}`)
  await settled()
  return { server, store, clock, events }
}

export const FIRST = id(1)
export const title = (store: Store, itemId = FIRST) => store.pool.read('item', itemId)?.title
export const rename = (to: string) => callOf('work.changeItem', { id: FIRST, patch: { title: to } })

/** For tests: what outlives pages, in memory and at once. */
export class StandInKeep {
  readonly scopes = new Map<string, Snapshot>()
  readonly changes: KeptChange[] = []
  unsent: readonly Batch[] = []
  seq: number | null = null

  /** What one page is given. */
  forPage(): Keep {
    const [seq, scopes] = [this.seq, new Map(this.scopes)]
    let left = this.unsent
    return {
      open: async () => seq,
      scope: async (scope) => {
        const found = scopes.get(scope)
        return found ? { ...found, changes: this.changes.filter((each) => each.seq > found.view.seq) } : null
      },
      keepScope: (scope, snapshot) => this.scopes.set(scope, snapshot),
      keepChanges: (changes, heard) => {
        this.changes.push(...changes.map((change) => ({ ...change, seq: heard })))
        this.seq = heard
      },
      forget: async () => {
        this.scopes.clear()
        this.seq = null
      },
      takeUnsent: async () => {
        const taken = left
        left = []
        return taken
      },
      keepUnsent: (batch) => {
        this.unsent = [...this.unsent.filter((each) => each.id !== batch.id), batch]
      },
      dropUnsent: (batchId) => {
        this.unsent = this.unsent.filter((each) => each.id !== batchId)
      },
      close: () => {},
    }
  }
}
