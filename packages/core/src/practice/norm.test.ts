import { expect, test } from 'vitest'
import { measureNorm, spreadOf } from './norm.ts'

test('percentiles of ten values, as R gives them by default', () => {
  // quantile(c(1:10), c(.15, .5, .85))
  const spread = spreadOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(spread).toEqual({
    ...{ p15: expect.closeTo(2.35, 9), median: 5.5, p85: expect.closeTo(8.65, 9), sample: 10 },
  })
  expect(spreadOf([4])).toEqual({ p15: 4, median: 4, p85: 4, sample: 1 })
  expect(spreadOf([])).toBeNull()
})

test('what pieces took is told for one unit of output, and what is not known is left out', () => {
  const pieces = [
    { effortMin: 120, durationMin: 480, units: 2 },
    { effortMin: null, durationMin: 240, units: 1 },
  ]
  expect(measureNorm(pieces)).toMatchObject({
    effortMin: { median: 60, sample: 1 },
    durationMin: { median: 240, sample: 2 },
  })
  expect(measureNorm([])).toEqual({ effortMin: null, durationMin: null })
})
