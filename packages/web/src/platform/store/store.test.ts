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
import { expect, test } from 'vitest'
import { refusedBy, Unreachable } from '../refused.ts'
import { type BatchAnswer, type Call, callOf, type IssuedCall } from './calls.ts'
import { Store, type StoreEvent } from './store.ts'
import type { Clock, StreamMessage, Transport } from './transport.ts'

/** For tests: a server in memory that decides with core, can lose its line, and lets the test set the pace. */
class StandInServer implements Transport {
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

  bootstrap = (scope: string): Promise<BootstrapView> => {
    this.bootstraps += 1
    if (this.isDown) return Promise.reject(new Unreachable('down'))
    if (scope !== 'directory') return Promise.resolve({ seq: this.seq, items: this.views(), relations: [] })
    return Promise.resolve({
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
    })
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
    for (const line of this.#lines) line.send({ event: 'reset' })
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
    return createWorkItem(input, { ...context, key: nextKey(), defaultArea: '2.2', order: 0 })
  }
  const itemId = 'id' in call.input ? call.input.id : ''
  const item = staged.get(itemId)
  if (!item) throw refusedBy({ code: 'platform.not_found', params: { what: 'item' } })
  switch (call.name) {
    case 'work.changeItem':
      return changeWorkItem(item, call.input, {
        ...context,
        newAncestors: [],
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
class StandInClock implements Clock {
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
async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve))
}

/** A fixed id. */
function id(number: number): string {
  return uuidV7(number, randomBytes10(seededRandom(number)))
}

const ORG = id(500)
const ME = id(501)

const TYPE: TypeView = {
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
  rank: 'V',
  origin: 'own',
  archivedAt: null,
  version: 1,
}

const CONTAINER: ContainerView = {
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

async function open(
  seeded = 1,
): Promise<{ server: StandInServer; store: Store; clock: StandInClock } & Told> {
  const server = new StandInServer()
  server.seed(seeded)
  const clock = new StandInClock()
  const store = new Store(ORG, server, clock)
  const events: StoreEvent[] = []
  store.onEvent((event) => events.push(event))
  await store.start()
  store.scopes.use(`container:${CONTAINER.id}`)
  await settled()
  return { server, store, clock, events }
}

const FIRST = id(1)
const title = (store: Store, itemId = FIRST) => store.pool.read('item', itemId)?.title
const rename = (to: string) => callOf('work.changeItem', { id: FIRST, patch: { title: to } })

test('a change is shown at once, and confirmed by the answer', async () => {
  const { server, store } = await open()
  server.hold()
  const outcome = store.run('work.changeItem', { id: FIRST, patch: { title: 'New' } })
  expect(title(store)).toBe('New')
  expect(store.pool.readBase('item', FIRST)?.title).toBe('Item 1')
  expect(store.marks.of(FIRST).isPending).toBe(true)
  expect(store.connection().waiting).toBe(1)
  server.release()
  expect(await outcome).toMatchObject({ ok: true, output: { title: 'New', version: 2 } })
  expect(store.pool.readBase('item', FIRST)?.title).toBe('New')
  expect(store.marks.of(FIRST)).toEqual({ isPending: false, problem: null })
  expect(store.connection().waiting).toBe(0)
})

test('a new item appears at once under a provisional key and gets its own with the answer', async () => {
  const { server, store } = await open(0)
  server.hold()
  void store.run('work.createItem', { id: FIRST, containerId: CONTAINER.id, title: 'Fresh' })
  expect(store.pool.items({ containerId: CONTAINER.id }).map(({ key }) => key)).toEqual(['TWR-…'])
  server.release()
  await settled()
  expect(store.pool.itemByKey('TWR-1')?.title).toBe('Fresh')
})

test('what core refuses is not sent, and the reason comes in words', async () => {
  const { server, store, events } = await open()
  const before = server.received.length
  const outcome = await store.run('work.moveItem', { id: FIRST, stateId: 'done' })
  expect(outcome).toMatchObject({ ok: false, refused: { code: 'work.move_not_allowed' } })
  expect(server.received).toHaveLength(before)
  expect(events).toMatchObject([
    { kind: 'refused', refused: { sentence: 'TWR-1 cannot go from To do to Done.' } },
  ])
})

test('what the server refuses is taken back, told, and marked at the item', async () => {
  const { server, store, events } = await open()
  server.hold()
  const outcome = store.run('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-02' } })
  server.byOthers(callOf('work.changeItem', { id: FIRST, patch: { dueOn: '2030-05-05' } }))
  server.release()
  expect(await outcome).toMatchObject({ ok: false, refused: { code: 'work.changed_meanwhile' } })
  expect(store.pool.read('item', FIRST)?.dueOn).toBe('2030-05-05')
  expect(store.marks.of(FIRST).problem?.params).toMatchObject({ fields: ['dueOn'] })
  expect(events.at(-1)).toMatchObject({ kind: 'refused', calls: [{ name: 'work.changeItem' }] })
})

test('a new attempt clears the mark of the refused one', async () => {
  const { server, store } = await open()
  server.hold()
  void store.run('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-02' } })
  server.byOthers(callOf('work.changeItem', { id: FIRST, patch: { dueOn: '2030-05-05' } }))
  server.release()
  await settled()
  await store.run('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-02' } })
  expect(store.marks.of(FIRST).problem).toBeNull()
  expect(server.item(FIRST)?.dueOn).toBe('2030-01-02')
})

test('pending changes stay on top of what others change meanwhile', async () => {
  const { server, store } = await open()
  server.hold()
  void store.run('work.changeItem', { id: FIRST, patch: { title: 'Mine' } })
  server.byOthers(callOf('work.changeItem', { id: FIRST, patch: { dueOn: '2030-05-05' } }))
  expect(store.pool.read('item', FIRST)).toMatchObject({ title: 'Mine', dueOn: '2030-05-05' })
  server.release()
  await settled()
  expect(server.item(FIRST)).toMatchObject({ title: 'Mine', dueOn: '2030-05-05' })
  expect(store.pool.read('item', FIRST)).toEqual(server.item(FIRST))
})

test('commands are sent one after the other, in the order they were given', async () => {
  const { server, store } = await open()
  server.hold()
  const before = server.received.length
  void store.run('work.changeItem', { id: FIRST, patch: { title: 'One' } })
  void store.run('work.changeItem', { id: FIRST, patch: { title: 'Two' } })
  await settled()
  expect(server.received).toHaveLength(before + 1)
  server.release()
  await settled()
  expect(server.item(FIRST)?.title).toBe('Two')
})

test('a refused change does not take the following ones with it', async () => {
  const { server, store } = await open()
  server.hold()
  void store.run('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-02' } })
  void store.run('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-03' } })
  server.byOthers(callOf('work.changeItem', { id: FIRST, patch: { dueOn: '2030-05-05' } }))
  server.release()
  await settled()
  expect(server.item(FIRST)?.dueOn).toBe('2030-01-03')
})

test('a batch is done as a whole or not at all', async () => {
  const { store, server } = await open(2)
  const calls = [rename('Changed'), callOf('work.moveItem', { id: id(2), stateId: 'done' })]
  expect(await store.runBatch(calls)).toMatchObject({ ok: false, refused: { index: 1 } })
  expect(title(store)).toBe('Item 1')
  expect(server.item(FIRST)?.title).toBe('Item 1')
})

test('undo takes back, redo does again, each as a new command', async () => {
  const { server, store, events } = await open()
  await store.run('work.changeItem', { id: FIRST, patch: { title: 'New' } }, { undoLabel: 'Renamed' })
  await store.run('work.moveItem', { id: FIRST, stateId: 'doing' })
  store.undo()
  await settled()
  expect(server.item(FIRST)).toMatchObject({ title: 'New', stateId: 'todo' })
  store.undo()
  await settled()
  expect(server.item(FIRST)?.title).toBe('Item 1')
  store.redo()
  await settled()
  expect(server.item(FIRST)?.title).toBe('New')
  store.undo()
  store.undo()
  await settled()
  expect(server.item(FIRST)?.title).toBe('Item 1')
  expect(events.map(({ kind }) => kind)).toEqual([
    'did',
    'undid',
    'undid',
    'redid',
    'undid',
    'nothing-to-undo',
  ])
})

test('undoing a creation archives, redoing restores', async () => {
  const { server, store } = await open(0)
  await store.run('work.createItem', { id: FIRST, containerId: CONTAINER.id, title: 'Fresh' })
  store.undo()
  await settled()
  expect(server.item(FIRST)?.archivedAt).not.toBeNull()
  expect(store.pool.items({ containerId: CONTAINER.id })).toEqual([])
  store.redo()
  await settled()
  expect(server.item(FIRST)?.archivedAt).toBeNull()
})

test('undo never overwrites what somebody else changed since', async () => {
  const { server, store, events } = await open()
  await store.run('work.changeItem', { id: FIRST, patch: { title: 'Mine' } })
  server.byOthers(rename('Theirs'))
  store.undo()
  await settled()
  expect(server.item(FIRST)?.title).toBe('Theirs')
  expect(events.at(-1)).toMatchObject({ kind: 'refused', refused: { code: 'work.changed_meanwhile' } })
})

test('there is nothing to undo after the server refused', async () => {
  const { server, store, events } = await open()
  server.hold()
  void store.run('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-02' } })
  server.byOthers(callOf('work.changeItem', { id: FIRST, patch: { dueOn: '2030-05-05' } }))
  server.release()
  await settled()
  store.undo()
  expect(events.at(-1)).toEqual({ kind: 'nothing-to-undo' })
})

test('without a connection changes wait, and are sent once it is back', async () => {
  const { server, store, clock } = await open()
  server.isDown = true
  void store.run('work.changeItem', { id: FIRST, patch: { title: 'Offline' } })
  await settled()
  expect(store.connection()).toEqual({ state: 'offline', waiting: 1 })
  expect(title(store)).toBe('Offline')
  server.isDown = false
  await clock.pass(2_000)
  expect(server.item(FIRST)?.title).toBe('Offline')
  expect(store.connection().waiting).toBe(0)
  expect(new Set(server.received.slice(-2).map((calls) => calls[0]?.id)).size).toBe(1)
})

test('the stream resumes where it broke', async () => {
  const { server, store, clock } = await open()
  expect(store.connection().state).toBe('live')
  server.cutLines()
  await settled()
  server.byOthers(rename('While away'))
  expect(title(store)).toBe('Item 1')
  await clock.pass(1_000)
  expect(title(store)).toBe('While away')
  expect(store.connection().state).toBe('live')
})

test('a reset loads everything anew', async () => {
  const { server, store } = await open()
  const before = server.bootstraps
  server.reset()
  await settled()
  expect(server.bootstraps).toBe(before + 2)
  server.byOthers(rename('After'))
  expect(title(store)).toBe('After')
})

test('where streams do not pass, the page asks every fifteen seconds', async () => {
  const { server, store, clock } = await open()
  server.streamsPass = false
  server.cutLines()
  await settled()
  for (let i = 0; i < 4; i++) await clock.pass(5_000)
  await clock.pass(15_000)
  expect(store.connection().state).toBe('polling')
  server.byOthers(rename('Polled'))
  await clock.pass(15_000)
  expect(title(store)).toBe('Polled')
})

test('older news never replaces newer', async () => {
  const { server, store } = await open()
  const old = server.item(FIRST)
  await store.run('work.changeItem', { id: FIRST, patch: { title: 'New' } })
  server.say({ event: 'changes', seq: server.seq - 1, changes: [{ kind: 'item', id: FIRST, view: old }] })
  expect(title(store)).toBe('New')
})

test('what is taken out of sight disappears', async () => {
  const { server, store } = await open()
  server.say({ event: 'changes', seq: server.seq + 1, changes: [{ kind: 'item', id: FIRST, view: null }] })
  expect(store.pool.read('item', FIRST)).toBeUndefined()
  expect(store.pool.items({ containerId: CONTAINER.id })).toEqual([])
})

test('items of containers that are not open are left aside', async () => {
  const { server, store } = await open()
  const elsewhere = { ...server.item(FIRST), id: id(77), key: 'OTH-1', containerIds: [id(78)] }
  server.say({
    event: 'changes',
    seq: server.seq + 1,
    changes: [{ kind: 'item', id: id(77), view: elsewhere }],
  })
  expect(store.pool.read('item', id(77))).toBeUndefined()
})

test('sub-items are counted at their parent before the server has counted', async () => {
  const { server, store } = await open()
  server.hold()
  const parentId = FIRST
  void store.run('work.createItem', { id: id(60), containerId: CONTAINER.id, title: 'Child', parentId })
  expect(store.pool.read('item', FIRST)).toMatchObject({ childCount: 1, childDoneCount: 0 })
  void store.run('work.archiveItem', { id: id(60) })
  expect(store.pool.read('item', FIRST)).toMatchObject({ childCount: 0 })
})

test('only who looks at what changed is told', async () => {
  const { store } = await open(2)
  const told = { first: 0, second: 0, list: 0 }
  store.pool.entitySignals.subscribe(FIRST, () => (told.first += 1))
  store.pool.entitySignals.subscribe(id(2), () => (told.second += 1))
  store.pool.signals.subscribe(CONTAINER.id, () => (told.list += 1))
  const second = store.pool.read('item', id(2))
  await store.run('work.changeItem', { id: FIRST, patch: { title: 'New' } })
  expect(told.second).toBe(0)
  expect(told.first).toBeGreaterThan(0)
  expect(told.list).toBeGreaterThan(0)
  expect(store.pool.read('item', id(2))).toBe(second)
})

test('lists keep their identity until one of their items changes', async () => {
  const { store } = await open(2)
  const list = store.pool.items({ containerId: CONTAINER.id })
  expect(store.pool.items({ containerId: CONTAINER.id })).toBe(list)
  void store.run('work.archiveItem', { id: FIRST })
  expect(store.pool.items({ containerId: CONTAINER.id }).map((item) => item.id)).toEqual([id(2)])
})

test('signing in again sends what has waited', async () => {
  const { server, store } = await open()
  server.isSignedOut = true
  void store.run('work.changeItem', { id: FIRST, patch: { title: 'Later' } })
  await settled()
  expect(store.connection()).toEqual({ state: 'signed-out', waiting: 1 })
  server.isSignedOut = false
  store.hurry()
  await settled()
  expect(server.item(FIRST)?.title).toBe('Later')
})
