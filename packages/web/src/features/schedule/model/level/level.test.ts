import type {
  AssignmentView,
  OutsideLinkView,
  OutsideWorkView,
  PlanRowView,
  PlanView,
} from '@millrace/contract'
import { levelPlans } from '@millrace/core/schedule'
import { expect, test } from 'vitest'
import { poolOfPlan } from '../load/plan-pool.ts'
import { outsideLoadsOf, withOutside } from '../load/with-outside.ts'
import { levelledWords } from '../reason-words.ts'
import { levellingCalls, unlevellingCalls } from './level-calls.ts'
import { levelInputOf } from './level-input-of.ts'
import type { LevelPart } from './level-part.ts'

const at = (day: string, hour: number) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
const MONDAY = '2026-11-02'

// What levelling does not look at is left out.
const rowOf = (itemId: string, more: Partial<PlanRowView> = {}) =>
  ({
    ...{ itemId, parentId: null, isSummary: false, isMilestone: false, isDone: false, title: itemId },
    ...{ startAt: at(MONDAY, 9), finishAt: at(MONDAY, 17), datesFrom: 'plan', effortMin: null },
    ...{ durationMin: 480, percentComplete: 0, calendarId: null, constraintKind: null, constraintAt: null },
    ...{
      levelledAt: null,
      levelledFor: null,
      deadlineAt: null,
      actualStartAt: null,
      actualFinishAt: null,
      remainingMin: null,
    },
    ...{
      phaseId: null,
      isManual: false,
      isElapsed: false,
      taskType: 'units',
      splits: [],
      resumeAt: null,
      startedAt: null,
      finishedAt: null,
    },
    ...more,
  }) as unknown as PlanRowView

const resource = (id: string, personId: string | null = null) => ({
  ...{ id, kind: 'work', name: id, personId, calendarId: null, maxUnits: 1, availability: [] },
  ...{ dayLimitMin: null, weekLimitMin: null, skills: [] as readonly string[], crewMemberIds: [] },
})

const NAMES = { resourceName: 'Crane', title: 'Lift' }

type Sent = {
  readonly id: string
  readonly resources: readonly ReturnType<typeof resource>[]
  readonly outside?: OutsideWorkView
  readonly alternatives?: AssignmentView['alternatives']
  /** Nobody has been chosen yet. */
  readonly isOpen?: boolean
  /** Resources that nothing is done with yet. */
  readonly standby?: Sent['resources']
  /** Links to and from other projects. */
  readonly ties?: readonly Partial<OutsideLinkView>[]
} & Partial<Pick<LevelPart, 'weight' | 'worth'>>

/** A project with an item for each of its resources, named after both. */
function partOf({ id, resources, outside, alternatives = null, ...more }: Sent): LevelPart {
  const { standby = [], ties = [], isOpen = false, ...rest } = more
  const rows = resources.map((each) => rowOf(`${id} ${each.id}`))
  const plan = {
    ...{ calendars: [], phases: [], hasRollingWave: false, links: [], rows },
    outside: { links: ties, calendars: [] },
    resources: [...resources, ...standby],
    settings: {
      ...{ startAt: at(MONDAY, 9), statusAt: null, calendarId: null, lagCalendar: 'project' },
      ...{ precedence: 'logic', progressRule: 'retained', criticalMin: 0 },
    },
    assignments: resources.map((each) => ({
      ...{
        id: `a ${id} ${each.id}`,
        itemId: `${id} ${each.id}`,
        resourceId: isOpen ? null : each.id,
        units: 1,
        workMin: 480,
        alternatives,
      },
    })),
  } as unknown as PlanView // As above.
  const pool = withOutside(poolOfPlan(plan, rows, { timeZone: 'UTC', responsibleOf: () => null }), outside)
  return { containerId: id, name: id, plan, rows, pool, weight: 'usual', worth: [], ...rest }
}

const wish = { timeZone: 'UTC', frozenUntil: at(MONDAY, 0), isByPriority: true }

function startsOf(parts: readonly LevelPart[], isByPriority = true) {
  const levelled = levelPlans(levelInputOf(parts, { ...wish, isByPriority }), { seed: 1, schedules: 60 })
  if (!levelled.ok) throw new Error(levelled.refusal.code)
  return Object.fromEntries(
    levelled.value.tasks.map(({ id, startAt }) => [
      id,
      new Date(startAt * 60_000).toISOString().slice(0, 10),
    ]),
  )
}

const taken = (more: Partial<OutsideWorkView['work'][number]>): OutsideWorkView => ({
  work: [
    {
      ...{ resourceId: 'crane', itemId: 'bridge crane', title: 'Girders', containerId: 'bridge' },
      ...{ startAt: at(MONDAY, 9), finishAt: at(MONDAY, 17), workMin: 420 },
      ...more,
    },
  ],
  projects: [{ containerId: 'bridge', key: 'B', name: 'Bridge', mayLevel: true }],
})

test('a project is put around what another one takes of its crane', () => {
  const tower = partOf({ id: 'tower', resources: [resource('crane')], outside: taken({}) })
  expect(startsOf([tower])).toEqual({ 'tower crane': '2026-11-03' })
})

test('levelled together, what the others take is no longer outside, and whoever weighs more goes first', () => {
  const tower = partOf({ id: 'tower', resources: [resource('crane')], outside: taken({}), weight: 'first' })
  const bridge = partOf({ id: 'bridge', resources: [resource('crane')] })
  const [first, second] = ['2026-11-02', '2026-11-03']
  expect(startsOf([tower, bridge])).toEqual({ 'tower crane': first, 'bridge crane': second })
  const turned = [{ ...tower, weight: 'last' as const }, bridge] // One of the weights.
  expect(startsOf(turned)).toEqual({ 'tower crane': second, 'bridge crane': first })
})

const place = {
  ...{ startAt: at('2026-11-04', 9), finishAt: at('2026-11-04', 17), durationMin: 480, isElapsed: false },
  ...{ calendarId: null, hasBegun: false, isOver: false },
}
const tie: Partial<OutsideLinkView> = {
  ...{ id: 'tie', itemId: 'tower crane', isIn: true, otherId: 'bridge crane', place },
  linkType: 'FS',
  lag: 0,
  lagUnit: 'workingMin',
}

test('a link from another project holds while that stays, and moves along when both are levelled', () => {
  const tower = partOf({ id: 'tower', resources: [resource('crane')], ties: [tie] })
  expect(startsOf([tower])).toEqual({ 'tower crane': '2026-11-05' })
  const bridge = partOf({ id: 'bridge', resources: [resource('ida')] })
  const moved = { ...bridge, rows: bridge.rows.map((row) => ({ ...row, itemId: 'bridge crane' })) }
  expect(startsOf([tower, moved])).toEqual({ 'tower crane': '2026-11-03', 'bridge crane': '2026-11-02' })
})

test('a person is the same in all projects, whatever resource stands for them', () => {
  const tower = partOf({ id: 'tower', resources: [resource('ida', 'p-ida')] })
  const bridge = partOf({ id: 'bridge', resources: [resource('ida b', 'p-ida')], weight: 'last' })
  expect(levelInputOf([tower, bridge], wish).resources.map(({ id }) => id)).toEqual(['ida'])
  expect(startsOf([tower, bridge])).toEqual({ 'tower ida': '2026-11-02', 'bridge ida b': '2026-11-03' })
})

test('urgent items go first where that is wanted, and a week of delay costs what it costs', () => {
  const worth = [
    { id: 'b crane', priority: 4 as const, costOfDelayMinor: 5000 }, // One of the priorities.
  ]
  const [a, b] = [
    partOf({ id: 'a', resources: [resource('crane')] }),
    { id: 'b', resources: [resource('crane')] },
  ]
  const parts = [a, partOf({ ...b, worth })]
  expect(startsOf(parts)).toEqual({ 'b crane': '2026-11-02', 'a crane': '2026-11-03' })
  expect(levelInputOf(parts, wish).items).toEqual([
    { itemId: 'b crane', priority: 580, delayCostPerWeekMinor: 5000 },
  ])
  expect(levelInputOf(parts, { ...wish, isByPriority: false }).items).toEqual([
    { itemId: 'b crane', delayCostPerWeekMinor: 5000 },
  ])
})

test('work elsewhere is named where it may be, and one sum where it may not', () => {
  const nameless = { itemId: null, title: null, containerId: null }
  const [named, hidden] = [taken({}), taken({ ...nameless, workMin: 210 })]
  const both = { ...named, work: [...named.work, ...hidden.work, ...hidden.work] }
  const { pool } = partOf({ id: 'tower', resources: [resource('crane')], outside: both })
  expect(outsideLoadsOf(pool, 'crane', { fromOn: MONDAY, toOn: MONDAY })).toEqual([
    { id: 'bridge crane', title: 'Girders', projectName: 'Bridge', workMin: 420 },
    { id: '', title: null, projectName: null, workMin: 420 },
  ])
  expect(outsideLoadsOf(pool, 'crane', { fromOn: '2026-11-04', toOn: '2026-11-05' })).toEqual([])
})

test('what is kept is said to every project that it moves something in, and taken back as it was', () => {
  const tower = partOf({ id: 'tower', resources: [resource('crane')], weight: 'first' })
  const bridge = partOf({ id: 'bridge', resources: [resource('crane')] })
  const levelled = levelPlans(levelInputOf([tower, bridge], wish), { seed: 1, schedules: 60 })
  if (!levelled.ok) throw new Error(levelled.refusal.code)
  const { calls, back } = levellingCalls([tower, bridge], levelled.value)
  const held = {
    ...{ itemId: 'bridge crane', levelledAt: at('2026-11-03', 9) },
    levelledFor: { resourceId: 'crane', itemId: 'tower crane' },
  }
  const call = (item: object) => [
    { name: 'schedule.setLevelling', input: { containerId: 'bridge', items: [item] } },
  ]
  const free = { itemId: 'bridge crane', levelledAt: null, levelledFor: null }
  expect([calls, back]).toMatchObject([call(held), call(free)])
  const again = {
    ...bridge,
    rows: [rowOf('bridge crane', { ...held, levelledFor: { ...held.levelledFor, ...NAMES } })],
  }
  expect(levellingCalls([tower, again], levelled.value).calls).toEqual([])
  const rows = [rowOf('x', { levelledAt: 7 })]
  expect(unlevellingCalls('tower', rows).back).toMatchObject([
    { input: { containerId: 'tower', items: [{ itemId: 'x', levelledAt: 7 }] } },
  ])
})

test('a nameless reason is kept as the resource alone, and told in words', () => {
  const nameless = taken({ itemId: null, title: null, containerId: null })
  const tower = partOf({ id: 'tower', resources: [resource('crane')], outside: nameless })
  const levelled = levelPlans(levelInputOf([tower], wish), { seed: 1, schedules: 60 })
  if (!levelled.ok) throw new Error(levelled.refusal.code)
  expect(levellingCalls([tower], levelled.value).calls).toMatchObject([
    { input: { items: [{ levelledFor: { resourceId: 'crane', itemId: null } }] } },
  ])
  const day = () => '3 Nov'
  const held = { levelledAt: 1, levelledFor: { resourceId: 'crane', itemId: null, ...NAMES } }
  const said = [
    held,
    { ...held, levelledFor: { ...held.levelledFor, title: null } },
    { ...held, levelledFor: null },
  ]
  expect(said.map((each) => levelledWords(each, day))).toEqual([
    'Waits for Crane, taken by Lift until 3 Nov',
    'Waits for Crane until 3 Nov',
    'What it needs is taken until 3 Nov',
  ])
})

test('who has the skill takes over what another project keeps somebody from, as their own project calls them', () => {
  const welder = (id: string, personId: string) => ({ ...resource(id, personId), skills: ['Welding'] })
  const alternatives = { kind: 'skill', skill: 'Welding' } as const // One of the kinds.
  const tower = partOf({ id: 'tower', resources: [resource('ann tower', 'ann')], weight: 'first' })
  const bridge = partOf({
    ...{ id: 'bridge', resources: [welder('ann bridge', 'ann')], alternatives },
    standby: [welder('eve bridge', 'eve')],
  })
  const parts = [tower, bridge]
  const levelled = levelPlans(levelInputOf(parts, wish), { seed: 1, schedules: 60 })
  if (!levelled.ok) throw new Error(levelled.refusal.code)
  const { calls, back } = levellingCalls(parts, levelled.value)
  const done = (resourceId: string) => [
    {
      input: {
        containerId: 'bridge',
        assignments: [{ assignmentId: 'a bridge ann bridge', resourceId }],
      },
    },
  ]
  expect(calls).toMatchObject(done('eve bridge'))
  expect(back).toMatchObject(done('ann bridge'))
})

test('work that anybody with a skill may do goes to whoever is free of other projects, and taken back to nobody', () => {
  const welder = (id: string, personId: string) => ({ ...resource(id, personId), skills: ['Welding'] })
  const alternatives = { kind: 'skill', skill: 'Welding' } as const // One of the kinds.
  const tower = partOf({ id: 'tower', resources: [resource('ann tower', 'ann')], weight: 'first' })
  const bridge = partOf({
    ...{ id: 'bridge', resources: [welder('ann bridge', 'ann')], alternatives, isOpen: true },
    standby: [welder('eve bridge', 'eve')],
  })
  const parts = [tower, bridge]
  const levelled = levelPlans(levelInputOf(parts, wish), { seed: 1, schedules: 60 })
  if (!levelled.ok) throw new Error(levelled.refusal.code)
  const found = levelled.value.assignments.find(({ id }) => id === 'a bridge ann bridge')
  expect(found).toMatchObject({ others: 1, othersFree: 0 })
  const { calls, back } = levellingCalls(parts, levelled.value)
  const given = (resourceId: string | null) => [
    { input: { assignments: [{ assignmentId: 'a bridge ann bridge', resourceId }] } },
  ]
  expect(calls).toMatchObject(given('eve bridge'))
  expect(back).toMatchObject(given(null))
})
