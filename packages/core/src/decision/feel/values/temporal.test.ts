import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ARITHMETIC, negate } from './arithmetic.ts'
import { equal, same } from './equality.ts'
import { compareOrdered } from './ordering.ts'
import { dateOfEpochDay, daysDuration, epochDay, weekdayOf, weekOfYear } from './temporal.ts'
import { parseDate, parseDateAndTime, parseTemporal, temporalText } from './temporal-text.ts'
import type { FeelValue } from './value.ts'

const day = fc.integer({ min: -90_000_000, max: 90_000_000 })
const nanos = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
const zone = fc.constantFrom('', 'Z', '+05:30', '-11:00', '@Europe/Berlin', '@America/New_York')

const moment = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 86_399 }), zone)
  .map(([at, second, of]) => {
    const date = dateOfEpochDay(at)
    const clock = new Date(second * 1000).toISOString().slice(11, 19)
    return date === null ? null : parseDateAndTime(`${temporalText(date)}T${clock}${of}`)
  })

test('days are numbered as the calendar of the program numbers them', () => {
  fc.assert(
    fc.property(day, (number) => {
      const date = dateOfEpochDay(number)
      expect(date && epochDay(date)).toBe(number)
      const known = new Date(number * 86_400_000)
      expect([date?.year, date?.month, date?.day]).toEqual([
        known.getUTCFullYear(),
        known.getUTCMonth() + 1,
        known.getUTCDate(),
      ])
      expect(date && weekdayOf(date) % 7).toBe(known.getUTCDay())
    }),
  )
})

test('what is written is read as the same', () => {
  fc.assert(
    fc.property(day, nanos, moment, fc.integer({ min: -1e6, max: 1e6 }), (number, length, at, months) => {
      const values = [
        dateOfEpochDay(number),
        daysDuration(length),
        at,
        { kind: 'years and months duration', months },
      ]
      for (const value of values) {
        if (value === null || !('kind' in value)) continue
        // The generator makes values of these kinds alone.
        const read = parseTemporal(temporalText(value as Parameters<typeof temporalText>[0]))
        expect(read && temporalText(read)).toBe(temporalText(value as Parameters<typeof temporalText>[0]))
        expect(same(read, value as FeelValue)).toBe(true)
      }
    }),
  )
})

test('a moment plus a length minus the moment is the length', () => {
  fc.assert(
    fc.property(moment, nanos, (at, length) => {
      const duration = daysDuration(length)
      const later = ARITHMETIC['+'](at, duration) ?? null
      fc.pre(at !== null && later !== null && isRead(at) && isRead(later))
      expect(same(ARITHMETIC['-'](later, at) ?? null, duration)).toBe(true)
      expect(compareOrdered(later, at)).toBe(length === 0n ? 0 : length < 0n ? -1 : 1)
    }),
  )
})

/** What a clock shows twice when it is set back is read as the first; such moments are left aside. */
function isRead(value: FeelValue): boolean {
  return same(ARITHMETIC['+'](value, daysDuration(0n)) ?? null, value) && !isAmbiguous(value)
}

function isAmbiguous(value: FeelValue): boolean {
  const hour = daysDuration(3_600_000_000_000n)
  const later = ARITHMETIC['+'](value, hour) ?? null
  const gap = ARITHMETIC['-'](later, value) ?? null
  const earlier = ARITHMETIC['+'](value, hour === null ? null : (negate(hour) ?? null)) ?? null
  return !same(gap, hour) || !same(ARITHMETIC['-'](value, earlier) ?? null, hour)
}

test('durations are in one order, and the same when neither comes first', () => {
  fc.assert(
    fc.property(nanos, nanos, (a, b) => {
      const [x, y] = [daysDuration(a), daysDuration(b)]
      const order = compareOrdered(x, y) ?? 0
      expect(order).toBe(0 - (compareOrdered(y, x) ?? 0))
      expect(equal(x, y)).toBe(order === 0)
    }),
  )
})

test.each([
  // ISO 8601: the week of the year's first Thursday is the first.
  ['2026-01-01', 1],
  ['2027-01-01', 53],
  ['2024-12-30', 1],
])('%s lies in week %s', (text, week) => {
  const date = parseDate(text)
  expect(date && weekOfYear(date)).toBe(week)
})

test.each([
  ...['2026-02-30', '26-02-01', '+2026-02-01', '02026-02-01', '2026-2-1', '24:00:00', '12:60:00'],
  ...['12:00:00+18:01', '12:00:00@Nowhere/Land', 'P', 'PT', 'P1Y2D', 'P1H', '1D', 'P1.5D', ''],
])('%s is no date, time or duration', (text) => {
  expect(parseTemporal(text)).toBeNull()
})
