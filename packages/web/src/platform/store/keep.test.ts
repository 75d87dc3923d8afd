import { expect, test } from 'vitest'
import { callOf } from './calls.ts'
import { Store } from './store.ts'
import {
  CONTAINER,
  FIRST,
  id,
  ORG,
  open,
  rename,
  StandInClock,
  StandInKeep,
  StandInServer,
  settled,
  title,
} from './testing/stand-ins.ts'

test('a page begins with what was kept, and the stream brings what came since', async () => {
  const kept = new StandInKeep()
  const first = await open(2, { keep: kept.forPage() })
  first.store.stop()
  first.server.byOthers(rename('While nobody looked'))
  const before = first.server.bootstraps
  const next = await open(0, { server: first.server, keep: kept.forPage() })
  expect(first.server.bootstraps).toBe(before)
  expect(title(next.store)).toBe('While nobody looked')
  expect(next.store.pool.items({ containerId: CONTAINER.id })).toHaveLength(2)
})

test('what one page could not send the next shows at once, and sends', async () => {
  const kept = new StandInKeep()
  const first = await open(1, { keep: kept.forPage() })
  first.server.isDown = true
  void first.store.run('work.changeItem', { id: FIRST, patch: { title: 'Written on a train' } })
  await settled()
  first.store.stop()
  const next = await open(0, { server: first.server, keep: kept.forPage() })
  expect(title(next.store)).toBe('Written on a train')
  expect(next.store.connection().waiting).toBe(1)
  first.server.isDown = false
  next.store.hurry()
  await settled()
  expect(first.server.item(FIRST)?.title).toBe('Written on a train')
  expect(kept.unsent).toEqual([])
})

test('what waited too long is refused by itself, with the reason, and nothing after it', async () => {
  const kept = new StandInKeep()
  const first = await open(2, { keep: kept.forPage() })
  first.server.isDown = true
  void first.store.run('work.changeItem', { id: FIRST, patch: { dueOn: '2030-01-02' } })
  void first.store.run('work.changeItem', { id: id(2), patch: { title: 'Still good' } })
  await settled()
  first.store.stop()
  first.server.byOthers(callOf('work.changeItem', { id: FIRST, patch: { dueOn: '2030-05-05' } }))
  first.server.isDown = false
  const next = await open(0, { server: first.server, keep: kept.forPage() })
  await settled()
  expect(next.events).toMatchObject([{ kind: 'refused', refused: { code: 'work.changed_meanwhile' } }])
  expect(first.server.item(FIRST)?.dueOn).toBe('2030-05-05')
  expect(first.server.item(id(2))?.title).toBe('Still good')
})

test('a change that waits can be given up; one on its way cannot', async () => {
  const { server, store } = await open()
  server.isDown = true
  void store.run('work.changeItem', { id: FIRST, patch: { title: 'Rash' } })
  await settled()
  const [waiting] = store.unsent()
  expect(store.discard(waiting?.id ?? '')).toBe(true)
  expect(title(store)).toBe('Item 1')
  expect(store.connection().waiting).toBe(0)
  server.isDown = false
  store.hurry()
  server.hold()
  void store.run('work.changeItem', { id: FIRST, patch: { title: 'Gone' } })
  await settled()
  expect(store.discard(store.unsent()[0]?.id ?? '')).toBe(false)
})

test('when the journal goes back, what was kept goes, and the page is told to start anew', async () => {
  const kept = new StandInKeep()
  const server = new StandInServer()
  server.seed(1)
  let isAnew = false
  const store = new Store(ORG, server, {
    clock: new StandInClock(),
    keep: kept.forPage(),
    onJournalBack: () => (isAnew = true),
  })
  await store.start()
  server.byOthers(rename('Heard of'))
  server.seq = 1
  server.reset()
  await settled()
  expect(isAnew).toBe(true)
  expect(kept.scopes.size).toBe(0)
})
