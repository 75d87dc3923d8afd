import { addDays } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dated } from './item-days.ts'
import { dueCalls, type Edge, shiftCalls, shiftDates } from './shift.ts'

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-01', days))
const dated: fc.Arbitrary<Dated> = fc
  .record({ startsOn: fc.option(day), dueOn: fc.option(day) })
  .filter(({ startsOn, dueOn }) => startsOn === null || dueOn === null || startsOn <= dueOn)
const by = fc.integer({ min: -40, max: 40 })
const edges: fc.Arbitrary<Edge> = fc.constantFrom('both', 'start', 'due')

test('moving by days moves both dates by them, and moving back restores them', () => {
  fc.assert(
    fc.property(dated, by, (item, days) => {
      const after = shiftDates(item, days, 'both')
      expect(after.startsOn).toBe(item.startsOn === null ? null : addDays(item.startsOn, days))
      expect(after.dueOn).toBe(item.dueOn === null ? null : addDays(item.dueOn, days))
      expect(shiftDates(after, -days, 'both')).toEqual(item)
    }),
  )
})

test('no move puts a due day before its start, or takes a date away', () => {
  fc.assert(
    fc.property(dated, by, edges, (item, days, edge) => {
      const after = shiftDates(item, days, edge)
      if (item.startsOn !== null) expect(after.startsOn).not.toBeNull()
      if (item.dueOn !== null) expect(after.dueOn).not.toBeNull()
      if (after.startsOn !== null && after.dueOn !== null) expect(after.startsOn <= after.dueOn).toBe(true)
    }),
  )
})

test('an edge changes one date and leaves the other', () => {
  fc.assert(
    fc.property(dated, by, (item, days) => {
      if (item.dueOn !== null) expect(shiftDates(item, days, 'start').dueOn).toBe(item.dueOn)
      if (item.startsOn !== null) expect(shiftDates(item, days, 'due').startsOn).toBe(item.startsOn)
    }),
  )
})

test.each([
  ['a start is drawn out of a due day', 'start', -3, { startsOn: '2026-11-07', dueOn: '2026-11-10' }],
  ['a start is not drawn behind it', 'start', 3, { startsOn: null, dueOn: '2026-11-10' }],
  ['the due day alone goes on', 'due', 3, { startsOn: null, dueOn: '2026-11-13' }],
] as const)('%s', (_name, edge, days, expected) => {
  expect(shiftDates({ startsOn: null, dueOn: '2026-11-10' }, days, edge)).toEqual(expected)
})

test('only what changes is written', () => {
  const item = { id: 'a', startsOn: '2026-11-01', dueOn: '2026-11-10' } as unknown as WorkItem // All that is read.
  const patches = (calls: ReturnType<typeof shiftCalls>) =>
    calls.map((call) => (call.name === 'work.changeItem' ? call.input.patch : null))
  expect(patches(shiftCalls([item], 2, 'due'))).toEqual([{ dueOn: '2026-11-12' }])
  expect(patches(shiftCalls([item], 0, 'both'))).toEqual([])
  expect(patches(dueCalls([item], '2026-11-11'))).toEqual([{ dueOn: '2026-11-11' }])
})
