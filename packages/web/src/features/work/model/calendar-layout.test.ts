import { addDays } from '@millrace/core/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOutWeek, nearestDay } from './calendar-layout.ts'
import { periodAround, SPANS, stepPeriod } from './calendar-period.ts'
import { type Dated, daysOf } from './item-days.ts'

const MONDAY = '2026-11-23'
const day = fc.integer({ min: -20, max: 20 }).map((days) => addDays(MONDAY, days))
const dated: fc.Arbitrary<Dated> = fc
  .record({ startsOn: fc.option(day), dueOn: fc.option(day) })
  .filter(({ startsOn, dueOn }) => startsOn === null || dueOn === null || startsOn <= dueOn)
const items = fc.array(dated, { maxLength: 40 })
const lanes = fc.integer({ min: 1, max: 8 })

test('every item of a week is on each of its days, shown or counted', () => {
  fc.assert(
    fc.property(items, lanes, (all, count) => {
      const week = layOutWeek(all, MONDAY, count)
      for (const [index, { date, items: there, hidden }] of week.days.entries()) {
        const expected = all.filter((item) => {
          const days = daysOf(item)
          return days !== null && days.first <= date && date <= days.last
        })
        expect(new Set(there)).toEqual(new Set(expected))
        expect(there).toHaveLength(expected.length)
        const shown = week.segments.filter(({ from, to }) => from <= index && index <= to)
        expect(shown.length + hidden).toBe(expected.length)
      }
    }),
  )
})

test('no two bars lie over each other in a lane, and none beyond the last', () => {
  fc.assert(
    fc.property(items, lanes, (all, count) => {
      const { segments, days } = layOutWeek(all, MONDAY, count)
      const taken = new Set<string>()
      for (const { lane, from, to } of segments) {
        expect(lane).toBeLessThan(days.some(({ hidden }) => hidden > 0) ? count - 1 : count)
        for (let at = from; at <= to; at++) {
          expect(taken.has(`${lane}:${at}`)).toBe(false)
          taken.add(`${lane}:${at}`)
        }
      }
    }),
  )
})

test('a bar says where it goes on beyond its week', () => {
  const across = { startsOn: '2026-11-20', dueOn: '2026-11-25' }
  const [first] = layOutWeek([across], '2026-11-16', 3).segments
  const [second] = layOutWeek([across], MONDAY, 3).segments
  expect(first).toMatchObject({ from: 4, to: 6, isOpenBefore: false, isOpenAfter: true })
  expect(second).toMatchObject({ from: 0, to: 2, isOpenBefore: true, isOpenAfter: false })
})

test.each(SPANS)('a period of kind %s holds its day, and a step leads to the next one', (span) => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 7 }), (on, weekStart) => {
      const { days, weeks } = periodAround(on, span, weekStart)
      expect(days.first <= on && on <= days.last).toBe(true)
      expect(weeks[0] !== undefined && weeks[0] <= days.first).toBe(true)
      expect(addDays(weeks.at(-1) ?? '', 6) >= days.last).toBe(true)
      const next = periodAround(stepPeriod(on, span, 1), span, weekStart).days
      if (span !== 'weeks') expect(next.first).toBe(addDays(days.last, 1))
      expect(periodAround(stepPeriod(on, span, -1), span, weekStart).days.first < days.first).toBe(true)
    }),
  )
})

test('the last of a long month becomes the last of a short one', () => {
  expect(stepPeriod('2026-01-31', 'month', 1)).toBe('2026-02-28')
  expect(stepPeriod('2026-03-31', 'month', -1)).toBe('2026-02-28')
})

test('where nothing is, the next day with something is known, or else the last', () => {
  const some = ['2026-10-01', '2026-12-24', '2027-02-01'].map((dueOn) => ({ startsOn: null, dueOn }))
  const span = { first: '2026-11-01', last: '2026-11-30' }
  expect(nearestDay(some, span)).toBe('2026-12-24')
  expect(nearestDay(some.slice(0, 1), span)).toBe('2026-10-01')
  expect(nearestDay([], span)).toBeNull()
})
