import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evolve } from './evolve.ts'
import type { ItemType } from './item-type.ts'
import { handoversOf, type MergeContext, mergeWorkItem, relationsToTake } from './merge.ts'
import type { WorkEvent } from './work-event.ts'
import type { Relation, WorkItem } from './work-item.ts'

const type: ItemType = {
  id: 'type',
  name: 'Task',
  icon: 'square',
  workflow: { moves: 'any', states: [{ id: 'ready', name: 'Ready', group: 'ready', wipLimit: null }] },
  required: {},
  readinessGate: 'soft',
  needsAcceptance: false,
  needsNotice: false,
  version: 1,
}

const BLANK = {
  ...{ typeId: 'type', containerIds: ['home'], title: 'Pour', description: '', area: '2.3', parentId: null },
  ...{ stateId: 'ready', stateGroup: 'ready', rank: 'r', priority: 0, labelIds: [], fields: {} },
  ...{
    responsibleId: null,
    accountableId: null,
    requesterId: null,
    teamId: null,
    startsOn: null,
    dueOn: null,
  },
  ...{ effortMin: null, effortLowMin: null, effortHighMin: null, costOfDelayMinor: null, role: null },
  ...{ ownSeenBy: null, seenBy: null },
  ...{ practice: null, resources: null, artifact: null, archivedAt: null, openBlockers: [], version: 1 },
} as unknown as WorkItem // The rest of an item is not looked at.

const itemOf = (id: string, more: Partial<WorkItem> = {}): WorkItem => ({
  ...BLANK,
  ...{ id, key: id.toUpperCase() },
  ...more,
})

const LABELS = ['red', 'green', 'blue']
let count = 0
const context = (ancestors: readonly string[]): MergeContext => ({
  now: 5,
  actor: { kind: 'person', personId: 'ann' },
  newEventId: () => `event-${String(count++)}`,
  type,
  fieldsById: new Map([
    ['risk', { id: 'risk', key: 'risk', name: 'Risk', kind: 'text', options: [] }],
    ['sum', { id: 'sum', key: 'sum', name: 'Sum', kind: 'formula', options: [], result: 'number' }],
  ]),
  labelIds: new Set(LABELS),
  ancestors,
})

const day = fc.constantFrom(null, '2026-03-02', '2026-03-09')
const facts = fc.record({
  description: fc.constantFrom('', 'As drawn', 'As built'),
  responsibleId: fc.constantFrom(null, 'rosa', 'tom'),
  priority: fc.constantFrom(0 as const, 2 as const, 4 as const),
  dueOn: day,
  effortMin: fc.constantFrom(null, 60, 480),
  labelIds: fc.subarray(LABELS),
  fields: fc.constantFrom({}, { risk: 'high' }, { risk: 'low' }),
})

test('the one that stays keeps what it has and gets what it lacks; the other is archived as it was', () => {
  fc.assert(
    fc.property(facts, facts, (ours, theirs) => {
      const into = itemOf('twr-1', ours)
      const duplicate = itemOf('twr-2', { ...theirs, fields: { ...theirs.fields, sum: 3 } })
      const merged = mergeWorkItem(duplicate, into, context(['twr-1']))
      if (!merged.ok) throw new Error(merged.refusal.code)
      const { item } = merged.value.into
      expect(item).toMatchObject({
        title: into.title,
        description: ours.description || theirs.description,
        responsibleId: ours.responsibleId ?? theirs.responsibleId,
        dueOn: ours.dueOn ?? theirs.dueOn,
        effortMin: ours.effortMin ?? theirs.effortMin,
        priority: Math.max(ours.priority, theirs.priority),
        fields: { ...theirs.fields, ...ours.fields },
      })
      expect(new Set(item.labelIds)).toEqual(new Set([...ours.labelIds, ...theirs.labelIds]))
      expect(item.fields).not.toHaveProperty('sum')
      expect(merged.value.duplicate.item).toEqual({ ...duplicate, archivedAt: 5, updatedAt: 5, version: 3 })
      // What is in the events gives the same again.
      expect(merged.value.into.events.reduce(evolve, into)).toEqual(item)
    }),
  )
})

test('it is not merged into itself, into something under it, nor with what is archived', () => {
  const [into, duplicate] = [itemOf('twr-1'), itemOf('twr-2')]
  const code = (from: WorkItem, to: WorkItem, ancestors = [to.id]) => {
    const merged = mergeWorkItem(from, to, context(ancestors))
    return merged.ok ? null : merged.refusal.code
  }
  expect(code(into, into)).toBe('work.merge_itself')
  expect(code(duplicate, into, ['twr-1', 'twr-9', 'twr-2'])).toBe('work.merge_into_part')
  expect(code(duplicate, { ...into, archivedAt: 1 })).toBe('work.archived')
  expect(code({ ...duplicate, archivedAt: 1 }, into)).toBe('work.archived')
  expect(code(duplicate, into)).toBe(null)
})

test('when one is merged into one that is merged itself, everything goes to the last of them', () => {
  const merge = (from: string, intoId: string) =>
    ({ kind: 'work.merged', subject: { kind: 'item', id: from }, data: { intoId, intoKey: '' } }) as WorkEvent // As decided.
  const archived = { kind: 'work.archived', subject: { kind: 'item', id: 'a' }, data: {} } as WorkEvent // As decided.
  expect(handoversOf([merge('a', 'b'), archived, merge('b', 'c'), merge('d', 'b')])).toEqual([
    { fromId: 'a', intoId: 'c' },
    { fromId: 'b', intoId: 'c' },
    { fromId: 'd', intoId: 'c' },
  ])
})

test('relations go along, but for those between the two', () => {
  const relation = (fromId: string, toId: string): Relation => ({
    ...{
      id: `${fromId}${toId}`,
      fromId,
      toId,
      kind: 'precedes',
      linkType: 'SS',
      lag: 60,
      lagUnit: 'workingMin',
    },
  })
  const all = [
    relation('a', 'x'),
    relation('y', 'a'),
    relation('a', 'b'),
    relation('b', 'a'),
    relation('x', 'y'),
  ]
  const taken = relationsToTake(all, [{ fromId: 'a', intoId: 'b' }], () => 'new')
  expect(taken).toEqual([
    { ...relation('b', 'x'), id: 'new' },
    { ...relation('y', 'b'), id: 'new' },
  ])
  const both = [
    { fromId: 'a', intoId: 'c' },
    { fromId: 'b', intoId: 'c' },
  ]
  expect(relationsToTake([relation('a', 'b'), relation('b', 'x')], both, () => 'new')).toEqual([
    { ...relation('c', 'x'), id: 'new' },
  ])
})
