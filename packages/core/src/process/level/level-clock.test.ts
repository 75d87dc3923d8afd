import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standardCalendar, WallClock, WorkingClocks } from '../../calendar/index.ts'
import {
  beginClock,
  endClock,
  type LevelClock,
  levelState,
  nextLook,
  passPoints,
  pauseClock,
  recountClock,
  resumeClock,
} from './level-clock.ts'
import { checkLevel, type ServiceLevel } from './service-level.ts'

const at = (text: string) => Date.parse(text)
const clocks = new WorkingClocks([standardCalendar('Europe/Berlin')], at('2026-06-01T00:00Z') / 60_000)
const wall = new WallClock('Europe/Berlin')
const CLOCK = { wall, working: null }
const WORKING = { wall, working: clocks.find('standard') }
const level: ServiceLevel = {
  ...{ id: 'level', processId: 'process', stepId: null, goal: 'PT8H', deadline: 'P2D', counts: 'working' },
  ...{ calendarId: null, warnPercent: 75, pausesWaiting: true, archivedAt: null, version: 1 },
  escalations: [
    { at: 'warning', kind: 'tell', to: { kind: 'responsible' } },
    { at: 'deadline', kind: 'raise-priority' },
    { at: 'deadline', kind: 'add-item', title: 'Call the customer' },
  ],
}
const begin = (begunAt: string, counting = WORKING, given = level): LevelClock =>
  beginClock({ id: 'clock', instanceId: 'one', activityId: null, begunAt: at(begunAt) }, given, counting)

test('points are reached in working time, over the weekend', () => {
  expect(begin('2026-06-05T06:00Z')).toMatchObject({
    goalAt: at('2026-06-05T15:00Z'),
    dueAt: at('2026-06-09T06:00Z'),
    // Three quarters of sixteen working hours.
    warnAt: at('2026-06-08T10:00Z'),
  })
})

test('what is done at a point is done once, and only while it runs', () => {
  const clock = begin('2026-06-05T06:00Z')
  expect(nextLook(clock)).toBe(at('2026-06-05T15:00Z'))
  const warned = passPoints(clock, level, at('2026-06-08T10:00Z'))
  expect(warned.escalations).toMatchObject([{ at: 'warning' }])
  expect(warned.clock.passed).toEqual(['warning', 'goal'])
  expect(passPoints(warned.clock, level, at('2026-06-08T11:00Z')).escalations).toEqual([])
  expect(nextLook(warned.clock)).toBe(at('2026-06-09T06:00Z'))
  const late = passPoints(warned.clock, level, at('2026-06-10T06:00Z'))
  expect(late.escalations.map(({ kind }) => kind)).toEqual(['raise-priority', 'add-item'])
  expect(nextLook(late.clock)).toBeNull()
  expect(
    passPoints(endClock(clock, at('2026-06-05T07:00Z')), level, at('2027-01-01T00:00Z')).escalations,
  ).toEqual([])
})

test('while the work waits for somebody the clock stands still', () => {
  const paused = pauseClock(begin('2026-06-05T06:00Z'), at('2026-06-05T08:00Z'))
  expect(nextLook(paused)).toBeNull()
  expect(levelState(paused, at('2026-07-01T00:00Z'))).toBe('paused')
  // From Friday 10:00 until Monday 10:00 on the wall: eight working hours.
  const resumed = resumeClock(paused, at('2026-06-08T08:00Z'), { level, counting: WORKING })
  expect(resumed).toMatchObject({ goalAt: at('2026-06-08T15:00Z'), dueAt: at('2026-06-09T15:00Z') })
})

test.each([
  ['2026-06-05T07:00Z', null, 'running'],
  ['2026-06-08T10:00Z', null, 'at-risk'],
  ['2026-06-09T06:00:01Z', null, 'breached'],
  ['2026-07-01T00:00Z', '2026-06-05T15:00Z', 'kept'],
  ['2026-07-01T00:00Z', '2026-06-08T15:00Z', 'late'],
  ['2026-07-01T00:00Z', '2026-06-09T06:01Z', 'missed'],
])('at %s, done %s: %s', (now, done, expected) => {
  const clock = begin('2026-06-05T06:00Z')
  expect(levelState(done === null ? clock : endClock(clock, at(done)), at(now))).toBe(expected)
})

test('a level that cannot be kept is refused', () => {
  const codeOf = (change: Partial<ServiceLevel>) => {
    const checked = checkLevel({ ...level, ...change })
    return checked.ok ? null : checked.refusal.code
  }
  expect(codeOf({})).toBeNull()
  expect(codeOf({ deadline: 'soon' })).toBe('process.level_length')
  expect(codeOf({ goal: 'PT0S' })).toBe('process.level_length')
  expect(codeOf({ goal: 'P3D' })).toBe('process.level_order')
  expect(codeOf({ warnPercent: null })).toBe('process.level_escalation')
  expect(codeOf({ escalations: [{ at: 'goal', kind: 'add-item', title: ' ' }] })).toBe(
    'process.level_escalation',
  )
})

test('however often it stands still, it runs as long as the level says', () => {
  const stretches = fc.array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 5000 })), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(stretches, fc.constantFrom(CLOCK, WORKING), (walks, counting) => {
      const given = { ...level, goal: null, deadline: 'PT40H' }
      let clock = begin('2026-06-01T06:00Z', counting, given)
      let now = clock.begunAt
      for (const [runs, rests] of walks) {
        now += runs * 60_000
        clock = pauseClock(clock, now)
        now += rests * 60_000
        clock = resumeClock(clock, now, { level: given, counting })
      }
      const counted = (from: number, to: number) =>
        counting.working ? counting.working.minutesBetween(from / 60_000, to / 60_000) : (to - from) / 60_000
      const rested = clock.pauses.filter(({ from }) => from < clock.dueAt)
      const stood = rested.reduce((sum, { from, to }) => sum + counted(from, to), 0)
      expect(counted(clock.begunAt, clock.dueAt) - stood).toBeCloseTo(2400, 3)
      expect(recountClock(clock, given, counting)).toEqual(clock)
    }),
  )
})
