import { expect, test } from 'vitest'
import { changedLag, lagOf } from './link-lag.ts'

test.each([
  [
    { lag: 960, lagUnit: 'workingMin' },
    { amount: 2, unit: 'workDays' },
  ],
  [
    { lag: -720, lagUnit: 'elapsedMin' },
    { amount: -0.5, unit: 'days' },
  ],
  [
    { lag: 50, lagUnit: 'percent' },
    { amount: 50, unit: 'percent' },
  ],
] as const)('a lag is read and written the same %#', (lag, written) => {
  expect(lagOf(lag)).toEqual(written)
  expect(changedLag(written.amount, written.unit)).toEqual(lag)
})
