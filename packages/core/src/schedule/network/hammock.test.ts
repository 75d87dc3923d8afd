import { expect, test } from 'vitest'
import { DAY, link, minute, plan, planned, task, text } from './testing/small-plan.ts'

const crane = task('crane', { kind: 'hammock' })

test('a hammock lasts from the first thing it is linked to until the last', () => {
  const rows = planned(
    plan(
      [task('a'), task('b', { durationMin: 3 * DAY }), task('c'), crane],
      [
        link('a', 'b'),
        link('b', 'c'),
        link('b', 'crane', { id: 'late', kind: 'SS' }),
        link('a', 'crane', { id: 'early', kind: 'SS' }),
        link('a', 'crane', { kind: 'FF' }),
        link('c', 'crane', { kind: 'FF' }),
      ],
    ),
  )
  expect(rows.get('crane')).toMatchObject({
    startAt: rows.get('a')?.startAt,
    finishAt: rows.get('c')?.finishAt,
    reason: { kind: 'link', linkId: 'early' },
  })
})

test('what a hammock is linked to on its other side holds it, and never waits for it', () => {
  const tasks = [task('a'), task('b', { durationMin: 3 * DAY }), crane]
  const alone = planned(plan(tasks, [link('a', 'b')]))
  const rows = planned(
    plan(tasks, [link('a', 'b'), link('a', 'crane', { kind: 'SS' }), link('crane', 'b', { kind: 'FF' })]),
  )
  expect(rows.get('crane')?.finishAt).toBe(rows.get('b')?.finishAt)
  expect(rows.get('b')).toEqual(alone.get('b'))
  const before = planned(plan(tasks, [link('a', 'b'), link('crane', 'b', { lag: DAY })]))
  // It is over a working day before the other begins.
  expect(before.get('b')).toEqual(alone.get('b'))
  expect(text(before.get('crane')?.finishAt)).toBe('2026-11-05T08:00')
})

test('a hammock is never critical, slips by nothing of its own, and takes no float from others', () => {
  const begun = { startAt: minute('2026-11-04T08:00Z'), finishAt: null, remainingMin: 0 }
  const links = [link('a', 'crane', { kind: 'SS' }), link('b', 'crane', { kind: 'FF' })]
  const tasks = [task('a'), task('b', { durationMin: 3 * DAY }), crane]
  const rows = planned(plan(tasks, links))
  expect(rows.get('crane')).toMatchObject({ isCritical: false, isOnLongestPath: false, totalFloatMin: 0 })
  expect(rows.get('a')).toMatchObject({ totalFloatMin: 2 * DAY, freeFloatMin: 2 * DAY })
  const going = planned(plan([...tasks.slice(0, 2), { ...crane, actual: begun }], links))
  expect(going.get('crane')).toMatchObject({
    startAt: begun.startAt,
    finishAt: going.get('b')?.finishAt,
  })
})
