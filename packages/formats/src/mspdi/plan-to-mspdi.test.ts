import { STANDARD_WEEK, type WorkingCalendar } from '@millrace/core/calendar'
import { type PlanInput, PlanNetwork, type PlanTask, plannedTasks } from '@millrace/core/schedule'
import { expect, test } from 'vitest'
import { type FilePlan, minuteOf } from '../plan/index.ts'
import {
  type MspdiContent,
  mspdiToPlan,
  planToMspdi,
  readMspdi,
  withPlannedDates,
  writeMspdi,
} from './index.ts'

const at = (text: string) => minuteOf(`${text}:00`)
const base = { baseId: null, timeZone: 'UTC', periods: [], exceptions: [] }
const night = [{ from: 1320, to: 1800 }]
const CALENDARS: readonly WorkingCalendar[] = [
  {
    ...base,
    id: 'office',
    name: 'Office',
    week: STANDARD_WEEK,
    periods: [
      {
        from: '2026-11-23',
        to: '2026-11-29',
        week: [null, null, [{ from: 480, to: 720 }], null, null, null, null],
      },
    ],
    exceptions: [{ name: 'Holiday', from: '2026-11-09', to: '2026-11-10', shifts: [] }],
  },
  { ...base, id: 'nights', name: 'Nights', week: [night, night, night, night, night, [], []] },
]

const task = (id: string, values: Partial<PlanTask> = {}): PlanTask => ({
  id,
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
  ...values,
})

const TASKS: readonly PlanTask[] = [
  task('s', { kind: 'summary', durationMin: 0 }),
  task('begun', {
    parentId: 's',
    actual: {
      startAt: at('2026-11-05T08:00'),
      finishAt: null,
      remainingMin: 480,
      resumeAt: at('2026-11-06T13:00'),
    },
  }),
  task('nights', { parentId: 's', calendarId: 'nights' }),
  task('elapsed', { isElapsed: true, durationMin: 4320 }),
  task('by hand', { manual: { startAt: at('2026-11-14T08:00'), finishAt: at('2026-11-15T12:00') } }),
  task('limited', {
    constraint: { kind: 'FNLT', at: at('2026-11-13T17:00') },
    deadlineAt: at('2026-11-12T17:00'),
  }),
  task('late', { constraint: { kind: 'ALAP', at: null } }),
  task('levelled', { levelledAt: at('2026-11-16T08:00') }),
  task('over', {
    actual: { startAt: at('2026-11-05T08:00'), finishAt: at('2026-11-06T12:00'), remainingMin: 0 },
  }),
  task('done', { kind: 'milestone', durationMin: 0 }),
  task('split', { splits: [300, 600].map((afterMin) => ({ afterMin, pauseMin: 480 })) }),
  task('resting', {
    durationMin: 1440,
    splits: [240, 1200].map((afterMin) => ({ afterMin, pauseMin: 960 })),
    actual: {
      startAt: at('2026-11-05T08:00'),
      finishAt: null,
      remainingMin: 720,
      resumeAt: at('2026-11-19T08:00'),
    },
  }),
  task('split elapsed', { isElapsed: true, splits: [{ afterMin: 100, pauseMin: 2000 }] }),
  task('crane', { kind: 'hammock', durationMin: 0 }),
]

const LINKS: PlanInput['links'] = [
  { id: '1', fromId: 'begun', toId: 'nights', kind: 'FS', lag: 240, lagUnit: 'workingMin' },
  { id: '2', fromId: 'nights', toId: 'elapsed', kind: 'FS', lag: -50, lagUnit: 'percent' },
  { id: '3', fromId: 'elapsed', toId: 'limited', kind: 'SS', lag: 600, lagUnit: 'elapsedMin' },
  { id: '5', fromId: 'nights', toId: 'crane', kind: 'SS', lag: 0, lagUnit: 'workingMin' },
  { id: '6', fromId: 'limited', toId: 'crane', kind: 'FF', lag: 0, lagUnit: 'workingMin' },
  { id: '4', fromId: 'limited', toId: 'done', kind: 'FF', lag: 0, lagUnit: 'workingMin' },
]

const PLAN: FilePlan = {
  name: 'North wing',
  minutesPerDay: 480,
  input: {
    tasks: TASKS,
    links: LINKS,
    calendars: CALENDARS,
    options: {
      startAt: at('2026-11-05T08:00'),
      statusAt: null,
      calendarId: 'office',
      lagCalendar: 'successor',
      precedence: 'logic',
      progress: 'retained',
      criticalMin: 480,
      nearCriticalMin: 0,
    },
  },
  rows: TASKS.map(({ id, parentId }) => ({
    id,
    name: `Row ${id}`,
    wbs: '',
    level: parentId === null ? 1 : 2,
    startAt: null,
    finishAt: null,
  })),
  resources: [{ id: 'r', name: 'Crane', kind: 'work', calendarId: 'nights', maxUnits: 2 }],
  assignments: [{ id: 'a', itemId: 'limited', resourceId: 'r', units: 0.5, workMin: 480 }],
  notes: [],
}

function plannedOf({ input }: FilePlan) {
  const network = PlanNetwork.of(input)
  if (!network.ok) throw new Error(network.refusal.code)
  return plannedTasks(network.value)
}

function reread(content: MspdiContent) {
  const read = readMspdi(new TextEncoder().encode(writeMspdi(content)))
  if (!read.ok) throw new Error(read.refusal.code)
  expect(read.value.problems.filter(({ code }) => code !== 'mspdi.currency_unknown')).toEqual([])
  return read.value
}

const dates = (plan: FilePlan) =>
  plannedOf(plan).map(({ startAt, finishAt, totalFloatMin, isCritical, gaps }) => ({
    startAt,
    finishAt,
    totalFloatMin,
    isCritical,
    gaps,
  }))

test('a plan that is written and read again lies where it did, with the same float', () => {
  const again = mspdiToPlan(reread(planToMspdi(PLAN, plannedOf(PLAN))))
  expect(again.rows.map(({ name }) => name)).toEqual(PLAN.rows.map(({ name }) => name))
  expect(dates(again)).toEqual(dates(PLAN))
  expect(again.notes).toEqual([])
})

test('the file states the dates, late dates, float and outline of the plan', () => {
  const planned = plannedOf(PLAN)
  const file = reread(planToMspdi(PLAN, planned))
  expect(file.properties).toMatchObject({
    title: 'North wing',
    start: '2026-11-05T08:00:00',
    criticalSlackDays: 1,
  })
  expect(file.tasks.map(({ outlineNumber }) => outlineNumber).slice(0, 4)).toEqual(['1', '1.1', '1.2', '2'])
  for (const [index, one] of planned.entries()) {
    const task = file.tasks[index]
    expect([task?.start, task?.finish, task?.lateFinish].map((moment) => minuteOf(moment ?? ''))).toEqual([
      one.startAt,
      one.finishAt,
      one.lateFinishAt,
    ])
    expect([task?.totalSlackMin, task?.critical]).toEqual([one.totalFloatMin, one.isCritical])
  }
  expect(file.tasks[1]).toMatchObject({
    percentComplete: 50,
    actualDurationMin: 480,
    remainingDurationMin: 480,
  })
  expect(file.assignments[0]).toMatchObject({ taskUid: 6, resourceUid: 1, units: 0.5, workMin: 480 })
  // Gaps are told by the work in a task; nobody has been given that of these.
  expect(file.assignments.slice(1).map(({ taskUid, resourceUid }) => [taskUid, resourceUid])).toEqual([
    [11, undefined],
    [12, undefined],
    [13, undefined],
  ])
})

test('a hammock is one again when the file is read, also with other dates put into it', () => {
  const project = reread(planToMspdi(PLAN, plannedOf(PLAN)))
  expect(project.attributeDefinitions).toMatchObject([{ fieldName: 'Flag20', alias: 'Hammock' }])
  const plan = mspdiToPlan({
    ...project,
    properties: { ...project.properties, start: '2026-11-19T08:00:00' },
  })
  const later = mspdiToPlan(reread(withPlannedDates(project, plan, plannedOf(plan))))
  for (const { input } of [plan, later]) {
    expect(input.tasks.map(({ kind }) => kind === 'hammock')).toEqual(TASKS.map(({ id }) => id === 'crane'))
  }
  const without = { ...PLAN, input: { ...PLAN.input, tasks: TASKS.slice(0, 3), links: LINKS.slice(0, 1) } }
  expect(planToMspdi(without, plannedOf(without)).attributeDefinitions).toEqual([])
})

test('uneven work of what has not begun moves with its task, as uneven as it was', () => {
  const written = planToMspdi(PLAN, plannedOf(PLAN))
  const days = (from: readonly string[]) =>
    from.map((day, index) => ({
      ...({ measure: 'remaining-work', baseline: undefined, amount: index === 0 ? 120 : 360 } as const),
      ...{ start: `${day}T08:00:00`, finish: `${day}T17:00:00` },
    }))
  // Of two days, the second one does most.
  const [first, ...others] = written.assignments
  const timephased = days(['2026-11-05', '2026-11-06'])
  const tasks = written.tasks.map((one) =>
    one.name === 'Row limited'
      ? { ...one, start: '2026-11-05T08:00:00', finish: '2026-11-06T17:00:00', constraintDate: undefined }
      : one,
  )
  const project = reread({
    ...written,
    tasks,
    assignments: first ? [{ ...first, timephased }, ...others] : [],
  })
  const plan = mspdiToPlan({
    ...project,
    properties: { ...project.properties, start: '2026-11-19T08:00:00' },
  })
  const planned = plannedOf(plan)
  const again = reread(withPlannedDates(project, plan, planned))
  const moved = again.assignments[0]?.timephased.map(({ start, amount }) => [minuteOf(start), amount]) ?? []
  expect(moved.map(([, amount]) => amount)).toEqual([120, 360])
  const start = planned[5]?.startAt ?? 0
  expect(moved[0]?.[0]).toBe(start)
  expect(moved[1]?.[0]).toBeGreaterThan(start)
})

test('dates are put into the file they were calculated from, and nothing else changes', () => {
  const before = reread(planToMspdi(PLAN, plannedOf(PLAN)))
  const later = { ...before.properties, start: '2026-11-19T08:00:00' }
  const project = { ...before, properties: later }
  const plan = mspdiToPlan(project)
  const planned = plannedOf(plan)
  const after = reread(withPlannedDates(project, plan, planned))
  expect(after.tasks.map(({ start, finish }) => [minuteOf(start ?? ''), minuteOf(finish ?? '')])).toEqual(
    planned.map(({ startAt, finishAt }) => [startAt, finishAt]),
  )
  expect(
    after.tasks.map(({ name, constraintType, predecessors }) => [name, constraintType, predecessors.length]),
  ).toEqual(
    before.tasks.map(({ name, constraintType, predecessors }) => [name, constraintType, predecessors.length]),
  )
  expect(after.calendars).toEqual(
    before.calendars.map((one, index) => ({ ...one, line: after.calendars[index]?.line })),
  )
  expect(after.assignments[0]?.start).toBe(after.tasks[5]?.start)
  expect(after.properties.finish).not.toBe(before.properties.finish)
})

test('what is split and has moved is spread over its parts again', () => {
  const before = reread(planToMspdi(PLAN, plannedOf(PLAN)))
  const project = { ...before, properties: { ...before.properties, start: '2026-11-19T08:00:00' } }
  const plan = mspdiToPlan(project)
  const planned = plannedOf(plan)
  const again = mspdiToPlan(reread(withPlannedDates(project, plan, planned)))
  expect(again.input.tasks.map(({ splits }) => splits)).toEqual(plan.input.tasks.map(({ splits }) => splits))
  expect(plannedOf(again).map(({ gaps }) => gaps)).toEqual(planned.map(({ gaps }) => gaps))
})

test('what is over has no work left however long it took, and what is under way as much as is left of it', () => {
  const done = { startAt: at('2026-11-05T08:00'), finishAt: at('2026-11-12T17:00'), remainingMin: 0 }
  const begun = { startAt: at('2026-11-05T08:00'), finishAt: null, remainingMin: 240 }
  const tasks = [task('over', { actual: done }), task('begun', { actual: begun })]
  const plan: FilePlan = {
    ...PLAN,
    input: {
      ...PLAN.input,
      tasks,
      links: [],
      options: { ...PLAN.input.options, statusAt: at('2026-11-19T08:00') },
    },
    rows: tasks.map(({ id, parentId }) => {
      return { id, parentId, name: id, wbs: '', level: 1, startAt: null, finishAt: null }
    }),
    assignments: tasks.map(({ id: itemId }) => ({
      id: `a-${itemId}`,
      itemId,
      resourceId: 'r',
      units: 1,
      workMin: 960,
    })),
  }
  const works = planToMspdi(plan, plannedOf(plan)).assignments.map(({ timephased }) =>
    timephased.map(({ measure, start, amount }) => [measure, start, Math.round(amount)]),
  )
  expect(works).toEqual([
    [['actual-work', '2026-11-05T08:00:00', 960]],
    [
      ['actual-work', '2026-11-05T08:00:00', 720],
      ['remaining-work', '2026-11-19T08:00:00', 240],
    ],
  ])
})
