import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeWorkItem } from './change.ts'
import {
  followSight,
  isSeenBy,
  letsMoreIn,
  SEEN_BY_MAX,
  seenUnder,
  setSeenBy,
  sightUnder,
} from './confidential.ts'
import { copyWork } from './copy.ts'
import { createWorkItem } from './create.ts'
import type { ItemType } from './item-type.ts'
import { mergeWorkItem } from './merge.ts'
import { sampleItem } from './query/testing/sample.ts'
import type { SeenBy } from './work-item.ts'

const type: ItemType = {
  ...{ id: 'type', name: 'Task', icon: 'square', required: {}, readinessGate: 'soft', version: 1 },
  ...{ needsAcceptance: false, needsNotice: false },
  workflow: { moves: 'any', states: [{ id: 'todo', name: 'To do', group: 'ready', wipLimit: null }] },
}
const context = {
  ...{ now: 5, actor: { kind: 'system' as const }, newEventId: () => 'event' },
  ...{ type, fieldsById: new Map(), labelIds: new Set<string>() },
}
const PEOPLE = ['anna', 'bert', 'carl', 'dora']
const seenBy: fc.Arbitrary<SeenBy> = fc.option(fc.subarray(PEOPLE), { nil: null })
const sees = (list: SeenBy, personId: string) =>
  isSeenBy({ containerIds: ['box'], seenBy: list }, { personId, manages: () => false })
const by = (personId: string, managed = '') => ({ personId, manages: (id: string) => id === managed })

test('what is not confidential is seen by all, what is by those named and by who manages one of its containers', () => {
  const item = { containerIds: ['box', 'other'], seenBy: ['anna'] }
  expect(isSeenBy({ ...item, seenBy: null }, by('dora'))).toBe(true)
  expect(isSeenBy(item, by('anna'))).toBe(true)
  expect(isSeenBy(item, by('dora'))).toBe(false)
  expect(isSeenBy(item, by('dora', 'other'))).toBe(true)
  expect(isSeenBy(item, by('dora', 'elsewhere'))).toBe(false)
})

test('under something one sees what both let in', () => {
  fc.assert(
    fc.property(seenBy, seenBy, (own, above) => {
      for (const person of PEOPLE)
        expect(sees(seenUnder(own, above), person)).toBe(sees(own, person) && sees(above, person))
    }),
    { seed: 24 },
  )
})

test('under another parent nobody sees an item who did not before, nor whom the parent does not let in', () => {
  fc.assert(
    fc.property(seenBy, seenBy, seenBy, (own, old, above) => {
      const before = { ownSeenBy: own, seenBy: seenUnder(own, old) }
      const after = sightUnder(before, above)
      expect(after.seenBy).toEqual(seenUnder(after.ownSeenBy, above))
      for (const person of PEOPLE)
        expect(sees(after.seenBy, person)).toBe(sees(before.seenBy, person) && sees(above, person))
      expect(letsMoreIn(after.seenBy, before.seenBy)).toBe(false)
    }),
    { seed: 24, numRuns: 500 },
  )
})

test('what goes away from a confidential parent stays confidential by its own word', () => {
  const item = sampleItem({ parentId: 'old', seenBy: ['anna'] })
  const change = changeWorkItem(
    item,
    { patch: { parentId: null } },
    { ...context, newAncestors: [], above: null },
  )
  expect(change.ok && change.value.item).toMatchObject({ ownSeenBy: ['anna'], seenBy: ['anna'] })
  expect(change.ok && change.value.events.map(({ kind }) => kind)).toEqual([
    'work.changed',
    'work.seen_by_changed',
  ])
})

test('a new sub-item is confidential with its parent', () => {
  const made = createWorkItem(
    { id: 'new', containerId: 'box', title: 'New', parentId: 'parent' },
    { ...context, key: 'TWR-2', defaultArea: '2.3', order: 0, above: ['anna'] },
  )
  expect(made.ok && made.value.item).toMatchObject({ ownSeenBy: null, seenBy: ['anna'] })
})

test('somebody names who sees an item, and takes it back', () => {
  const item = sampleItem()
  const set = setSeenBy(item, { personIds: ['bert', 'anna', 'bert'], above: null, by: by('anna') }, context)
  if (!set.ok) throw new Error(set.refusal.code)
  expect(set.value.item).toMatchObject({ ownSeenBy: ['anna', 'bert'], seenBy: ['anna', 'bert'], version: 2 })
  const again = setSeenBy(
    set.value.item,
    { personIds: ['anna', 'bert'], above: null, by: by('anna') },
    context,
  )
  expect(again.ok && again.value.events).toEqual([])
  const open = setSeenBy(set.value.item, { personIds: null, above: null, by: by('anna') }, context)
  expect(open.ok && open.value.item).toMatchObject({ ownSeenBy: null, seenBy: null })
})

test('nobody shuts themselves out, unless they manage what it is in, nor names too many', () => {
  const [box = ''] = sampleItem().containerIds
  const input = { personIds: ['bert'], above: null }
  const code = (given: Parameters<typeof setSeenBy>[1], item = sampleItem()) => {
    const result = setSeenBy(item, given, context)
    return result.ok ? null : result.refusal.code
  }
  expect(code({ ...input, by: by('anna') })).toBe('work.seen_by_without_you')
  expect(code({ ...input, by: by('anna', box) })).toBe(null)
  expect(code({ personIds: ['anna'], above: ['bert'], by: by('anna') })).toBe('work.seen_by_without_you')
  const many = Array.from({ length: SEEN_BY_MAX + 1 }, (_, index) => String(index))
  expect(code({ ...input, personIds: many, by: by('0') })).toBe('work.seen_by_too_many')
  expect(code({ ...input, by: by('bert') }, sampleItem({ archivedAt: 1 }))).toBe('work.archived')
})

test('what lies under an item follows it', () => {
  const item = sampleItem({ ownSeenBy: ['anna', 'bert'], seenBy: ['anna', 'bert'] })
  expect(followSight(item, ['bert', 'carl'], context).item.seenBy).toEqual(['bert'])
  expect(followSight(item, null, context).events).toEqual([])
})

test('nothing confidential is merged into what more people see', () => {
  const merge = (from: SeenBy, into: SeenBy) => {
    const result = mergeWorkItem(
      sampleItem({ id: 'a', seenBy: from }),
      sampleItem({ id: 'b', seenBy: into }),
      {
        ...context,
        ancestors: ['b'],
      },
    )
    return result.ok ? null : result.refusal.code
  }
  expect(merge(['anna'], null)).toBe('work.merge_confidential')
  expect(merge(['anna'], ['anna', 'bert'])).toBe('work.merge_confidential')
  expect(merge(['anna', 'bert'], ['anna'])).not.toBe('work.merge_confidential')
  expect(merge(null, ['anna'])).not.toBe('work.merge_confidential')
})

test('a copy is seen by nobody who does not see the original', () => {
  const root = sampleItem({ id: 'root', parentId: 'above', seenBy: ['anna'] })
  const below = sampleItem({ id: 'below', parentId: 'root', ownSeenBy: ['anna'], seenBy: ['anna'] })
  const source = { items: [root, below] as const, lists: [], lines: [], relations: [] }
  const wish = { id: 'copy', title: 'Copy', containerId: 'box', shift: (day: string) => day }
  const ownOf = (isBeside: boolean) => {
    const copy = copyWork(source, { ...wish, isBeside }, () => 'new')
    return copy.ok && copy.value.items.map(({ ownSeenBy }) => ownSeenBy)
  }
  expect(ownOf(false)).toEqual([['anna'], ['anna']])
  expect(ownOf(true)).toEqual([null, ['anna']])
})
