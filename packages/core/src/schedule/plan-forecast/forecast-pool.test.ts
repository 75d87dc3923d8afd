import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STANDARD_WEEK, type WorkingCalendar } from '../../calendar/index.ts'
import { levelPlans } from '../level-plan/level-plans.ts'
import { poolOfProject } from '../project-plan/pool-of-project.ts'
import type { ProjectResource, ProjectRow } from '../project-plan/project-plan.ts'
import { projectAssignment, projectResource } from '../project-plan/testing/small-project.ts'
import { toPlanInput } from '../project-plan/to-plan-input.ts'
import { percentileOf } from '../risk/distribution.ts'
import { runRisk } from '../risk/simulate.ts'
import type { ForecastFacts } from './forecast-facts.ts'
import { modelForecast } from './model-forecast.ts'
import { facts, link, type More, row } from './testing/small-forecast.ts'

const HOUR = 60
const DAY = 8 * HOUR
const MINUTE_MS = 60_000

const base = { baseId: null, periods: [], exceptions: [], timeZone: 'UTC' }
const CALENDARS: readonly WorkingCalendar[] = [
  { ...base, id: 'office', name: 'Office', week: STANDARD_WEEK },
  {
    ...{ ...base, id: 'mornings', name: 'Mornings' },
    week: [...Array.from({ length: 5 }, () => [{ from: 8 * HOUR, to: 12 * HOUR }]), [], []],
  },
  {
    ...{ ...base, id: 'holiday', name: 'On holiday in the first week', week: STANDARD_WEEK },
    exceptions: [{ from: '2027-03-03', to: '2027-03-09', shifts: [], name: 'Holiday' }],
  },
]

/** When the plan ends as levelling puts it, and what it tells each row. */
function levelled({ plan }: ForecastFacts) {
  const input = { plans: [toPlanInput(plan)], ...poolOfProject(plan), frozenUntil: null }
  const found = levelPlans(input, { seed: 1, schedules: 20 })
  if (!found.ok) throw new Error(found.refusal.code)
  const { tasks, unfitCount } = found.value
  const levelledAt = new Map(tasks.map(({ id, levelledAt: at }) => [id, at === null ? null : at * MINUTE_MS]))
  return {
    isFit: unfitCount === 0,
    finishAt: Math.max(...tasks.map(({ finishAt }) => finishAt)) * MINUTE_MS,
    asked: {
      ...{ ...facts([]), isLevelled: true },
      plan: {
        ...plan,
        rows: plan.rows.map((each) => ({ ...each, levelledAt: levelledAt.get(each.itemId) ?? null })),
      },
    } satisfies ForecastFacts,
  }
}

/** When the one run of a plan ends about which nothing is uncertain. */
function finishOfRun(asked: ForecastFacts): number {
  const model = modelForecast(asked)
  if (!model.ok) throw new Error(model.refusal.code)
  const { finish } = runRisk(model.value.plan, { seed: 1, runs: 1 })
  return model.value.momentOf(Math.round(percentileOf(finish, 1)))
}

const rosa = (more: Partial<ProjectResource> = {}) => projectResource('rosa', more)
const two = [row('a', { durationMin: 2 * DAY }), row('b', { durationMin: 2 * DAY })]
const both = ['a', 'b'].map((itemId) => projectAssignment(itemId, 'rosa'))
const on = (text: string) => Date.parse(`${text}Z`)

type Case = More & { readonly rows?: readonly ProjectRow[] }

describe('levelled runs end when', () => {
  test.each<[string, Case, number]>([
    ['one person has done one after the other', { resources: [rosa()] }, on('2027-03-04T17:00')],
    [
      'she is back who was away',
      {
        resources: [rosa({ availability: [{ fromOn: '2027-03-03', toOn: '2027-03-09', maxUnits: 0 }] })],
      },
      on('2027-03-11T17:00'),
    ],
    [
      'she is back from a holiday of her calendar, in the middle of her work',
      {
        resources: [rosa({ calendarId: 'holiday' })],
        rows: [row('a', { durationMin: DAY }), row('b', { durationMin: 3 * DAY })],
      },
      on('2027-03-11T17:00'),
    ],
    [
      'she has done it within her hours of a day',
      { resources: [rosa({ calendarId: 'office', dayLimitMin: 4 * HOUR })] },
      on('2027-03-10T12:00'),
    ],
    [
      'she has done it within her hours of a week',
      { resources: [rosa({ calendarId: 'office', weekLimitMin: 3 * DAY })] },
      on('2027-03-08T17:00'),
    ],
    [
      'she has done something else in the gap of her work',
      {
        resources: [rosa()],
        rows: [
          row('a', { durationMin: 2 * DAY, splits: [{ afterMin: DAY, pauseMin: 2 * DAY }] }),
          row('b', { durationMin: 2 * DAY }),
        ],
      },
      on('2027-03-04T17:00'),
    ],
    [
      'a machine has been used while who goes with it is away',
      {
        resources: [rosa({ calendarId: 'mornings' }), projectResource('crane', { kind: 'machine' })],
        rows: [row('a', { durationMin: 2 * DAY }), row('b', { durationMin: 4 * HOUR })],
        assignments: [...both.slice(0, 1), ...['a', 'b'].map((itemId) => projectAssignment(itemId, 'crane'))],
      },
      on('2027-03-04T12:00'),
    ],
  ])('%s', (_name, { rows = two, assignments = both, ...more }, expected) => {
    const { plan } = facts(rows, [], { calendars: CALENDARS, assignments, ...more })
    const asked = { ...facts([]), plan, isLevelled: true }
    expect(new Date(finishOfRun(asked)).toISOString()).toBe(new Date(expected).toISOString())
  })
})

const someone = fc.record({
  calendarId: fc.constantFrom(null, 'office', 'mornings', 'holiday'),
  maxUnits: fc.constantFrom(1, 1, 2),
  isAway: fc.boolean(),
  dayLimitMin: fc.constantFrom(null, null, 3 * HOUR),
  weekLimitMin: fc.constantFrom(null, null, 20 * HOUR),
})
const work = fc.record({
  hours: fc.integer({ min: 1, max: 30 }),
  who: fc.nat(2),
  with: fc.option(fc.nat(2)),
  after: fc.nat(9),
})

test('a run about which nothing is uncertain ends when the levelled plan does', () => {
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 1, maxLength: 3 }),
      fc.array(work, { minLength: 1, maxLength: 7 }),
      (people, works) => {
        const resources = people.map(({ isAway, ...each }, at) => {
          const away = [{ fromOn: '2027-03-05', toOn: '2027-03-11', maxUnits: 0 }]
          return projectResource(`${at}`, { ...each, availability: isAway ? away : [] })
        })
        const nameOf = (who: number) => `${who % people.length}`
        const rows = works.map(({ hours }, at) => row(`t${at}`, { durationMin: hours * HOUR }))
        const assignments = works.flatMap(({ who, with: other }, at) =>
          [...new Set([nameOf(who), nameOf(other ?? who)])].map((id) => projectAssignment(`t${at}`, id)),
        )
        const links = works.flatMap(({ after }, at) => (after < at ? [link(`t${after}`, `t${at}`)] : []))
        const { finishAt, asked, isFit } = levelled(
          facts(rows, links, { calendars: CALENDARS, resources, assignments }),
        )
        fc.pre(isFit)
        expect(finishOfRun(asked)).toBe(finishAt)
      },
    ),
    { seed: 20270303, numRuns: 100 },
  )
})
