import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standardCalendar, WallClock, WorkingClocks } from '../../calendar/index.ts'
import { timerDues } from '../time/timer-dues.ts'
import {
  dueStarts,
  firstStart,
  previewStarts,
  resumeSchedule,
  type StartRule,
  type StartSchedule,
  titleOfStart,
} from './start-schedule.ts'

const at = (text: string) => Date.parse(text)
const clocks = new WorkingClocks([standardCalendar('Europe/Berlin')], at('2026-06-01T00:00Z') / 60_000)
const clock = {
  counting: { wall: new WallClock('Europe/Berlin'), working: clocks.find('standard') },
  dueOf: timerDues({ timeZone: 'Europe/Berlin', clocks, calendar: 'standard' }),
}
const monthly: StartRule = {
  ...{ kind: 'days', minute: 360, anchorOn: '2026-01-31', endsOn: null, shift: 'next' },
  rule: { kind: 'monthlyDay', every: 1, day: 31 },
}
const schedule = (change: Partial<StartSchedule> = {}): StartSchedule => {
  const rule = change.rule ?? monthly
  return {
    ...{ id: 's', processId: 'p', elementId: null, title: 'Maintenance {date}', calendarId: null },
    ...{ missed: 'one', values: {}, pausedAt: null, started: 0, version: 1 },
    ...{ rule, next: firstStart(rule, at('2026-05-01T00:00Z'), clock) },
    ...change,
  }
}
const momentsOf = (starts: readonly { readonly at: number }[]) =>
  starts.map((one) => new Date(one.at).toISOString().slice(0, 16))

test('a day off leads to the next working day, also into the next month', () => {
  // The 31st of May is a Sunday, that of October a Saturday.
  expect(momentsOf(previewStarts(schedule(), clock, 6))).toEqual([
    ...['2026-06-01T04:00', '2026-06-30T04:00', '2026-07-31T04:00'],
    ...['2026-08-31T04:00', '2026-09-30T04:00', '2026-11-02T05:00'],
  ])
})

test('or to the last one before, and days that lead to the same are one', () => {
  const daily: StartRule = {
    ...monthly,
    rule: { kind: 'daily', every: 1 },
    anchorOn: '2026-01-01',
    shift: 'previous',
  }
  const next = firstStart(daily, at('2026-06-04T12:00Z'), clock)
  expect(momentsOf(previewStarts({ rule: daily, next }, clock, 3))).toEqual([
    ...['2026-06-05T04:00', '2026-06-08T04:00', '2026-06-09T04:00'],
  ])
})

test('a schedule ends', () => {
  const short: StartRule = { ...monthly, endsOn: '2026-06-30' }
  const next = firstStart(short, at('2026-05-01T00:00Z'), clock)
  expect(previewStarts({ rule: short, next }, clock, 9)).toHaveLength(2)
})

test.each([
  ['one', 1],
  ['all', 3],
  ['none', 0],
] as const)('of three that were missed, %s are made up', (missed, count) => {
  const now = at('2026-08-10T00:00Z')
  const due = dueStarts(schedule({ missed }), now, clock)
  expect(due.starts).toHaveLength(count)
  expect(due.schedule.started).toBe(count)
  expect(momentsOf([due.schedule.next ?? { at: 0 }])).toEqual(['2026-08-31T04:00'])
  expect(dueStarts(due.schedule, now, clock).starts).toEqual([])
})

test('what is hardly late was not missed', () => {
  expect(dueStarts(schedule({ missed: 'none' }), at('2026-06-01T04:20Z'), clock).starts).toHaveLength(1)
})

test('a pause makes nothing up', () => {
  const paused = schedule({ pausedAt: at('2026-05-02T00:00Z'), missed: 'all' })
  const now = at('2026-08-10T00:00Z')
  expect(dueStarts(paused, now, clock).starts).toEqual([])
  const resumed = resumeSchedule(paused, now, clock)
  expect(dueStarts(resumed, now, clock).starts).toEqual([])
  expect(momentsOf([resumed.next ?? { at: 0 }])).toEqual(['2026-08-31T04:00'])
})

test('a timer at the start of a model says when as it does within', () => {
  const timer = { timer: 'cycle', value: 'R2/2026-06-01T06:00/P1W', since: at('2026-05-01T00:00Z') } as const
  const rule: StartRule = {
    kind: 'timer',
    timer: { ...timer, counting: { counts: 'clock', calendar: null } },
  }
  const next = firstStart(rule, timer.since, clock)
  expect(momentsOf(previewStarts({ rule, next }, clock, 9))).toEqual(['2026-06-01T04:00', '2026-06-08T04:00'])
})

test.each([
  ['Inspection {date}', 'Inspection 2027-01-01'],
  ['Week {week}, no. {number}', 'Week 2026-W53, no. 7'],
  ['{month} of {year} {other}', '2027-01 of 2027 {other}'],
])('%s is called %s', (pattern, title) => {
  expect(titleOfStart(pattern, { on: '2027-01-01' }, 7)).toBe(title)
})

test('every start comes once, however often and whenever is looked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 20 }), (steps) => {
      let one = schedule({ missed: 'all' })
      let now = at('2026-05-01T00:00Z')
      const starts: number[] = []
      for (const minutes of steps) {
        now += minutes * 60_000
        const due = dueStarts(one, now, clock)
        starts.push(...due.starts.map((start) => start.at))
        one = due.schedule
      }
      const expected = previewStarts(schedule(), clock, 50).filter((start) => start.at <= now)
      expect(starts).toEqual(expected.map((start) => start.at))
    }),
  )
})
