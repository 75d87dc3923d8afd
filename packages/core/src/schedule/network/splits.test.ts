import { expect, test } from 'vitest'
import { STANDARD_WEEK } from '../../calendar/index.ts'
import { PlanNetwork, type PlanOptions, type PlanTask, plannedTasks } from '../index.ts'

const minute = (text: string) => Date.parse(`${text}Z`) / 60_000
const words = (at: number) => new Date(at * 60_000).toISOString().slice(0, 16)
const DAY = 480

const TASK: PlanTask = {
  id: 'a',
  parentId: null,
  kind: 'task',
  durationMin: 3 * DAY,
  isElapsed: false,
  calendarId: null,
  constraint: null,
  deadlineAt: null,
  levelledAt: null,
  manual: null,
  actual: null,
}

/** A day of work, two days of rest, two days of work: from Thursday 2026-11-05 on. */
const SPLIT = { splits: [{ afterMin: DAY, pauseMin: 2 * DAY }] }

function networkOf(tasks: readonly Partial<PlanTask>[], options: Partial<PlanOptions> = {}) {
  const { week, ...base } = { week: STANDARD_WEEK, baseId: null, periods: [], exceptions: [] }
  return PlanNetwork.of({
    tasks: tasks.map((task) => ({ ...TASK, ...task })),
    links: tasks.slice(1).map((task, index) => ({
      ...{ id: `L${String(index)}`, fromId: tasks[index]?.id ?? 'a', toId: task.id ?? '' },
      ...{ kind: 'FS', lag: 0, lagUnit: 'workingMin' },
    })),
    calendars: [{ ...base, id: 'office', name: 'Office', timeZone: 'UTC', week }],
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
}

function planned(tasks: readonly Partial<PlanTask>[], options: Partial<PlanOptions> = {}) {
  const network = networkOf(tasks, options)
  if (!network.ok) throw new Error(network.refusal.code)
  return plannedTasks(network.value).map(({ startAt, finishAt, gaps, totalFloatMin }) => ({
    dates: [startAt, finishAt].map(words),
    gaps: gaps.map((gap) => [gap.startAt, gap.finishAt].map(words)),
    totalFloatMin,
  }))
}

test('a task rests in working time, and what follows waits for its last part', () => {
  const [first, second] = planned([SPLIT, { id: 'b', durationMin: DAY }])
  expect(first).toEqual({
    dates: ['2026-11-05T08:00', '2026-11-11T17:00'],
    // From Thursday evening over the weekend to Tuesday morning.
    gaps: [['2026-11-05T17:00', '2026-11-10T08:00']],
    totalFloatMin: 0,
  })
  expect(second?.dates).toEqual(['2026-11-12T08:00', '2026-11-12T17:00'])
})

test('a split task moves as a whole', () => {
  const constraint = { kind: 'SNET', at: minute('2026-11-06T08:00') } as const // One of the kinds.
  expect(planned([{ ...SPLIT, constraint }])[0]).toMatchObject({
    dates: ['2026-11-06T08:00', '2026-11-12T17:00'],
    gaps: [['2026-11-06T17:00', '2026-11-11T08:00']],
  })
})

test('around the clock a task rests around the clock', () => {
  expect(planned([{ ...SPLIT, isElapsed: true }])[0]).toMatchObject({
    dates: ['2026-11-05T08:00', '2026-11-07T00:00'],
    gaps: [['2026-11-05T16:00', '2026-11-06T08:00']],
  })
})

test('a task that is planned by hand rests as far as it fits between its dates', () => {
  const manual = { startAt: minute('2026-11-05T08:00'), finishAt: minute('2026-11-10T17:00') }
  expect(planned([{ ...SPLIT, manual }])[0]?.gaps).toEqual([['2026-11-05T17:00', '2026-11-10T08:00']])
  const short = { ...manual, finishAt: minute('2026-11-09T17:00') }
  expect(planned([{ ...SPLIT, manual: short }])[0]?.gaps).toEqual([])
})

const startAt = minute('2026-11-05T08:00')

test('what is left of work that has begun keeps the gaps to come', () => {
  const actual = { startAt, finishAt: null, remainingMin: 3 * DAY - 240 }
  expect(planned([{ ...SPLIT, actual }])[0]).toMatchObject({
    dates: ['2026-11-05T08:00', '2026-11-11T17:00'],
    gaps: [['2026-11-05T17:00', '2026-11-10T08:00']],
  })
  // From the status date on the same, as long as before.
  const statusAt = minute('2026-11-06T08:00')
  expect(planned([{ ...SPLIT, actual }], { statusAt })[0]).toMatchObject({
    dates: ['2026-11-05T08:00', '2026-11-12T12:00'],
    gaps: [['2026-11-06T12:00', '2026-11-10T13:00']],
  })
})

test('work that stands at a gap goes on behind it, also where the status date is earlier', () => {
  const actual = { startAt, finishAt: null, remainingMin: 2 * DAY }
  const resting = {
    dates: ['2026-11-05T08:00', '2026-11-11T17:00'],
    gaps: [['2026-11-05T17:00', '2026-11-10T08:00']],
  }
  expect(planned([{ ...SPLIT, actual }])[0]).toMatchObject(resting)
  expect(planned([{ ...SPLIT, actual }], { statusAt: minute('2026-11-06T08:00') })[0]).toMatchObject(resting)
})

test('work that was taken up again behind a gap does not rest a second time', () => {
  const actual = { startAt, finishAt: null, remainingMin: DAY }
  expect(planned([{ ...SPLIT, actual }])[0]).toMatchObject({
    dates: ['2026-11-05T08:00', '2026-11-11T17:00'],
    gaps: [['2026-11-05T17:00', '2026-11-10T08:00']],
  })
})

test('work that rests until a day shows since when', () => {
  const resumeAt = minute('2026-11-12T08:00')
  const actual = { startAt, finishAt: null, remainingMin: 2 * DAY, resumeAt }
  expect(planned([{ actual }])[0]).toMatchObject({
    dates: ['2026-11-05T08:00', '2026-11-13T17:00'],
    gaps: [['2026-11-05T17:00', '2026-11-12T08:00']],
  })
})

test.each([
  ['schedule.split_empty', [{ afterMin: DAY, pauseMin: 0 }]],
  ['schedule.split_outside', [{ afterMin: 3 * DAY, pauseMin: 1 }]],
  ['schedule.split_outside', [{ afterMin: 0, pauseMin: 1 }]],
  [
    'schedule.splits_overlap',
    [
      { afterMin: DAY, pauseMin: 1 },
      { afterMin: DAY, pauseMin: 1 },
    ],
  ],
])('%s', (code, splits) => {
  expect(networkOf([{ splits }])).toEqual({ ok: false, refusal: { code, params: { item: 'a' } } })
})

test('a gap that does not fit is refused, and the plan stays as it was', () => {
  const network = networkOf([SPLIT])
  if (!network.ok) throw new Error(network.refusal.code)
  const before = plannedTasks(network.value)
  const wrong = { ...TASK, splits: [{ afterMin: 9 * DAY, pauseMin: 1 }] }
  expect(network.value.change(new Map([[0, wrong]]))).toMatchObject({ ok: false })
  expect(plannedTasks(network.value)).toEqual(before)
})
