import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../kernel/index.ts'
import { costOfWork, type Prices, priceOn } from './rates.ts'

const usual: Prices = {
  ...{ rateMinorPerHour: 6_000, costPerUseMinor: 500 },
  rates: [
    { fromOn: '2027-07-01', rateMinorPerHour: 7_200, costPerUseMinor: null },
    { fromOn: '2027-01-01', rateMinorPerHour: 6_600, costPerUseMinor: 800 },
  ],
}

test.each([
  [null, 6_000],
  ['2026-12-31', 6_000],
  ['2027-01-01', 6_600],
  ['2027-06-30', 6_600],
  ['2027-07-01', 7_200],
])('on %s an hour costs %i', (day, rate) => {
  expect(priceOn(usual, day).rateMinorPerHour).toBe(rate)
})

test.each([
  ['before all rates', 480, '2026-12-30', '2026-12-30', 500 + 48_000],
  ['after the last', 480, '2027-08-02', '2027-08-02', 57_600],
  ['half before and half after a rate', 960, '2026-12-31', '2027-01-01', 500 + 48_000 + 52_800],
  ['a fourth before and the rest after', 240, '2027-06-30', '2027-07-03', 800 + 6_600 + 21_600],
  ['nobody knows when', 60, null, null, 500 + 6_000],
  ['only its end is known', 60, null, '2027-07-01', 7_200],
])('%s', (_name, workMin, startOn, finishOn, cost) => {
  expect(costOfWork(usual, { workMin, startOn, finishOn })).toBe(cost)
})

test('work costs no less than at its cheapest rate and no more than at its dearest', () => {
  const start = fc.nat(400).map((days) => addDays('2026-09-01', days))
  fc.assert(
    fc.property(start, fc.nat(200), fc.nat(10_000), (startOn, days, workMin) => {
      const cost = costOfWork(
        {
          ...usual,
          costPerUseMinor: null,
          rates: usual.rates.map((rate) => ({ ...rate, costPerUseMinor: null })),
        },
        { workMin, startOn, finishOn: addDays(startOn, days) },
      )
      expect(cost).toBeGreaterThanOrEqual(Math.floor((workMin * 6_000) / 60))
      expect(cost).toBeLessThanOrEqual(Math.ceil((workMin * 7_200) / 60))
    }),
  )
})
