import { EVERY_FIELD } from '@millrace/core/work'
import { afterAll, expect, test } from 'vitest'
import type { Access, Principal, Unit } from '../commands/index.ts'
import { Scene } from '../testing/scene.ts'
import { createHub, type StreamMessage } from './index.ts'

const scene = await Scene.open({ commands: [], queries: [] })
afterAll(() => scene.close())

const EVERYTHING: Access = { version: 1, containers: 'all', fields: EVERY_FIELD }
const me = scene.personId('viewer')

async function happens(kind: string, subject: { readonly kind: string; readonly id: string }): Promise<void> {
  await scene.within('manager', async (unit: Unit) => {
    const about = { subject, containerId: null, data: {} }
    unit.record([{ id: unit.newId<'Event'>(), kind, at: unit.now, actor: unit.actor, ...about }])
  })
}

/** What somebody is told first who comes back having heard so much of the journal. */
async function comeBack(since: number, access = scene.principal('viewer').access): Promise<StreamMessage[]> {
  const hub = createHub({
    db: scene.database.db,
    topics: [],
    onFault: (error) => {
      throw error
    },
  })
  const told: StreamMessage[] = []
  const principal: Principal = { ...scene.principal('viewer'), access }
  const leave = await hub.join({
    principal,
    since,
    send: (message) => told.push(message),
    refresh: () => Promise.resolve(principal),
    close: () => {},
  })
  leave()
  return told
}

const head = async () => Number((await scene.sql('select seq from journal_head'))[0]?.['seq'])

test('whoever comes back is told what they missed', async () => {
  const since = await head()
  await happens('work.changed', { kind: 'item', id: me })
  expect(await comeBack(since)).toMatchObject([{ event: 'changes', seq: since + 1 }])
  expect(await comeBack(since + 1)).toEqual([])
})

test('whoever comes back after rights were changed starts afresh, for they may have lost something', async () => {
  const since = await head()
  await happens('work.changed', { kind: 'item', id: me })
  await happens('access.changed', { kind: 'container', id: me })
  expect(await comeBack(since)).toMatchObject([{ event: 'reset' }])
})

test('who sees everything starts afresh only when they themselves are concerned', async () => {
  const since = await head()
  await happens('access.changed', { kind: 'person', id: scene.personId('contributor') })
  expect(await comeBack(since, EVERYTHING)).toMatchObject([{ event: 'changes' }])
  await happens('access.changed', { kind: 'person', id: me })
  expect(await comeBack(since, EVERYTHING)).toMatchObject([{ event: 'reset' }])
})

test('whoever heard of more than the journal holds starts afresh: a backup was restored', async () => {
  const end = await head()
  expect(await comeBack(end + 1)).toMatchObject([{ event: 'reset', seq: end }])
})
