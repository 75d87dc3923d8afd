import { expect, test } from 'vitest'
import { callOf } from './calls.ts'
import { CONTAINER, FIRST, id, open, rename, settled, title } from './testing/stand-ins.ts'

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

test('what is said to take a command back does so, and the command itself does it again', async () => {
  const { server, store } = await open()
  const back = [rename('Back')]
  await store.run('work.changeItem', { id: FIRST, patch: { title: 'New' } }, { undoLabel: 'Renamed', back })
  const titles = []
  for (const turn of [() => store.undo(), () => store.redo(), () => store.undo()]) {
    turn()
    await settled()
    titles.push(server.item(FIRST)?.title)
  }
  expect(titles).toEqual(['Back', 'New', 'Back'])
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

test('what hangs on an item that is out of sight disappears with it', async () => {
  const { server, store } = await open()
  const view = { id: id(80), itemId: FIRST, name: 'Steps', rank: 'V', removedAt: null, version: 1 }
  server.say({ event: 'changes', seq: server.seq + 1, changes: [{ kind: 'checklist', id: view.id, view }] })
  expect(store.pool.read('checklist', view.id)).toBeDefined()
  server.say({ event: 'changes', seq: server.seq + 2, changes: [{ kind: 'item', id: FIRST, view: null }] })
  expect(store.pool.read('checklist', view.id)).toBeUndefined()
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

test('batches are foreseen one after the other without being sent, and one that would be refused is left out', async () => {
  const { server, store } = await open()
  const before = server.received.length
  const rename = (to: string) => callOf('work.changeItem', { id: FIRST, patch: { title: to } })
  const foreseen = store.foresee([
    [rename('Second')],
    [rename('Third'), callOf('work.moveItem', { id: FIRST, stateId: 'done' })],
    [callOf('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-02' } })],
  ])
  expect(foreseen.refused.map((why) => why?.code)).toEqual([undefined, 'work.move_not_allowed', undefined])
  expect(foreseen.writes.item.get(FIRST)).toMatchObject({ title: 'Second', dueOn: '2030-01-02' })
  expect(title(store)).toBe('Item 1')
  expect(server.received).toHaveLength(before)
})
