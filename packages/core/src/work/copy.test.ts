import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber } from '../kernel/index.ts'
import type { Checklist, ChecklistLine } from './checklist.ts'
import { COPY_MAX, type Copy, type CopySource, copyWork, shiftToStart } from './copy.ts'
import type { Relation, WorkItem } from './work-item.ts'

const day = fc.option(
  fc.integer({ min: 0, max: 300 }).map((after) => addDays('2026-01-01', after)),
  { nil: null },
)

/** A tree in which each item lies under one that comes before it. */
const tree = fc
  .array(fc.record({ under: fc.nat(), startsOn: day, dueOn: day, home: fc.constantFrom('here', 'there') }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) =>
    all.map(({ under, home, ...days }, index) => ({
      ...ITEM,
      ...days,
      id: `i${String(index)}`,
      title: `Item ${String(index)}`,
      rank: `r${String(index)}`,
      containerIds: [home],
      parentId: index === 0 ? 'above' : `i${String(under % index)}`,
    })),
  )

const ITEM = {
  typeId: 'task',
  key: 'TWR-1',
  description: 'As drawn',
  area: '2.3',
  priority: 3,
  responsibleId: 'rosa',
  requesterId: 'tom',
  labelIds: ['red'],
  fields: { risk: 'high' },
  stateId: 'done',
  stateGroup: 'done',
  waitingFor: { personId: 'tom', note: '', since: 0 },
  archivedAt: null,
  version: 9,
} as unknown as WorkItem // The rest of an item is not looked at.

const source = tree.chain((items) => {
  const ids = items.map(({ id }) => id)
  const lists = items.map(
    ({ id }, index): Checklist => ({
      id: `l${String(index)}`,
      itemId: id,
      name: 'Steps',
      rank: 'r',
      removedAt: null,
      version: 3,
    }),
  )
  const line = fc.record({
    list: fc.constantFrom(...lists),
    sub: fc.option(fc.constantFrom(...ids)),
    dueOn: day,
  })
  const relation = fc.record({ fromId: fc.constantFrom(...ids), toId: fc.constantFrom(...ids, 'elsewhere') })
  return fc.record({
    items: fc.constant(items as unknown as CopySource['items']), // There is at least one.
    lists: fc.constant(lists),
    lines: fc.array(line, { maxLength: 8 }).map((all) =>
      all.map(
        ({ list, sub, dueOn }, index): ChecklistLine => ({
          id: `n${String(index)}`,
          itemId: list.itemId,
          checklistId: list.id,
          text: `Step ${String(index)}`,
          rank: String(index),
          responsibleId: null,
          dueOn,
          doneAt: 5,
          doneBy: 'tom',
          subItemId: sub,
          removedAt: null,
          version: 2,
        }),
      ),
    ),
    relations: fc.array(relation, { maxLength: 6 }).map((all) =>
      all.map(
        (ends, index): Relation => ({
          ...ends,
          id: `x${String(index)}`,
          kind: 'precedes',
          linkType: 'FS',
          lag: 0,
          lagUnit: 'workingMin',
        }),
      ),
    ),
  })
})

function copied(from: CopySource, startsOn: string | null = null, isBeside = true): Copy {
  let count = 0
  const wish = {
    id: 'copy',
    title: 'Again',
    containerId: 'here',
    isBeside,
    shift: shiftToStart(from, startsOn),
  }
  const copy = copyWork(from, wish, () => `new${String(count++)}`)
  if (!copy.ok) throw new Error(copy.refusal.code)
  return copy.value
}

test('a copy has the shape of what it was made of, in one place and with new ids', () => {
  fc.assert(
    fc.property(source, (from) => {
      const copy = copied(from)
      const twin = new Map(from.items.map((item, index) => [item.id, copy.items[index]?.id]))
      expect(copy.items.map(({ parentId }) => parentId).slice(1)).toEqual(
        from.items.slice(1).map(({ parentId }) => twin.get(parentId ?? '')),
      )
      expect(copy.items.every(({ containerId }) => containerId === 'here')).toBe(true)
      expect(copy.items.map(({ title }) => title)).toEqual([
        'Again',
        ...from.items.slice(1).map(({ title }) => title),
      ])
      expect(copy.lists.map(({ itemId }) => itemId)).toEqual(from.lists.map(({ itemId }) => twin.get(itemId)))
      expect(copy.lines.map(({ text }) => text)).toEqual(from.lines.map(({ text }) => text))
      const within = from.relations.filter(({ toId }) => twin.has(toId))
      expect(copy.relations.map(({ fromId, toId }) => [fromId, toId])).toEqual(
        within.map(({ fromId, toId }) => [twin.get(fromId), twin.get(toId)]),
      )
      const ids = [...copy.items, ...copy.lists, ...copy.lines, ...copy.relations].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('what has become of the work is not copied', () => {
  fc.assert(
    fc.property(source, (from) => {
      for (const item of copied(from).items) {
        expect(item).toMatchObject({
          priority: 3,
          responsibleId: 'rosa',
          labelIds: ['red'],
          fields: { risk: 'high' },
        })
        for (const gone of ['stateId', 'stateGroup', 'waitingFor', 'key', 'version', 'requesterId'])
          expect(Object.hasOwn(item, gone)).toBe(false)
      }
    }),
  )
})

test('days keep their distances, the earliest on the day wished', () => {
  fc.assert(
    fc.property(source, (from) => {
      const daysIn = (all: Pick<CopySource | Copy, 'items' | 'lines'>) => [
        ...all.items.flatMap(({ startsOn, dueOn }) => [startsOn ?? null, dueOn ?? null]),
        ...all.lines.map(({ dueOn }) => dueOn),
      ]
      const [before, after] = [daysIn(from), daysIn(copied(from, '2027-03-01'))]
      const known = after.filter((each) => each !== null)
      if (known.length > 0) expect(known.toSorted()[0]).toBe('2027-03-01')
      const shifts = after.flatMap((each, index) => {
        const was = before[index] ?? null
        expect(each === null).toBe(was === null)
        return each === null || was === null ? [] : [(dayNumber(each) ?? 0) - (dayNumber(was) ?? 0)]
      })
      expect(new Set(shifts).size).toBeLessThanOrEqual(1)
      expect(daysIn(copied(from))).toEqual(before)
    }),
  )
})

test('a copy lies beside the item it came from, or stands on its own', () => {
  const items = [
    { ...ITEM, id: 'a', containerIds: ['here'], parentId: 'above', startsOn: null, dueOn: null },
  ] as unknown as CopySource['items'] // As above.
  const from = { items, lists: [], lines: [], relations: [] }
  expect(copied(from).items[0]?.parentId).toBe('above')
  expect(copied(from, null, false).items[0]?.parentId).toBe(null)
})

test('too much at once is refused', () => {
  const all = Array.from({ length: COPY_MAX + 1 }, (_, index) => ({ ...ITEM, id: String(index) }))
  const items = all as unknown as CopySource['items'] // There are some.
  const wish = {
    id: 'copy',
    title: 'Again',
    containerId: 'here',
    isBeside: true,
    shift: (day: string) => day,
  }
  expect(copyWork({ items, lists: [], lines: [], relations: [] }, wish, () => 'x')).toMatchObject({
    refusal: { code: 'work.copy_too_large' },
  })
})
