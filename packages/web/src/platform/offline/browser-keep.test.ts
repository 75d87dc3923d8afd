import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Batch, Change, Snapshot } from '../store/index.ts'
import { keepAnswer, keptAnswer } from './answers.ts'
import { BrowserKeep } from './browser-keep.ts'
import { forgetKept, forgetUnsent, keptScopes } from './device.ts'

const ORG = '0194e9f0-0000-7000-8000-000000000001'
const PLACE = `${ORG}/anna`
const SCOPE = 'container:c1'

/** The real one: the clock below stands still. */
const later = setTimeout

let serial = 0
const open: BrowserKeep[] = []

/** What pages of one browser share: storage, and who lives. Each page has a line of its own. */
beforeEach(() => {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem(key: string, value: string) {
      stored.set(key, value)
      Object.defineProperty(this, key, { configurable: true, enumerable: true, value })
    },
    removeItem(key: string) {
      stored.delete(key)
      Reflect.deleteProperty(this, key)
    },
  })
  vi.stubGlobal('document', { cookie: '' })
  vi.stubGlobal('window', new EventTarget())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(async () => {
  for (const keep of open.splice(0)) keep.close()
  await rest()
  await forgetKept()
  for (const user of ['anna', 'ben']) await forgetUnsent(user)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function page(more: { readonly userId?: string; readonly program?: string } = {}): BrowserKeep {
  const keep = new BrowserKeep({
    organisationId: ORG,
    userId: 'anna',
    program: 'one',
    fetch: () => Promise.reject(new Error('nobody asks the server here')),
    ...more,
  })
  open.push(keep)
  return keep
}

/** Long enough for everything that waits to be written. */
async function rest(): Promise<void> {
  await vi.advanceTimersByTimeAsync(10_000)
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => later(resolve))
}

const snapshot = (seq: number): Snapshot => ({ view: { seq }, packed: { seq } })
const change = (id: string, view: unknown = { id }): Change => ({ kind: 'item', id, view })
const batch = (title: string): Batch => ({
  id: `batch-${(serial += 1)}`,
  calls: [{ id: 'call', name: 'work.changeItem', input: { id: 'i1', patch: { title } } }],
  issuedAt: serial,
  label: null,
  isSilent: true,
})

async function visited(): Promise<BrowserKeep> {
  const first = page()
  expect(await first.open()).toBeNull()
  first.keepChanges([], 100)
  first.keepScope('directory', snapshot(100))
  first.keepScope(SCOPE, snapshot(110))
  await rest()
  return first
}

test('the next page finds what was loaded, and what the stream brought since', async () => {
  const first = await visited()
  first.keepChanges([change('before')], 105)
  first.keepChanges([change('a'), change('b', null)], 120)
  first.keepChanges([change('a', { id: 'a', title: 'Later' })], 121)
  await rest()
  const next = page()
  expect(await next.open()).toBe(121)
  const { view, changes } = (await next.scope(SCOPE)) ?? {}
  expect(view?.seq).toBe(110)
  // What the snapshot holds already is left out.
  expect(changes).toEqual([
    { kind: 'item', id: 'a', view: { id: 'a', title: 'Later' }, seq: 121 },
    { kind: 'item', id: 'b', view: null, seq: 120 },
  ])
})

test('what another program kept is forgotten: its things may have another shape', async () => {
  await visited()
  const next = page({ program: 'two' })
  expect(await next.open()).toBeNull()
  expect(await next.scope('directory')).toBeNull()
})

test('whoever starts afresh because a right was taken away finds no earlier answers, but those of elsewhere', async () => {
  const first = await visited()
  keepAnswer(`/api/v1/o/${ORG}/items/a`, { title: 'Seen before' })
  keepAnswer('/api/v1/o/elsewhere/items/a', { title: 'Of elsewhere' })
  await rest()
  expect(await keptAnswer(`/api/v1/o/${ORG}/items/a`)).toEqual({ title: 'Seen before' })
  await first.forget()
  expect(await keptAnswer(`/api/v1/o/${ORG}/items/a`)).toBeUndefined()
  expect(await keptAnswer('/api/v1/o/elsewhere/items/a')).toEqual({ title: 'Of elsewhere' })
})

test('another person on the same device finds nothing', async () => {
  await visited()
  const next = page({ userId: 'ben' })
  expect(await next.open()).toBeNull()
  expect(await next.scope(SCOPE)).toBeNull()
})

test('a page that hears less than another never puts an older state over a newer one', async () => {
  const first = await visited()
  const slow = page()
  await slow.open()
  first.keepChanges([change('a', { id: 'a', title: 'New' })], 130)
  await rest()
  slow.keepChanges([change('a', { id: 'a', title: 'Old' })], 125)
  await rest()
  const next = page()
  expect(await next.open()).toBe(130)
  expect((await next.scope(SCOPE))?.changes).toMatchObject([{ view: { title: 'New' }, seq: 130 }])
})

test('a snapshot from before the stream was last begun anew is not used: changes to it are missing', async () => {
  const first = await visited()
  await first.forget()
  first.keepChanges([], 200)
  first.keepScope('directory', snapshot(200))
  first.keepScope(SCOPE, snapshot(190))
  await rest()
  const next = page()
  expect(await next.open()).toBe(200)
  expect(await next.scope('directory')).not.toBeNull()
  expect(await next.scope(SCOPE)).toBeNull()
})

test('of the containers the twelve opened last are kept', async () => {
  const first = await visited()
  for (let n = 0; n < 14; n += 1) {
    first.keepScope(`container:n${n}`, snapshot(110))
    await rest()
  }
  expect(keptScopes(PLACE).filter((scope) => scope.startsWith('container:'))).toHaveLength(12)
  expect(await first.scope(SCOPE)).toBeNull()
  expect(await first.scope('container:n13')).not.toBeNull()
})

test('what was not sent is taken over by the next page, in its order, and once', async () => {
  const first = await visited()
  const [one, two, three] = [batch('One'), batch('Two'), batch('Three')]
  for (const each of [two, one, three]) first.keepUnsent(each, 'now')
  first.dropUnsent(three.id)
  first.close()
  await rest()
  const next = page()
  expect((await next.takeUnsent()).map(({ id }) => id)).toEqual([one.id, two.id])
  const other = page()
  expect(await other.takeUnsent()).toEqual([])
})

test('a page that lives sends what it holds by itself', async () => {
  const first = await visited()
  first.keepUnsent(batch('Mine'), 'now')
  await rest()
  expect(await page().takeUnsent()).toEqual([])
})

test('what was answered in time is never written down', async () => {
  const first = await visited()
  const quick = batch('Quick')
  first.keepUnsent(quick, 'soon')
  first.dropUnsent(quick.id)
  first.close()
  await rest()
  expect(await page().takeUnsent()).toEqual([])
})

test('signing out leaves nothing of the person behind, and leaves the others their changes', async () => {
  const first = await visited()
  const theirs = page({ userId: 'ben' })
  first.keepUnsent(batch('Hers'), 'now')
  theirs.keepUnsent(batch('His'), 'now')
  await rest()
  await forgetKept()
  await forgetUnsent('anna')
  first.close()
  theirs.close()
  await rest()
  expect(await page().open()).toBeNull()
  expect(await page().takeUnsent()).toEqual([])
  expect(await page({ userId: 'ben' }).takeUnsent()).toHaveLength(1)
})
