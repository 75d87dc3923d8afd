import { expect, test } from 'vitest'
import { checkLevelledPlans } from './check-levelled-plans.ts'
import type { LevelInput } from './level-input.ts'
import { levelPlans } from './level-plans.ts'
import {
  chosenKeepIt,
  levelledBy,
  likeNetwork,
  moreIsNoWorse,
  orderIsNothing,
  passLevelChecker,
  plansKeepIt,
} from './testing/properties.ts'
import { assign, clock, DAY, link, MORNINGS, minute, person, plan, task } from './testing/small-pool.ts'

test('without resources everything lies where its links put it', () => expect(likeNetwork(25)).toBeNull())

test('levelled plans pass the checker', () => expect(passLevelChecker(20)).toBeNull())

test('the order of the data changes nothing', () => expect(orderIsNothing(8)).toBeNull())

test('same seed, same answer; and more schedules are never worse', () => expect(moreIsNoWorse(5)).toBeNull())

test('a plan that keeps what levelling decided lies where it was put', () =>
  expect(plansKeepIt(15)).toBeNull())

test('a plan lies where it was put once it knows who was chosen for its open work', () =>
  expect(chosenKeepIt(15)).toBeNull())

/** One plan and one pool, with nothing frozen. */
function input(
  given: Partial<LevelInput> & Pick<LevelInput, 'plans' | 'resources' | 'assignments'>,
): LevelInput {
  return { frozenUntil: null, ...given }
}

/** Starts by item. */
function starts(given: LevelInput, schedules = 50) {
  return Object.fromEntries(levelledBy(given, schedules).tasks.map(({ id, startAt }) => [id, clock(startAt)]))
}

/** Whether what was found is as short as can be, and known to be. */
function isProven(given: LevelInput): boolean {
  const { isOptimal, finishAt, bestPossibleAt } = levelledBy(given)
  return isOptimal && finishAt === bestPossibleAt
}

const crane = person('crane', { kind: 'machine' })
const two = input({
  plans: [plan([task('a'), task('b')])],
  resources: [crane],
  assignments: [assign('a', 'crane'), assign('b', 'crane')],
})

test('work that goes by its own calendar bounds the plan where that is the calendar of its crane', () => {
  const held = ['a', 'b'].map((id) => ({ ...task(id), resourceCalendarIds: [] }))
  const { isOptimal, gapPercent } = levelledBy({ ...two, plans: [plan(held)] })
  expect([isOptimal, gapPercent]).toEqual([true, 0])
})

test('work that has begun bounds nothing that comes before it', () => {
  const actual = { startAt: minute('2026-11-02T08:00'), finishAt: null, remainingMin: DAY }
  const begun = plan([task('a'), task('b', { actual })], [link('a', 'b', { lag: 2 * DAY })])
  const goesOn = { ...begun, options: { ...begun.options, progress: 'override' } } as const // A literal of the type.
  expect(isProven({ ...two, plans: [goesOn] })).toBe(true)
})

/** Whoever of these is free. */
function or(...resourceIds: string[]) {
  return { alternatives: { kind: 'resources', resourceIds } } as const // A literal of the type.
}

test('a choice bounds nothing by who is not chosen', () => {
  const [ann, team] = [person('ann'), person('team', { maxUnits: 2 })]
  const alone = input({
    plans: [plan([task('a'), task('b')])],
    resources: [ann, team],
    assignments: [assign('a', 'ann', { units: 2, ...or('team') }), assign('b', 'team', { units: 2 })],
  })
  const more = ['1', '2', '3'].map((id) => ({ ...assign('a', null, or('ann', 'bob')), id }))
  const thrice = input({
    plans: [plan([task('a')])],
    resources: [ann, person('bob')],
    assignments: more,
  })
  expect([alone, thrice].map(isProven)).toEqual([true, true])
})

test('a date to finish bounds nothing where whoever is chosen ends before a gap', () => {
  const morning = input({
    plans: [plan([task('a', { constraint: { kind: 'FNET', at: minute('2026-11-03T14:00') } })])],
    resources: [person('ann'), person('half', { calendarId: MORNINGS.id })],
    assignments: [assign('a', 'half', or('ann'))],
  })
  const { finishAt, bestPossibleAt } = levelledBy(morning)
  expect(bestPossibleAt).toBeLessThanOrEqual(finishAt)
})

test('a task waits for its crane, and says for whom and until when', () => {
  const { tasks, isOptimal, gapPercent } = levelledBy(two)
  expect(tasks[1]).toMatchObject({
    startAt: minute('2026-11-03T08:00'),
    finishAt: minute('2026-11-03T17:00'),
    reason: {
      kind: 'resource',
      resourceId: 'crane',
      itemId: 'a',
      untilAt: minute('2026-11-02T17:00'),
    },
    before: { startAt: minute('2026-11-02T08:00') },
    movedMin: 1440,
    levelledAt: minute('2026-11-03T08:00'),
  })
  expect(tasks[0]).toMatchObject({ reason: { kind: 'project' }, movedMin: 0, levelledAt: null })
  expect({ isOptimal, gapPercent }).toEqual({ isOptimal: true, gapPercent: 0 })
})

test('a task goes around work elsewhere, and names it', () => {
  const outside = [
    {
      ...{ id: 'bridge', resourceId: 'crane', workMin: DAY },
      ...{ startAt: minute('2026-11-03T08:00'), finishAt: minute('2026-11-03T17:00') },
    },
  ]
  const levelled = levelledBy({ ...two, outside })
  expect(levelled.tasks.map(({ startAt }) => clock(startAt))).toEqual([
    '2026-11-02T08:00',
    '2026-11-04T08:00',
  ])
  expect(levelled.tasks[1]?.reason).toEqual({
    ...{ kind: 'resource', resourceId: 'crane', itemId: 'bridge', untilAt: minute('2026-11-03T17:00') },
  })
  expect(checkLevelledPlans({ ...two, outside }, levelled)).toEqual([])
  const asIfFree = levelledBy(two)
  expect(checkLevelledPlans({ ...two, outside }, asIfFree)).toEqual([
    { kind: 'overload', resourceId: 'crane', at: minute('2026-11-03T08:00') },
  ])
})

test('parts that nobody does are counted: all who can are on another part, or nobody can', () => {
  const [ann, bob] = [person('ann', { skills: ['weld'] }), person('bob')]
  const weld = (id: string) => ({
    ...{ ...assign('a', null), id },
    alternatives: { kind: 'skill', skill: id === 'fly' ? 'fly' : 'weld' } as const, // A literal of the type.
  })
  const given = { plans: [plan([task('a')])], resources: [ann, bob] }
  const levelled = levelledBy(input({ ...given, assignments: [weld('1'), weld('2'), weld('fly')] }))
  expect(levelled).toMatchObject({ openCount: 2, unfitCount: 0 })
  expect(levelled.assignments.map(({ resourceId }) => resourceId)).toEqual(['ann', null, null])
  expect(levelledBy(input({ ...given, assignments: [weld('1')] })).openCount).toBe(0)
})

test('the higher priority goes first, with what it waits for', () => {
  const urgent = {
    ...two,
    plans: [plan([task('a'), task('b'), task('c', { durationMin: 60 })], [link('b', 'c')])],
    items: [{ itemId: 'c', priority: 800 }],
  }
  expect(starts(urgent)).toMatchObject({
    b: '2026-11-02T08:00',
    a: '2026-11-03T08:00',
    c: '2026-11-03T08:00',
  })
})

test('of two that cannot both be in time, the one whose delay costs more is', () => {
  const due = (id: string) => task(id, { deadlineAt: minute('2026-11-02T17:00') })
  const dear = (itemId: string) => ({
    ...two,
    plans: [plan([due('a'), due('b')])],
    items: [
      { itemId: 'a', delayCostPerWeekMinor: 500 },
      { itemId: 'b', delayCostPerWeekMinor: 500 },
      { itemId, delayCostPerWeekMinor: 2500 },
    ],
  })
  expect(starts(dear('a'))).toMatchObject({ a: '2026-11-02T08:00', b: '2026-11-03T08:00' })
  expect(starts(dear('b'))).toMatchObject({ b: '2026-11-02T08:00', a: '2026-11-03T08:00' })
  const found = levelledBy(dear('b'), 50)
  expect(found).toMatchObject({ delayCostMinor: 100, lateMin: 0, unsearched: { delayCostMinor: 500 } })
})

test('what is frozen, done, planned by hand or of the highest priority stays', () => {
  const at = (day: number) => ({
    startAt: minute(`2026-11-0${day}T08:00`),
    finishAt: minute(`2026-11-0${day}T17:00`),
  })
  const tasks = [
    task('a'),
    task('b', { actual: { ...at(2), remainingMin: 0 } }),
    task('c', { manual: at(3) }),
    task('d'),
    task('e'),
  ]
  const fixed: LevelInput = {
    plans: [plan(tasks)],
    resources: [crane],
    assignments: tasks.map(({ id }) => assign(id, 'crane')),
    published: [
      { id: 'd', ...at(4) },
      { id: 'e', ...at(5) },
      { id: 'a', ...at(6) },
    ],
    items: [{ itemId: 'd', priority: 1000 }],
    frozenUntil: minute('2026-11-05T12:00'),
  }
  const { tasks: levelled } = levelledBy(fixed)
  expect(levelled.map(({ id, startAt, reason }) => [id, clock(startAt), reason.kind])).toEqual([
    ['a', '2026-11-06T08:00', 'resource'],
    ['b', '2026-11-02T08:00', 'actual'],
    ['c', '2026-11-03T08:00', 'manual'],
    ['d', '2026-11-04T08:00', 'priority'],
    ['e', '2026-11-05T08:00', 'frozen'],
  ])
})

test('whoever has the skill and is free does it', () => {
  const dig = { alternatives: { kind: 'skill', skill: 'dig' } } as const // A literal of the type.
  const people = [person('ann', { skills: ['dig'] }), person('bob', { skills: ['dig'] }), person('cat')]
  const rows = ['a', 'b', 'c'].map((id) => task(id))
  const { tasks, assignments, finishAt } = levelledBy(
    input({
      plans: [plan(rows)],
      resources: people,
      assignments: rows.map(({ id }) => assign(id, id === 'a' ? 'ann' : null, dig)),
    }),
    50,
  )
  expect(new Set(assignments.map(({ resourceId }) => resourceId))).toEqual(new Set(['ann', 'bob']))
  expect(clock(finishAt)).toBe('2026-11-03T17:00')
  expect(tasks.filter(({ startAt }) => startAt === minute('2026-11-02T08:00'))).toHaveLength(2)
})

test('a task works when all who do it do, for as long as the longest of them takes', () => {
  const half = person('half', { calendarId: MORNINGS.id })
  const { tasks } = levelledBy(
    input({
      plans: [plan([task('a')])],
      resources: [half, person('ann')],
      assignments: [assign('a', 'half', { workMin: 300 }), assign('a', 'ann', { units: 0.5, workMin: 180 })],
    }),
  )
  // Six hours at half a unit, in mornings of four.
  expect(clock(tasks[0]?.finishAt ?? 0)).toBe('2026-11-03T10:00')
})

test('work that holds its duration goes by its own calendar, whoever does it', () => {
  const half = person('half', { calendarId: MORNINGS.id })
  const given = (resourceCalendarIds: readonly string[]) =>
    input({
      plans: [plan([task('a', { durationMin: 2 * DAY, resourceCalendarIds })])],
      resources: [half],
      assignments: [assign('a', 'half')],
    })
  const finishOf = (ids: readonly string[]) => clock(levelledBy(given(ids)).tasks[0]?.finishAt ?? 0)
  expect([finishOf([]), finishOf([MORNINGS.id])]).toEqual(['2026-11-03T17:00', '2026-11-05T12:00'])
})

test('a morning person is waited for until the morning, and that is why', () => {
  const given = input({
    plans: [
      plan([task('a', { durationMin: 60, constraint: { kind: 'SNET', at: minute('2026-11-02T14:00') } })]),
    ],
    resources: [person('half', { calendarId: MORNINGS.id })],
    assignments: [assign('a', 'half')],
  })
  expect(levelledBy(given).tasks[0]).toMatchObject({
    startAt: minute('2026-11-03T08:00'),
    reason: { kind: 'calendar', resourceId: 'half' },
    levelledAt: minute('2026-11-03T08:00'),
  })
})

test('one resource does all one after the other, and no later than that', () => {
  const rows = [3, 1, 4, 1, 5].map((days, index) => task(String(index), { durationMin: days * DAY }))
  const { finishAt, isOptimal } = levelledBy(
    input({
      plans: [plan(rows)],
      resources: [crane],
      assignments: rows.map(({ id }) => assign(id, 'crane')),
    }),
  )
  // Fourteen working days from a Monday on.
  expect([clock(finishAt), isOptimal]).toEqual(['2026-11-19T17:00', true])
})

test('plans of several projects wait for one pool', () => {
  const [one, other] = [plan([task('a')]), plan([task('b')])]
  expect(starts({ ...two, plans: [one, other], items: [{ itemId: 'b', priority: 600 }] })).toEqual({
    a: '2026-11-03T08:00',
    b: '2026-11-02T08:00',
  })
})

test('of equally short plans, the one that moves least against what is published is taken', () => {
  const day = (number: number) => ({
    startAt: minute(`2026-11-0${number}T08:00`),
    finishAt: minute(`2026-11-0${number}T17:00`),
  })
  const published = [
    { id: 'a', ...day(3) },
    { id: 'b', ...day(2) },
  ]
  expect(levelledBy({ ...two, published }, 50)).toMatchObject({ movedMin: 0 })
})

test('what never fits is placed as if it did, and says so', () => {
  const { tasks } = levelledBy({
    ...two,
    resources: [{ ...crane, maxUnits: 1, changes: [{ fromAt: minute('2026-11-03T00:00'), maxUnits: 0 }] }],
  })
  expect(tasks.map(({ reason }) => reason.kind).toSorted()).toEqual(['project', 'unfit'])
})

test('a plan that the network refuses is refused', () => {
  expect(
    levelPlans({ ...two, plans: [plan([task('a')], [link('a', 'a')])] }, { seed: 1, schedules: 1 }),
  ).toEqual({
    ok: false,
    refusal: { code: 'schedule.link_circle', params: { path: ['a'] } },
  })
})

test('calendars of resources may come beside the plans', () => {
  const { finishAt } = levelledBy({
    ...two,
    calendars: [{ ...MORNINGS, id: 'machine' }],
    resources: [{ ...crane, calendarId: 'machine' }],
  })
  // Two days of work in mornings of four hours.
  expect(clock(finishAt)).toBe('2026-11-05T12:00')
})

test('work that only fits beyond 2200 when it is levelled is refused', () => {
  const years = { durationMin: 80 * 261 * DAY }
  const [ann, bob] = [person('ann'), person('bob')]
  const levelling = levelPlans(
    input({
      plans: [plan([task('a', years), task('b', years), task('c', years)], [link('b', 'c')])],
      resources: [ann, bob],
      assignments: [assign('a', 'ann'), assign('b', 'ann'), assign('c', 'bob')],
      items: [{ itemId: 'a', priority: 900 }],
    }),
    { seed: 1, schedules: 60 },
  )
  expect(levelling).toMatchObject({ ok: false, refusal: { code: 'schedule.date_outside' } })
})
