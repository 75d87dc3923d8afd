import { readTimer } from '@millrace/core/process'
import { expect, test } from 'vitest'
import {
  beginTimer,
  DAY_PATTERNS,
  LAST_DAY,
  readTime,
  type SaidTimer,
  saidTimer,
  TIMER_WAYS,
  timerText,
  WEEKDAYS,
} from './said-timer.ts'

const SAID: readonly SaidTimer[] = [
  ...TIMER_WAYS.map((way) => beginTimer(way, '2026-12-07')),
  { way: 'after', length: { count: 90, unit: 'minutes' } },
  ...DAY_PATTERNS.flatMap((pattern) =>
    WEEKDAYS.map((weekday, place) => ({
      ...{ way: 'days' as const, pattern, weekday: pattern === 'weekly' ? weekday : ('MO' as const) },
      ...{ day: pattern === 'monthly' ? ([1, 28, LAST_DAY][place % 3] ?? 1) : 1, time: '06:05' },
    })),
  ),
]

test.each(SAID)('what is said is a time for the engine, and is said again: %j', (said) => {
  const text = timerText(said)
  if (text === null) return expect(said.way).toBe('written')
  expect(readTimer(text.kind, text.text).ok).toBe(true)
  expect(saidTimer(text)).toEqual(said)
})

test.each([
  { kind: 'duration', text: 'P1DT2H' },
  { kind: 'duration', text: 'patience' },
  { kind: 'date', text: '2026-12-07' },
  { kind: 'cycle', text: 'R3/2026-12-07T09:00/P1D' },
  { kind: 'cycle', text: 'RRULE:FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9' },
] as const)('what cannot be said otherwise stays as it is written: $text', (timer) => {
  expect(saidTimer(timer)).toEqual({ way: 'written' })
})

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['1730', '17:30'],
  ['7.05', '07:05'],
  ['24:00', null],
  ['noon', null],
])('the time of day %s is %s', (typed, expected) => expect(readTime(typed)).toBe(expected))
