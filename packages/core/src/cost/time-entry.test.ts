import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeTime,
  checkTime,
  mayChangeTime,
  startTimer,
  stopTimer,
  sumMinutes,
  type TimeEntry,
} from './index.ts'

const T0 = Date.parse('2026-03-02T09:00:00Z')
const written: TimeEntry = {
  ...{ id: 'e', personId: 'p', itemId: 'i', day: '2026-03-02', minutes: 30, note: '' },
  ...{ startedAt: null, isRunning: false, version: 1 },
}
const running: TimeEntry = { ...written, minutes: 0, startedAt: T0, isRunning: true }

test('a timer gives whole minutes, one at least and a day at most, and no more than half a minute off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * 86_400_000 }), (ms) => {
      const stopped = stopTimer(running, T0 + ms)
      if (!stopped.ok) throw new Error('it was running')
      const { minutes, isRunning } = stopped.value
      expect(isRunning).toBe(false)
      expect(checkTime(stopped.value).ok).toBe(true)
      if (ms >= 60_000 && ms <= 86_400_000)
        expect(Math.abs(minutes * 60_000 - ms)).toBeLessThanOrEqual(30_000)
    }),
    { seed: 1 },
  )
})

test('starting and stopping in any order leaves one running timer at most, and loses no minute', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 600 })), { maxLength: 20 }),
      (steps) => {
        let [now, timer, spent, expected] = [T0, null as TimeEntry | null, 0, 0] // Nothing runs yet.
        for (const [starts, minutes] of steps) {
          now += minutes * 60_000
          if (timer) expected += minutes
          const fresh = { id: String(now), personId: 'p', itemId: 'i', day: '2026-03-02', note: '' }
          if (starts) {
            const next = startTimer(fresh, timer, now)
            if (!next.ok) throw new Error('it may start')
            spent += next.value.stopped?.minutes ?? 0
            timer = next.value.started
          } else if (timer) {
            const next = stopTimer(timer, now)
            if (!next.ok) throw new Error('it was running')
            spent += next.value.minutes
            timer = null
          }
        }
        // What runs for longer than a day is cut there; these steps may add up to more.
        const isCut = steps.some(
          (_step, index) => steps.slice(0, index).reduce((sum, [, each]) => sum + each, 0) > 1440,
        )
        if (!isCut && !timer) expect(spent).toBe(expected)
        expect(spent).toBeLessThanOrEqual(expected)
      },
    ),
    { seed: 2 },
  )
})

test.each([
  ['no minutes', { minutes: 0 }, 'cost.minutes_wrong'],
  ['half a minute', { minutes: 0.5 }, 'cost.minutes_wrong'],
  ['more than a day', { minutes: 1441 }, 'cost.minutes_wrong'],
  ['a day that is none', { day: '2026-02-30' }, 'cost.day_wrong'],
  ['a note without end', { note: 'x'.repeat(2001) }, 'cost.note_too_long'],
])('%s is refused', (_name, patch, code) => {
  expect(changeTime(written, patch)).toMatchObject({ ok: false, refusal: { code } })
})

test('a running timer takes another note but no minutes, and what stands cannot be stopped', () => {
  expect(changeTime(running, { note: 'Slab' })).toMatchObject({
    ok: true,
    value: { note: 'Slab', version: 2 },
  })
  expect(changeTime(running, { minutes: 5 })).toMatchObject({ refusal: { code: 'cost.still_running' } })
  expect(stopTimer(written, T0)).toMatchObject({ refusal: { code: 'cost.not_running' } })
  expect(sumMinutes([written, running, written])).toBe(60)
})

test.each([
  ['contributors change their own', 'p', { isContributor: true, isManager: false }, true],
  ['but not those of others', 'q', { isContributor: true, isManager: false }, false],
  ['managers change those of others', 'q', { isContributor: true, isManager: true }, true],
  ['who may only look changes nothing', 'p', { isContributor: false, isManager: false }, false],
])('%s', (_name, personId, rights, may) => expect(mayChangeTime(written, { personId, ...rights })).toBe(may))
