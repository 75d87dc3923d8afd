import { expect, test } from 'vitest'
import { STANDARD_WEEK, type WorkingCalendar } from '../../calendar/index.ts'
import { PlanNetwork, type PlanOptions, type PlanTask, plannedTasks } from '../index.ts'

const minute = (text: string) => Date.parse(`${text}Z`) / 60_000
const HOUR = 60

const OFFICE: WorkingCalendar = {
  id: 'office',
  baseId: null,
  name: 'Office',
  timeZone: 'UTC',
  week: STANDARD_WEEK,
  periods: [],
  exceptions: [],
}

const FOUR_DAYS: PlanTask = {
  id: 'a',
  parentId: null,
  kind: 'task',
  durationMin: 32 * HOUR,
  isElapsed: false,
  calendarId: null,
  constraint: null,
  deadlineAt: null,
  levelledAt: null,
  manual: null,
  actual: null,
}

/** A plan of a task that begins on Thursday 2026-11-05. */
function networkOf(values: Partial<PlanTask>, options: Partial<PlanOptions> = {}): PlanNetwork {
  const network = PlanNetwork.of({
    tasks: [{ ...FOUR_DAYS, ...values }],
    links: [],
    calendars: [OFFICE],
    options: {
      startAt: minute('2026-11-05T08:00'),
      statusAt: null,
      calendarId: 'office',
      lagCalendar: 'project',
      precedence: 'logic',
      progress: 'retained',
      criticalMin: 0,
      nearCriticalMin: 0,
      ...options,
    },
  })
  if (!network.ok) throw new Error(network.refusal.code)
  return network.value
}

/** When the task starts and finishes. */
function datesOf(values: Partial<PlanTask>, options: Partial<PlanOptions> = {}): readonly string[] {
  return plannedTasks(networkOf(values, options)).flatMap(({ startAt, finishAt }) =>
    [startAt, finishAt].map((at) => new Date(at * 60_000).toISOString().slice(0, 16)),
  )
}

const begun = { startAt: minute('2026-11-04T13:00'), finishAt: null, remainingMin: 20 * HOUR }

test('without a status date work that has begun goes on right behind what is done of it', () => {
  expect(datesOf({ actual: begun })).toEqual(['2026-11-04T13:00', '2026-11-10T12:00'])
})

test('what is left goes on when it is said to, and not before the status date', () => {
  const resumeAt = minute('2026-11-09T08:00')
  expect(datesOf({ actual: { ...begun, resumeAt } })).toEqual(['2026-11-04T13:00', '2026-11-11T12:00'])
  const statusAt = minute('2026-11-12T08:00')
  expect(datesOf({ actual: { ...begun, resumeAt } }, { statusAt })[1]).toBe('2026-11-16T12:00')
})

test('a status date before what is done counts: reported is what is left from there on', () => {
  expect(datesOf({ actual: begun }, { statusAt: minute('2026-11-05T08:00') })[1]).toBe('2026-11-09T12:00')
})

test('a start that is asked for may lie before that of the project', () => {
  const constraint = { kind: 'SNET', at: minute('2026-11-02T08:00') } as const
  expect(datesOf({ constraint })).toEqual(['2026-11-02T08:00', '2026-11-05T17:00'])
})

test('a plan finishes with its last task, also before it was to start', () => {
  const actual = {
    startAt: minute('2026-11-02T08:00'),
    finishAt: minute('2026-11-03T17:00'),
    remainingMin: 0,
  }
  expect(networkOf({ actual }).finishAt).toBe(actual.finishAt)
})

test('a finish that is asked for begins nothing before the project', () => {
  const constraint = { kind: 'FNET', at: minute('2026-11-06T17:00') } as const
  expect(datesOf({ constraint })[0]).toBe('2026-11-05T08:00')
})

test('by actual dates, work begun before its turn goes on, and makes late what should have come before', () => {
  const begunAt = minute('2026-11-05T13:00')
  const tasks = [
    FOUR_DAYS,
    {
      ...FOUR_DAYS,
      id: 'b',
      durationMin: 8 * HOUR,
      actual: { startAt: begunAt, finishAt: null, remainingMin: 8 * HOUR },
    },
  ]
  const tie = { id: 'L', fromId: 'a', toId: 'b', kind: 'FS', lag: 0, lagUnit: 'workingMin' } as const // A literal of the type.
  const { net } = networkOf({})
  const lies = (progress: PlanOptions['progress']) => {
    const options = { ...net.options, statusAt: minute('2026-11-06T08:00'), progress }
    const network = PlanNetwork.of({ tasks, links: [tie], calendars: [OFFICE], options })
    if (!network.ok) throw new Error(network.refusal.code)
    return plannedTasks(network.value).map(({ finishAt, lateFinishAt, totalFloatMin }) => ({
      finishAt: new Date(finishAt * 60_000).toISOString().slice(0, 16),
      lateFinishAt: new Date(lateFinishAt * 60_000).toISOString().slice(0, 16),
      totalFloatMin,
    }))
  }
  const [before, after] = lies('actualDates')
  // From Friday on 32 hours are left to do, which should have been over when the other began.
  expect(before).toEqual({
    finishAt: '2026-11-11T17:00',
    lateFinishAt: '2026-11-05T12:00',
    totalFloatMin: -36 * HOUR,
  })
  expect(after?.finishAt).toBe('2026-11-06T17:00')
  expect(lies('override')).toMatchObject([{ totalFloatMin: 0 }, { finishAt: after?.finishAt }])
  expect(lies('retained')[1]?.finishAt).toBe('2026-11-12T17:00')
})
