import { EVERY_FIELD } from '@millrace/core/work'
import { expect, test } from 'vitest'
import type { Principal } from '../commands/index.ts'
import { createPresence, type Sighting } from './presence.ts'

const HOME = 'home'

function person(personId: string, containers: readonly string[] | 'all' = [HOME]): Principal {
  const access = containers === 'all' ? containers : new Map(containers.map((id) => [id, 'viewer'] as const))
  return {
    ...{ userId: null, personId, organisationId: 'org', orgRole: 'member', scopes: null },
    access: { version: 1, containers: access, fields: EVERY_FIELD },
  }
}

function seen(personId: string, more: Partial<Sighting> = {}): Sighting {
  return {
    ...{
      organisationId: 'org',
      itemId: 'item',
      containerIds: [HOME],
      seenBy: null,
      page: `page of ${personId}`,
    },
    ...{ personId, field: null, isHere: true },
    ...more,
  }
}

function board() {
  const clock = { now: 0 }
  const changes: string[] = []
  const passed: Sighting[] = []
  const presence = createPresence(() => clock.now)
  presence.follow({
    onChange: (_organisation, itemId) => changes.push(itemId),
    pass: (sighting) => passed.push(sighting),
  })
  return { presence, clock, changes, passed }
}

const [ann, ben] = [person('ann'), person('ben')]

test('two who have one item before them see each other, and what is written', () => {
  const { presence, changes } = board()
  presence.tell(seen('ann'))
  expect(presence.othersOf('item', ann)).toEqual([])
  presence.tell(seen('ben'))
  expect(presence.othersOf('item', ann)).toEqual([{ personId: 'ben', field: null }])
  presence.tell(seen('ben', { field: 'description' }))
  expect(presence.othersOf('item', ann)).toEqual([{ personId: 'ben', field: 'description' }])
  expect(changes.length).toBe(3)
  presence.tell(seen('ben', { field: 'description' }))
  expect(changes.length, 'a sign of life is no news').toBe(3)
})

test('somebody with several pages is one person, and gone with the last of them', () => {
  const { presence } = board()
  presence.tell(seen('ann'))
  presence.tell(seen('ben', { page: 'one', field: 'title' }))
  presence.tell(seen('ben', { page: 'two' }))
  expect(presence.othersOf('item', ann)).toEqual([{ personId: 'ben', field: 'title' }])
  presence.tell(seen('ben', { page: 'one', isHere: false }))
  expect(presence.othersOf('item', ann)).toEqual([{ personId: 'ben', field: null }])
  presence.tell(seen('ben', { page: 'two', isHere: false }))
  expect(presence.othersOf('item', ann)).toEqual([])
})

test('who says nothing for 40 seconds is gone, and others are told', () => {
  const { presence, clock, changes } = board()
  presence.tell(seen('ann'))
  presence.tell(seen('ben'))
  for (clock.now = 0; clock.now <= 40_000; clock.now += 5_000) {
    if (clock.now % 15_000 === 0) presence.tell(seen('ann'))
    presence.sweep()
  }
  expect(presence.othersOf('item', ann)).toEqual([])
  expect(changes.length).toBe(3)
})

test('nobody sees anybody where they may not see the item, or are not themselves', () => {
  const { presence } = board()
  presence.tell(seen('ann'))
  presence.tell(seen('guest'))
  expect(presence.othersOf('item', person('guest', []))).toEqual([])
  expect(presence.isAt('item', person('guest', []))).toBe(false)
  expect(presence.othersOf('item', ben), 'who hides sees nobody').toEqual([])
  expect(presence.othersOf('item', { ...ann, organisationId: 'other' })).toEqual([])
})

test('nobody removes another person’s page', () => {
  const { presence } = board()
  presence.tell(seen('ann'))
  presence.tell(seen('ben', { page: 'one' }))
  presence.tell(seen('eve', { page: 'one', isHere: false }))
  expect(presence.othersOf('item', ann)).toEqual([{ personId: 'ben', field: null }])
})

test('what is said to one process is known to the other, and passed on once', () => {
  const [here, there] = [board(), board()]
  here.presence.follow({ onChange: () => {}, pass: there.presence.take })
  there.presence.tell(seen('ann'))
  here.presence.tell(seen('ben'))
  expect(there.presence.othersOf('item', ann)).toEqual([{ personId: 'ben', field: null }])
  expect(there.passed.length).toBe(1)
})
