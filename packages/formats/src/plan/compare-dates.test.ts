import { STANDARD_WEEK } from '@millrace/core/calendar'
import { PlanNetwork, type PlanTask, plannedTasks } from '@millrace/core/schedule'
import { expect, test } from 'vitest'
import { compareDates, type FilePlan, minuteOf } from './index.ts'

const TASK: PlanTask = {
  id: 'a',
  parentId: null,
  kind: 'task',
  durationMin: 960,
  isElapsed: false,
  calendarId: null,
  constraint: null,
  deadlineAt: null,
  levelledAt: null,
  manual: null,
  actual: null,
}
const at = (text: string) => minuteOf(`${text}:00`)

/** A plan that begins on Thursday 2026-11-05; each row states dates. */
function compare(
  rows: readonly (readonly [start: string | null, finish: string, values?: Partial<PlanTask>])[],
) {
  const plan: FilePlan = {
    name: '',
    minutesPerDay: 480,
    input: {
      tasks: rows.map(([, , values], index) => ({ ...TASK, id: String(index), ...values })),
      links: [],
      calendars: [
        {
          id: 'office',
          baseId: null,
          name: '',
          timeZone: 'UTC',
          week: STANDARD_WEEK,
          periods: [],
          exceptions: [],
        },
      ],
      options: {
        startAt: at('2026-11-05T08:00'),
        statusAt: null,
        calendarId: 'office',
        lagCalendar: 'project',
        precedence: 'logic',
        progress: 'retained',
        criticalMin: 0,
        nearCriticalMin: 0,
      },
    },
    rows: rows.map(([start, finish], index) => ({
      id: String(index),
      name: '',
      wbs: '',
      level: 1,
      startAt: start === null ? null : at(start),
      finishAt: at(finish),
    })),
    resources: [],
    assignments: [],
    notes: [],
  }
  const network = PlanNetwork.of(plan.input)
  if (!network.ok) throw new Error(network.refusal.code)
  return compareDates(plan, plannedTasks(network.value))
}

test('Friday evening is Monday morning', () => {
  expect(compare([['2026-11-05T08:00', '2026-11-09T08:00']])).toEqual({ compared: 1, differing: [] })
})

test('what differs comes by size, in working minutes of its calendar', () => {
  const { compared, differing } = compare([
    ['2026-11-05T08:00', '2026-11-06T16:00'],
    ['2026-11-09T08:00', '2026-11-10T17:00'],
    ['2026-11-05T08:00', '2026-11-06T17:00'],
  ])
  expect(compared).toBe(3)
  expect(differing).toEqual([
    { itemId: '1', place: 1, startOffMin: -960, finishOffMin: -960 },
    { itemId: '0', place: 0, startOffMin: 0, finishOffMin: 60 },
  ])
})

test('around the clock every minute counts', () => {
  const { differing } = compare([['2026-11-05T08:00', '2026-11-06T08:00', { isElapsed: true }]])
  expect(differing).toMatchObject([{ finishOffMin: -480 }])
})

test('rows without dates and rows planned by hand are not compared', () => {
  const manual = { startAt: at('2026-11-07T08:00'), finishAt: at('2026-11-07T09:00') }
  expect(
    compare([
      [null, '2026-11-06T17:00'],
      ['2026-11-07T08:00', '2026-11-07T09:00', { manual }],
    ]).compared,
  ).toBe(0)
})
