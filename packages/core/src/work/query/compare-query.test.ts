import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkItem } from '../work-item.ts'
import { bindQuery } from './bind-query.ts'
import { compareBy, sortItems } from './compare-query.ts'
import { parseQuery } from './parse-query.ts'
import { sampleCatalogue, sampleId, sampleItem, sampleViewer } from './testing/sample.ts'

const order = (text: string) => compareBy(bound(text))

function bound(text: string) {
  const parsed = parseQuery(text)
  const result = parsed.ok ? bindQuery(parsed.value, sampleCatalogue, sampleViewer) : parsed
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Items as given, in the order of the query, as their places in the list. */
function places(text: string, items: readonly Partial<WorkItem>[]): readonly number[] {
  const made = items.map((some, index) => sampleItem({ rank: 'V', id: sampleId('item', index), ...some }))
  const sorted = made.toSorted(order(text))
  expect(sortItems(bound(text), made)).toEqual(sorted)
  return sorted.map((item) => made.indexOf(item))
}

const person = (number: number) => ({ responsibleId: sampleId('person', number) })
const inState = (type: number, stateId: string) => ({ typeId: sampleId('type', type), stateId })

test.each<[string, readonly Partial<WorkItem>[], readonly number[]]>([
  ['order by due', [{ dueOn: null }, { dueOn: '2026-12-01' }, { dueOn: '2026-11-01' }], [2, 1, 0]],
  ['order by due desc', [{ dueOn: null }, { dueOn: '2026-12-01' }, { dueOn: '2026-11-01' }], [1, 2, 0]],
  [
    'order by title',
    [{ title: 'zebra' }, { title: 'Émile' }, { title: 'apple' }, { title: 'Zoo' }],
    [2, 1, 0, 3],
  ],
  ['order by key', [{ key: 'TWR-10' }, { key: 'TWR-9' }, { key: 'OPS-100' }], [2, 1, 0]],
  ['order by key desc', [{ key: 'TWR-10' }, { key: 'TWR-9' }, { key: 'OPS-100' }], [0, 1, 2]],
  ['order by priority desc', [{ priority: 0 }, { priority: 4 }, { priority: 2 }], [1, 2, 0]],
  ['order by assignee', [person(2), {}, person(3), person(1), person(4)], [3, 2, 0, 4, 1]],
  [
    'order by state',
    [inState(1, 'finished'), inState(2, 'fixing'), inState(2, 'found'), inState(1, 'gone')],
    [2, 1, 0, 3],
  ],
  [
    'order by group desc',
    [{ stateGroup: 'ready' }, { stateGroup: 'done' }, { stateGroup: 'backlog' }],
    [1, 0, 2],
  ],
  [
    'order by container',
    [{ containerIds: [sampleId('box', 2)] }, { containerIds: [sampleId('box', 3)] }, {}],
    [1, 2, 0],
  ],
  ['order by age', [{ startedAt: 1 }, { startedAt: 5 }, { startedAt: 3, finishedAt: 4 }, {}], [1, 0, 2, 3]],
  ['order by age desc', [{ startedAt: 1 }, { startedAt: 5 }, {}], [0, 1, 2]],
  [
    'order by crane',
    [
      {},
      { fields: { [sampleId('field', 3)]: 'constructor' } },
      { fields: { [sampleId('field', 3)]: 'big' } },
    ],
    [2, 1, 0],
  ],
  [
    'order by note',
    [{}, { fields: { [sampleId('field', 6)]: 'b' } }, { fields: { [sampleId('field', 6)]: 'Ä' } }],
    [2, 1, 0],
  ],
  [
    'order by priority desc, due',
    [{ priority: 2, dueOn: '2026-11-02' }, { priority: 2, dueOn: '2026-11-01' }, { priority: 3 }],
    [2, 1, 0],
  ],
  ['', [{ rank: 'b' }, { rank: 'a' }, { rank: 'B' }, { rank: 'a' }], [2, 1, 3, 0]],
])('%s', (text, items, expected) => expect(places(text, items)).toEqual(expected))

test('texts are sorted by their first hundred characters, however many units these have', () => {
  const start = '😀'.repeat(99)
  const titles = [`${start}bz`, `${start}ba`, `${start}a`].map((title) => ({ title }))
  expect(places('order by title', titles)).toEqual([2, 0, 1])
})

test('every order is total, whatever the items', () => {
  const item = fc
    .record({
      id: fc.integer({ min: 0, max: 50 }).map((number) => sampleId('item', number)),
      dueOn: fc.constantFrom(null, '2026-11-01', '2026-11-02'),
      title: fc.constantFrom('a', 'Ä', 'b'),
      rank: fc.constantFrom('a', 'b'),
      responsibleId: fc.constantFrom(
        null,
        sampleId('person', 1),
        sampleId('person', 2),
        sampleId('person', 9),
      ),
    })
    .map(sampleItem)
  const texts = fc.constantFrom('', 'order by due', 'order by due desc, title', 'order by assignee desc')
  fc.assert(
    fc.property(texts, item, item, item, (text, a, b, c) => {
      const compare = order(text)
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
      expect(compare(a, b) === 0).toBe(a.id === b.id && compare(a, b) === 0)
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
    }),
    { seed: 10, numRuns: 1000 },
  )
})
