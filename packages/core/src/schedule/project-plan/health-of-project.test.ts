import { expect, test } from 'vitest'
import { assessHealth, type HealthCheckName } from '../health/health.ts'
import { type FloatingRow, healthPlanOf, type ProjectHealthFacts } from './health-of-project.ts'
import { ProjectCalculation } from './project-calculation.ts'
import type { ProjectLink, ProjectPlan } from './project-plan.ts'
import { projectAssignment, projectResource } from './testing/small-project.ts'

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
const MONDAY = at('2027-03-01')

function row(itemId: string, values: Partial<FloatingRow> = {}): FloatingRow {
  return {
    ...{ itemId, parentId: null, isSummary: false, isMilestone: false, isDone: false, effortMin: 480 },
    ...{
      startAt: null,
      finishAt: null,
      datesFrom: null,
      durationMin: 480,
      isElapsed: false,
      isHammock: false,
      taskType: 'units',
    },
    ...{ percentComplete: 0, isManual: false, constraintKind: null, constraintAt: null, deadlineAt: null },
    ...{ levelledAt: null, calendarId: null, startedAt: null, finishedAt: null, actualStartAt: null },
    ...{
      actualFinishAt: null,
      remainingMin: null,
      splits: [],
      resumeAt: null,
      phaseId: null,
      totalFloatMin: 0,
    },
    ...{ quantity: 20, normMin: 24 },
    ...values,
  }
}

const link = (fromId: string, toId: string, lag = 0): ProjectLink => {
  return { id: `${fromId}-${toId}`, fromId, toId, linkType: 'FS', lag, lagUnit: 'workingMin' }
}

const crane = projectResource('crane', { kind: 'machine' })
const lifts = (itemId: string) => projectAssignment(itemId, 'crane')

type More = Partial<
  Pick<ProjectHealthFacts, 'baselineFinishes' | 'usualEffortIds'> &
    Pick<ProjectPlan, 'resources' | 'assignments'>
>

const facts = (
  rows: readonly FloatingRow[],
  links: readonly ProjectLink[] = [],
  { baselineFinishes = new Map(), usualEffortIds = new Set(), ...pool }: More = {},
): ProjectHealthFacts => ({
  plan: {
    ...{
      rows,
      links,
      calendars: [],
      resources: [],
      assignments: [],
      timeZone: 'UTC',
      laterPhaseIds: new Set(['later']),
      ...pool,
    },
    settings: {
      ...{ isScheduled: true, startAt: MONDAY, statusAt: null, calendarId: null, lagCalendar: 'project' },
      ...{ precedence: 'logic', progressRule: 'retained', criticalMin: 0, nearCriticalMin: 0 },
    },
  },
  ...{ baselineFinishes, usualEffortIds },
  outside: [],
  statusAt: MONDAY,
})

const found = (asked: ProjectHealthFacts, name: HealthCheckName) =>
  assessHealth(healthPlanOf(asked)).checks.find((check) => check.name === name)?.ids

const day = (itemId: string, date: string, values: Partial<FloatingRow> = {}) =>
  row(itemId, { startAt: at(date, 8), finishAt: at(date, 17), datesFrom: 'plan', ...values })

test('each check names the items of a project that fail it', () => {
  const rows = [
    day('a', '2027-03-01', { constraintKind: 'MSO', constraintAt: at('2027-03-01', 8) }),
    day('b', '2027-03-02', { totalFloatMin: 45 * 480 }),
    day('c', '2027-03-03', { totalFloatMin: -60, normMin: null }),
    day('alone', '2027-03-04', { durationMin: 45 * 480 }),
  ]
  const asked = facts(rows, [link('a', 'b', -60), link('b', 'c', 60)])
  expect(found(asked, 'missing-logic')).toEqual(['a', 'c', 'alone'])
  expect(found(asked, 'leads')).toEqual(['a>b'])
  expect(found(asked, 'lags')).toEqual(['b>c'])
  expect(found(asked, 'hard-constraints')).toEqual(['a'])
  expect(found(asked, 'high-float')).toEqual(['b'])
  expect(found(asked, 'negative-float')).toEqual(['c'])
  expect(found(asked, 'long-duration')).toEqual(['alone'])
  expect(found(asked, 'no-norm')).toEqual(['c'])
})

test('what is usual for its type is a norm, too; what somebody guessed is none', () => {
  const rows = ['a', 'b'].map((id) => day(id, '2027-03-01', { quantity: null }))
  expect(found(facts(rows, [], { usualEffortIds: new Set(['b']) }), 'no-norm')).toEqual(['a'])
})

test('two items on one crane at one time overload it, one after the other they do not', () => {
  const more = { resources: [crane], assignments: [lifts('a'), lifts('b')] }
  const together = facts([day('a', '2027-03-01'), day('b', '2027-03-01')], [], more)
  expect(found(together, 'overloaded')).toEqual(['crane'])
  const apart = facts([day('a', '2027-03-01'), day('b', '2027-03-02')], [], more)
  expect(found(apart, 'overloaded')).toEqual([])
  expect(found(apart, 'no-resource')).toEqual([])
})

test('what was to happen by now and did not is an invalid date, and late against its baseline', () => {
  const rows = [
    day('past', '2027-02-22'),
    day('done', '2027-02-22', { isDone: true }),
    day('b', '2027-03-02'),
  ]
  const asked = facts(rows, [], { baselineFinishes: new Map([['past', at('2027-02-19', 17)]]) })
  expect(found(asked, 'invalid-dates')).toEqual(['past'])
  expect(found(asked, 'missed')).toEqual(['past'])
})

test('a plan that is not calculated says nothing of its float', () => {
  const asked = facts([day('a', '2027-03-01', { totalFloatMin: null })])
  const health = assessHealth(healthPlanOf(asked))
  const floats = health.checks.filter(({ name }) => name.endsWith('-float'))
  expect(floats.map(({ share }) => share)).toEqual([null, null])
  expect(health.criticalPathLengthIndex.value).toBeNull()
})

test('the length of the critical path is counted in working time, and lack of float shortens it', () => {
  const rows = [day('a', '2027-03-05', { totalFloatMin: -48 }), day('b', '2027-03-08')]
  const { criticalPathLengthIndex } = assessHealth(healthPlanOf(facts(rows)))
  expect(criticalPathLengthIndex).toMatchObject({ value: 0.95, isHealthy: true })
})

test('a calculation tells what does not fit, in moments of the project', () => {
  const deadlineAt = at('2027-03-01', 17)
  const rows = [row('a'), row('b', { deadlineAt })]
  const calculated = new ProjectCalculation().calculate(facts(rows, [link('a', 'b')]).plan)
  expect(calculated.ok && calculated.value.conflicts).toEqual([
    {
      ...{ kind: 'deadline', itemId: 'b', linkId: null, constraint: null, by: null },
      ...{ wantedAt: deadlineAt, gotAt: at('2027-03-02', 17), offMin: 480 },
    },
  ])
})

test('links to and from other projects are logic', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => day(id, '2027-03-01'))
  const asked = facts(rows, [link('a', 'b'), link('b', 'c')])
  expect(found(asked, 'missing-logic')).toEqual(['a', 'c', 'd'])
  const from = null
  const into = { id: 'in', toId: 'd', linkType: 'FS', lag: 0, lagUnit: 'workingMin', from } as const // A literal of the type.
  const outside = { links: [into], awaitedIds: ['d'], calendars: [] }
  expect(found({ ...asked, plan: { ...asked.plan, outside } }, 'missing-logic')).toEqual([])
})
