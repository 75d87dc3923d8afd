import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FlowPiece, practiceEffect } from './effect.ts'

const piece = (cycleMin: number, cameBack = false, spentMin: number | null = null): FlowPiece => ({
  ...{ cycleMin, cameBack, spentMin },
})
const many = (count: number, of: (at: number) => FlowPiece) =>
  Array.from({ length: count }, (_, at) => of(at))

test('work that takes half as long is told so, with an interval that leaves out nothing', () => {
  const effect = practiceEffect(
    { before: many(40, (at) => piece(400 + at, at % 4 === 0)), after: many(40, (at) => piece(200 + at)) },
    1,
  )
  expect(effect.before).toEqual({
    sample: 40,
    medianCycleMin: 419.5,
    reworkShare: 0.25,
    medianSpentMin: null,
  })
  expect(effect.cycleMin).toMatchObject({ value: -200 })
  expect(effect.cycleMin?.high).toBeLessThan(-180)
  expect(effect.reworkShare).toMatchObject({ value: -0.25 })
  expect(effect.isSmall).toBe(false)
})

test('what work costs in time is told of those whose time was noted', () => {
  const effect = practiceEffect(
    { before: [piece(9, false, 100), piece(9, false, 200), piece(9)], after: [piece(9, false, 60)] },
    1,
  )
  expect(effect.before.medianSpentMin).toBe(150)
  expect(effect.spentMin).toMatchObject({ value: -90, low: -140, high: -40 })
})

test('what is not there on one side is no effect, and few are said to be few', () => {
  expect(practiceEffect({ before: [], after: [piece(5)] }, 1)).toMatchObject({
    ...{ before: { sample: 0, medianCycleMin: null }, cycleMin: null, isSmall: true },
  })
  expect(practiceEffect({ before: many(19, piece), after: many(50, piece) }, 1).isSmall).toBe(true)
})

test('the interval runs from low to high, and the same seed gives the same', () => {
  const pieces = fc.array(
    fc.record({ cycleMin: fc.nat(10_000), cameBack: fc.boolean(), spentMin: fc.option(fc.nat(600)) }),
    {
      ...{ minLength: 1, maxLength: 30 },
    },
  )
  fc.assert(
    fc.property(pieces, pieces, fc.nat(), (before, after, seed) => {
      const { cycleMin, reworkShare } = practiceEffect({ before, after }, seed)
      for (const estimate of [cycleMin, reworkShare])
        expect(estimate?.low).toBeLessThanOrEqual(estimate?.high ?? NaN)
      expect(practiceEffect({ before, after }, seed)).toEqual({ ...practiceEffect({ before, after }, seed) })
    }),
    { seed: 19, numRuns: 10 },
  )
})
