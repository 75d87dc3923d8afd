import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standardCalendar, type WorkingCalendar, WorkingClocks } from '../../calendar/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { TimerRule } from '../engine/state.ts'
import { previewTimer } from './preview-timer.ts'
import { timerDues } from './timer-dues.ts'

const BERLIN = 'Europe/Berlin'
const at = (text: string): Instant => Date.parse(text)
const berlin: WorkingCalendar = {
  ...standardCalendar(BERLIN, 'Yard'),
  id: 'yard',
  exceptions: [
    { name: 'Christmas', from: '2026-12-24', to: '2026-12-26', shifts: [] },
    { name: 'Stocktaking', from: '2026-12-19', to: '2026-12-19', shifts: [{ from: 480, to: 720 }] },
  ],
}
/** Monday to Friday from 22:00 until 06:00 of the day after. */
const night: WorkingCalendar = {
  ...standardCalendar(BERLIN, 'Night'),
  id: 'night',
  week: [...Array.from({ length: 5 }, () => [{ from: 1320, to: 1800 }]), [], []],
}
const duesIn = (timeZone: string, calendars: readonly WorkingCalendar[] = [berlin, night]) =>
  timerDues({
    timeZone,
    clocks: new WorkingClocks(calendars, at('2026-06-01T00:00Z') / 60_000),
    calendar: 'yard',
  })
const CLOCK = { counts: 'clock', calendar: null } as const
const WORKING = { counts: 'working', calendar: null } as const

/** When a timer goes off first, in words; or why it does not. */
function due(
  [timer, value, since]: readonly [TimerRule['timer'], unknown, string],
  counting: TimerRule['counting'] = CLOCK,
): string {
  const answer = duesIn(BERLIN)({ timer, value, counting, since: at(since) }, null)
  return answer.ok ? new Date(answer.dueAt).toISOString().slice(0, 19) : answer.fault
}

/** The first moments at which a cycle goes off. */
function series(
  value: string,
  since: string,
  counting: TimerRule['counting'] = CLOCK,
  most = 5,
): readonly string[] {
  const dueOf = duesIn(BERLIN)
  const rule: TimerRule = { timer: 'cycle', value, counting, since: at(since) }
  const found: string[] = []
  for (let next = dueOf(rule, null); next.ok && found.length < most; ) {
    found.push(new Date(next.dueAt).toISOString().slice(0, 16))
    const { cycle, dueAt } = next
    if (cycle === null || cycle.left === 0) break
    next = dueOf(rule, {
      nth: cycle.nth + 1,
      left: cycle.left === null ? null : cycle.left - 1,
      after: dueAt,
    })
  }
  return found
}

test.each([
  ['a date without a zone is meant where the organisation is', '2026-07-01T09:00', '2026-07-01T07:00:00'],
  ['a day begins at midnight there', '2026-01-15', '2026-01-14T23:00:00'],
  ['a zone that is named counts', '2026-07-01T09:00@America/New_York', '2026-07-01T13:00:00'],
  ['an offset counts', '2026-07-01T09:00:30+05:30', '2026-07-01T03:30:30'],
  ['what clocks skip is the change', '2026-03-29T02:30', '2026-03-29T01:00:00'],
  ['what clocks show twice is the first', '2026-10-25T02:30', '2026-10-25T00:30:00'],
  ['a day that is not there is none', '2026-02-30', 'timer.unreadable'],
  ['a zone that is not there is none', '2026-07-01T09:00@Europe/Atlantis', 'timer.unreadable'],
])('%s', (_name, value, expected) => {
  expect(due(['date', value, '2026-01-01T00:00Z'])).toBe(expected)
})

test.each([
  ['hours are exact across a change of clocks', 'PT24H', '2026-03-28T11:00Z', '2026-03-29T11:00:00'],
  ['a day keeps the time on the wall across it', 'P1D', '2026-03-28T11:00Z', '2026-03-29T10:00:00'],
  ['a month after the 31st is the last day', 'P1M', '2026-01-31T08:00Z', '2026-02-28T08:00:00'],
  ['a year after a leap day is the day before March', 'P1Y', '2028-02-29T08:00Z', '2029-02-28T08:00:00'],
  ['parts are added from the longest down', 'P1Y2M10DT2H30M', '2026-01-01T08:00Z', '2027-03-11T10:30:00'],
  ['weeks are seven days', 'P2W', '2026-06-01T08:00Z', '2026-06-15T08:00:00'],
  ['decimals of an hour count', 'PT0.5H', '2026-06-01T08:00Z', '2026-06-01T08:30:00'],
  ['a time ago is over already', '-PT1H', '2026-06-01T08:00Z', '2026-06-01T07:00:00'],
  ['a length without parts is none', 'PT', '2026-06-01T08:00Z', 'timer.unreadable'],
  ['nothing is planned behind 2200', 'P900Y', '2026-06-01T08:00Z', 'timer.too_late'],
  ['nor beyond all measure', 'P10000000W', '2026-06-01T08:00Z', 'timer.too_late'],
])('%s', (_name, value, since, expected) => {
  expect(due(['duration', value, since])).toBe(expected)
})

test.each([
  ['working hours end with the day they fill', 'PT8H', '2026-06-01T06:00Z', '2026-06-01T15:00:00'],
  ['and go on after the weekend', 'PT8H', '2026-06-05T11:00Z', '2026-06-08T10:00:00'],
  ['holidays do not count', 'PT8H', '2026-12-23T11:00Z', '2026-12-28T11:00:00'],
  ['two working days over a weekend', 'P2D', '2026-06-04T13:00Z', '2026-06-08T13:00:00'],
  ['begun on a Saturday, counted from Monday', 'P1D', '2026-06-06T09:00Z', '2026-06-09T06:00:00'],
  ['a shorter day ends earlier', 'P1D', '2026-12-18T14:00Z', '2026-12-19T11:00:00'],
  ['a month leads on to working time', 'P1M', '2026-05-06T08:00Z', '2026-06-08T06:00:00'],
])('in working time: %s', (_name, value, since, expected) => {
  expect(due(['duration', value, since], WORKING)).toBe(expected)
})

test('a night shift belongs to the day on which it began', () => {
  const nightly = { counts: 'working', calendar: 'Night' } as const
  expect(due(['duration', 'P1D', '2026-06-02T01:00Z'], nightly)).toBe('2026-06-03T01:00:00')
  expect(due(['duration', 'PT9H', '2026-06-05T20:00Z'], nightly)).toBe('2026-06-08T21:00:00')
})

test('a date in working time waits for it', () => {
  expect(due(['date', '2026-06-06T09:00', '2026-01-01T00:00Z'], WORKING)).toBe('2026-06-08T06:00:00')
})

test.each([
  [
    'so many times after each other',
    'R3/PT10H',
    ['2026-01-31T18:00', '2026-02-01T04:00', '2026-02-01T14:00'],
  ],
  ['once with the last of a start', 'R2/2026-01-30T09:00/P1D', ['2026-01-31T08:00']],
  [
    'the 31st comes again after a short month',
    'R4/2026-01-31T10:00/P1M',
    ['2026-01-31T09:00', '2026-02-28T09:00', '2026-03-31T08:00', '2026-04-30T08:00'],
  ],
  [
    'the first Monday',
    'RRULE:FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9;COUNT=2',
    ['2026-02-02T08:00', '2026-03-02T08:00'],
  ],
  ['until it is over', 'R/PT10H/2026-02-01T05:30', ['2026-01-31T18:00', '2026-02-01T04:00']],
  [
    'between two moments lies a length',
    'R2/2026-02-01T00:00Z/2026-02-02T00:00Z',
    ['2026-02-01T00:00', '2026-02-02T00:00'],
  ],
])('a cycle: %s', (_name, value, expected) => {
  expect(series(value, '2026-01-31T08:00Z')).toEqual(expected)
})

test('a day off leads a schedule to the next working day, which counts once', () => {
  expect(series('RRULE:FREQ=DAILY;BYHOUR=9', '2026-06-05T10:00Z', WORKING, 3)).toEqual([
    '2026-06-08T07:00',
    '2026-06-09T07:00',
    '2026-06-10T07:00',
  ])
})

test.each([
  'R0/PT1H',
  'R/PT0S',
  'R/P1D/P1D',
  'R/2026-01-01',
  'FREQ=HOURLY',
  'FREQ=MONTHLY;BYMONTHDAY=31',
  '0 0 9 * * ?',
  7,
  null,
])('%s is no cycle', (value) => {
  expect(due(['cycle', value, '2026-01-01T00:00Z'])).toMatch(/^timer\.(unreadable|not_positive|no_time)$/)
})

test('a calendar that is not there is said to be so, a series that has ended too', () => {
  expect(due(['duration', 'PT1H', '2026-01-01T00:00Z'], { counts: 'working', calendar: 'Moon' })).toBe(
    'timer.calendar_unknown',
  )
  expect(due(['cycle', 'R3/2020-01-01/P1D', '2026-01-01T00:00Z'])).toBe('timer.over')
})

test('another calendar gives the same rule another moment', () => {
  const rule: TimerRule = {
    timer: 'duration',
    value: 'PT8H',
    counting: WORKING,
    since: at('2026-06-01T06:00Z'),
  }
  const holiday = { name: 'Whit Monday', from: '2026-06-01', to: '2026-06-01', shifts: [] }
  const changed = { ...berlin, exceptions: [holiday] }
  expect(duesIn(BERLIN)(rule, null)).toMatchObject({ dueAt: at('2026-06-01T15:00Z') })
  expect(duesIn(BERLIN, [changed])(rule, null)).toMatchObject({ dueAt: at('2026-06-02T15:00Z') })
})

const dueOf = duesIn(BERLIN)
const moments = fc.integer({ min: at('2000-01-01T00:00Z') / 60_000, max: at('2100-01-01T00:00Z') / 60_000 })
const lengths = fc
  .tuple(fc.nat(14), fc.nat(3), fc.nat(40), fc.nat(100))
  .map(([months, weeks, days, hours]) => `P${months}M${weeks}W${days}DT${hours}H`)

test('nothing goes off before it was begun, and longer is never sooner', () => {
  fc.assert(
    fc.property(
      moments,
      lengths,
      fc.nat(20),
      fc.constantFrom(CLOCK, WORKING),
      (minute, length, more, counting) => {
        const since = minute * 60_000
        const ask = (value: string) => dueOf({ timer: 'duration', value, counting, since }, null)
        const [one, longer] = [
          ask(length),
          ask(length.replace(/T(\d+)H/, (_, hours) => `T${Number(hours) + more}H`)),
        ]
        if (!one.ok || !longer.ok) throw new Error('both are due')
        expect(one.dueAt).toBeGreaterThanOrEqual(since)
        expect(longer.dueAt).toBeGreaterThanOrEqual(one.dueAt)
      },
    ),
    { numRuns: 200 },
  )
})

test('a cycle goes off later every time, and says the same whenever it is asked', () => {
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom('P1M', 'P1D', 'PT7H', 'P1W'),
      fc.constantFrom(CLOCK, WORKING),
      (minute, every, counting) => {
        const rule: TimerRule = { timer: 'cycle', value: `R9/${every}`, counting, since: minute * 60_000 }
        let last = rule.since
        for (let nth = 0; nth < 9; nth += 1) {
          const next = dueOf(rule, { nth, left: 8 - nth, after: last })
          expect(next).toEqual(dueOf(rule, { nth, left: 8 - nth, after: last }))
          if (!next.ok) throw new Error(next.fault)
          expect(next.dueAt).toBeGreaterThan(last)
          last = next.dueAt
        }
        expect(dueOf(rule, { nth: 9, left: -1, after: last })).toEqual({ ok: false, fault: 'timer.over' })
      },
    ),
    { numRuns: 100 },
  )
})

test.each([
  ['P2D', 'duration', ['2026-06-03T08:00:00'], null],
  ['R2/P1D', 'cycle', ['2026-06-02T08:00:00', '2026-06-03T08:00:00'], null],
  [
    ...(['RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=9', 'cycle'] as const),
    ...[['2026-06-08T07:00:00', '2026-06-15T07:00:00', '2026-06-22T07:00:00'], null],
  ],
  ['tomorrow', 'date', [], 'timer.unreadable'],
  ['R/2020-01-01T00:00:00Z/P1D/2020-02-01T00:00:00Z', 'cycle', [], 'timer.unreadable'],
] as const)('%s means, from the 1st of June at ten: %j', (value, timer, expected, problem) => {
  const rule: TimerRule = { timer, value, counting: CLOCK, since: at('2026-06-01T08:00Z') }
  const preview = previewTimer(rule, duesIn(BERLIN), 3)
  expect(preview.next.map((each) => new Date(each).toISOString().slice(0, 19))).toEqual(expected)
  expect(preview.problem).toBe(problem)
})
