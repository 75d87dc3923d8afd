import { expect, test } from 'vitest'
import { DAY, minute, plan, planned, task } from './testing/small-plan.ts'

test('near-critical work has more float than critical work, and at most that of the next band', () => {
  const input = plan([
    task('long', { durationMin: 5 * DAY }),
    task('near', { durationMin: 4 * DAY }),
    task('free'),
    task('part', { kind: 'summary' }),
    task('below', { parentId: 'part', durationMin: 3 * DAY }),
  ])
  const bands = (nearCriticalMin: number) =>
    [...planned({ ...input, options: { ...input.options, nearCriticalMin } }).values()].map(
      ({ isCritical, isNearCritical }) => (isCritical ? 'critical' : isNearCritical ? 'near' : ''),
    )
  expect(bands(DAY)).toEqual(['critical', 'near', '', '', ''])
  expect(bands(2 * DAY)).toEqual(['critical', 'near', '', 'near', 'near'])
  expect(bands(0)).toEqual(['critical', '', '', '', ''])
})

test('of work that has begun only the finish may slip', () => {
  const begun = { startAt: minute('2026-11-05T08:00Z'), finishAt: null, remainingMin: DAY }
  const rows = planned(plan([task('begun', { actual: begun }), task('long', { durationMin: 3 * DAY })]))
  expect(rows.get('begun')).toMatchObject({
    startFloatMin: 0,
    finishFloatMin: 2 * DAY,
    totalFloatMin: 2 * DAY,
  })
})
