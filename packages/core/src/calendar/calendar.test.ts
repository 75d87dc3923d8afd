import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aroundTheClock,
  checkCalendars,
  compileCalendars,
  intersectTimelines,
  STANDARD_WEEK,
  type Timeline,
  type WorkingCalendar,
} from './index.ts'
import { fromWallClock, zoneChanges } from './time-zone.ts'

const minute = (text: string) => Date.parse(text) / 60_000
const text = (at: number) => new Date(at * 60_000).toISOString().slice(0, 16)

const standard: WorkingCalendar = {
  id: 'standard',
  baseId: null,
  name: 'Standard',
  timeZone: 'UTC',
  week: STANDARD_WEEK,
  periods: [],
  exceptions: [],
}

function lineOf(calendar: WorkingCalendar, others: readonly WorkingCalendar[] = []): Timeline {
  const checked = checkCalendars([calendar, ...others])
  if (!checked.ok) throw new Error(checked.refusal.code)
  const line = compileCalendars(checked.value, minute('2026-11-02T00:00Z')).get(calendar.id)
  if (!line) throw new Error('missing')
  return line
}

describe('a working week', () => {
  const line = lineOf(standard)
  // 2026-11-06 is a Friday.
  const friday = minute('2026-11-06T17:00Z')

  test('work that ends on Friday goes on on Monday', () => {
    const work = line.toWork(friday)
    expect(text(line.finishSide(work))).toBe('2026-11-06T17:00')
    expect(text(line.startSide(work))).toBe('2026-11-09T08:00')
    expect(text(line.nextStart(friday))).toBe('2026-11-09T08:00')
    expect(text(line.lastFinish(minute('2026-11-08T12:00Z')))).toBe('2026-11-06T17:00')
  })

  test('lunch is no work', () => {
    expect(line.toWork(minute('2026-11-06T14:00Z')) - line.toWork(minute('2026-11-06T11:00Z'))).toBe(120)
  })

  test('forty hours are a week, forwards and backwards', () => {
    const monday = minute('2026-11-09T08:00Z')
    const work = line.toWork(monday)
    expect(text(line.finishSide(work + 2400))).toBe('2026-11-13T17:00')
    expect(text(line.startSide(work - 2400))).toBe('2026-11-02T08:00')
  })

  test('a century on it still knows its days, and beyond 2200 there is none', () => {
    expect(text(line.nextStart(minute('2126-06-01T20:00Z')))).toBe('2126-06-03T08:00')
    expect(line.finishSide(line.toWork(friday) + 2400 * 52 * 300)).toBe(Number.POSITIVE_INFINITY)
    expect(line.startSide(line.toWork(friday) - 2400 * 52 * 300)).toBe(Number.NEGATIVE_INFINITY)
  })
})

test('holidays, worked Saturdays and summer hours count before the week, and a base below all', () => {
  const crew: WorkingCalendar = {
    ...standard,
    id: 'crew',
    baseId: 'standard',
    week: [null, null, null, null, [{ from: 480, to: 720 }], null, null],
    periods: [
      {
        from: '2026-11-16',
        to: '2026-11-22',
        week: [[{ from: 360, to: 840 }], null, null, null, null, null, null],
      },
    ],
    exceptions: [{ name: 'Holiday', from: '2026-11-09', to: '2026-11-10', shifts: [] }],
  }
  const line = lineOf(crew, [standard])
  const hours = (day: string) => {
    const [from, to] = [minute(`${day}T00:00Z`), minute(`${day}T24:00Z`)]
    return (line.toWork(to) - line.toWork(from)) / 60
  }
  expect(
    ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-13', '2026-11-16', '2026-11-17'].map(hours),
  ).toEqual([0, 0, 8, 4, 8, 8])
})

test('a night shift belongs to the day on which it begins', () => {
  const night: WorkingCalendar = {
    ...standard,
    id: 'night',
    week: [[{ from: 1320, to: 1800 }], [], [], [], [], [], []],
  }
  const line = lineOf(night)
  expect(text(line.finishSide(line.toWork(minute('2026-11-09T00:00Z')) + 480))).toBe('2026-11-10T06:00')
})

describe('daylight saving', () => {
  const berlin: WorkingCalendar = {
    ...standard,
    id: 'berlin',
    timeZone: 'Europe/Berlin',
    week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  }

  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-07-01', 24],
  ])('%s has %i hours in Berlin', (day, hours) => {
    const line = lineOf(berlin)
    const changes = zoneChanges('Europe/Berlin', minute('2026-01-01T00:00Z'), minute('2027-01-01T00:00Z'))
    const [from, to] = [minute(`${day}T00:00Z`), minute(`${day}T24:00Z`)].map((wall) =>
      fromWallClock(wall, changes),
    )
    expect((line.toWork(to ?? 0) - line.toWork(from ?? 0)) / 60).toBe(hours)
  })

  test('eight o’clock is an hour earlier in the world in summer', () => {
    const line = lineOf({ ...standard, timeZone: 'Europe/Berlin' })
    expect(text(line.nextStart(minute('2026-10-23T00:00Z')))).toBe('2026-10-23T06:00')
    expect(text(line.nextStart(minute('2026-10-26T00:00Z')))).toBe('2026-10-26T07:00')
  })
})

test('a task calendar and a person’s leave together', () => {
  const leave: WorkingCalendar = {
    ...standard,
    id: 'rosa',
    exceptions: [{ name: 'Leave', from: '2026-11-10', to: '2026-11-10', shifts: [] }],
  }
  const morning: WorkingCalendar = {
    ...standard,
    id: 'morning',
    week: Array.from({ length: 7 }, () => [{ from: 300, to: 600 }]),
  }
  const both = intersectTimelines(lineOf(leave), lineOf(morning), minute('2026-11-02T00:00Z'))
  const monday = both.toWork(minute('2026-11-09T00:00Z'))
  expect(text(both.finishSide(monday + 121))).toBe('2026-11-11T08:01')
  expect(intersectTimelines(aroundTheClock(), both, 0)).toBe(both)
})

test.each([
  ['calendar.no_working_time', [{ ...standard, week: [[], [], [], [], [], [], []] }]],
  ['calendar.zone_unknown', [{ ...standard, timeZone: 'Moon/Base' }]],
  ['calendar.week_wrong', [{ ...standard, week: [[]] }]],
  ['calendar.shifts_wrong', [{ ...standard, week: [[{ from: 600, to: 500 }], [], [], [], [], [], []] }]],
  [
    'calendar.days_wrong',
    [{ ...standard, exceptions: [{ name: '', from: '2026-02-30', to: '2026-03-01', shifts: [] }] }],
  ],
  [
    'calendar.days_wrong',
    [{ ...standard, exceptions: [{ name: '', from: '2026-03-02', to: '2026-03-01', shifts: [] }] }],
  ],
  ['calendar.base_unknown', [{ ...standard, baseId: 'nowhere' }]],
  [
    'calendar.base_circle',
    [
      { ...standard, baseId: 'other' },
      { ...standard, id: 'other', baseId: 'standard' },
    ],
  ],
])('%s', (code, calendars) => {
  expect(checkCalendars(calendars)).toMatchObject({ ok: false, refusal: { code } })
})

/** The same calendar minute by minute: the slow, obvious way. */
function worksAt(calendar: WorkingCalendar, at: number): boolean {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: calendar.timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const parts = Object.fromEntries(format.formatToParts(at * 60_000).map(({ type, value }) => [type, value]))
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`
  const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7
  const now = Number(parts['hour']) * 60 + Number(parts['minute'])
  const off = calendar.exceptions.some(({ from, to }) => from <= day && day <= to)
  return !off && (calendar.week[weekday] ?? []).some(({ from, to }) => from <= now && now < to)
}

test('counting by prefix sums is counting minute by minute, across changes of clocks', () => {
  const shift = fc
    .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 12 }))
    .map(([from, length]) => [{ from: from * 60, to: (from + length) * 60 }])
  const calendar = fc
    .tuple(
      fc.array(fc.oneof(shift, fc.constant([])), { minLength: 7, maxLength: 7 }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
      fc.boolean(),
    )
    .map(
      ([week, timeZone, hasHoliday]): WorkingCalendar => ({
        ...standard,
        week,
        timeZone,
        exceptions: hasHoliday ? [{ name: '', from: '2026-10-26', to: '2026-10-26', shifts: [] }] : [],
      }),
    )
  fc.assert(
    fc.property(
      calendar,
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 3000 }),
      (one, skip, length) => {
        fc.pre(checkCalendars([one]).ok)
        const line = lineOf(one)
        const from = minute('2026-10-24T00:00Z') + skip
        let work = 0
        for (let at = from; at < from + length; at += 1) if (worksAt(one, at)) work += 1
        expect(line.toWork(from + length) - line.toWork(from)).toBe(work)
        const done = line.finishSide(line.toWork(from) + 60)
        expect(worksAt(one, done - 1)).toBe(true)
        expect(worksAt(one, line.startSide(line.toWork(from)))).toBe(true)
      },
    ),
    { numRuns: 40 },
  )
})
