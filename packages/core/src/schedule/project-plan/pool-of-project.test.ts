import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standardCalendar } from '../../calendar/index.ts'
import { addDays } from '../../kernel/index.ts'
import { poolOfProject } from './pool-of-project.ts'
import type { AvailabilityPeriod, ProjectResource } from './project-plan.ts'
import { projectAssignment, projectResource } from './testing/small-project.ts'

const poolOf = (resources: readonly ProjectResource[], timeZone = 'UTC') =>
  poolOfProject({ resources, assignments: [], calendars: [], timeZone }).resources

const minute = (moment: string) => Date.parse(moment) / 60_000
const from = (fromOn: string, maxUnits: number, toOn: string | null = null): AvailabilityPeriod => ({
  ...{ fromOn, toOn, maxUnits },
})

test('part time from a day on, and away for two weeks within it', () => {
  const ann = projectResource('ann', {
    availability: [from('2027-03-08', 0.5), from('2027-03-15', 0, '2027-03-26')],
  })
  expect(poolOf([ann])[0]).toMatchObject({
    maxUnits: 1,
    changes: [
      { fromAt: minute('2027-03-08T00:00Z'), maxUnits: 0.5 },
      { fromAt: minute('2027-03-15T00:00Z'), maxUnits: 0 },
      { fromAt: minute('2027-03-27T00:00Z'), maxUnits: 0.5 },
    ],
  })
})

test('of two that begin on one day the shorter counts', () => {
  const away = [from('2027-03-08', 0, '2027-03-09'), from('2027-03-08', 0.5)]
  const unitsOf = (availability: readonly AvailabilityPeriod[]) =>
    poolOf([projectResource('ann', { availability })])[0]?.changes?.map(({ maxUnits }) => maxUnits)
  expect(unitsOf(away)).toEqual([0, 0.5])
  expect(unitsOf(away.toReversed())).toEqual([0, 0.5])
})

test('days begin at midnight where the resource works, else where the project is', () => {
  const availability = [from('2027-07-01', 0)]
  const abroad = { ...standardCalendar('Asia/Tokyo'), id: 'tokyo' }
  const found = poolOfProject({
    resources: [
      projectResource('ann', { availability }),
      projectResource('kai', { availability, calendarId: 'tokyo' }),
    ],
    ...{ assignments: [], calendars: [abroad], timeZone: 'Europe/Berlin' },
  })
  expect(found.resources.map(({ changes }) => changes?.[0]?.fromAt)).toEqual([
    minute('2027-06-30T22:00Z'),
    minute('2027-06-30T15:00Z'),
  ])
})

test('skills, limits and alternatives go along; what only costs takes no time', () => {
  const found = poolOfProject({
    resources: [
      projectResource('ann', { skills: ['welding'], dayLimitMin: 240, weekLimitMin: 1_200 }),
      projectResource('permit', { kind: 'cost' }),
    ],
    assignments: [projectAssignment('wall', 'ann', { alternatives: { kind: 'skill', skill: 'welding' } })],
    ...{ calendars: [], timeZone: 'UTC' },
  })
  expect(found.resources).toHaveLength(1)
  expect(found.resources[0]).toMatchObject({
    skills: ['welding'],
    limits: { dayMin: 240, weekMin: 1_200 },
  })
  expect(found.assignments[0]).toMatchObject({
    alternatives: { kind: 'skill', skill: 'welding' },
    workMin: null,
  })
})

const START = '2027-01-01'
const period = fc
  .record({ skip: fc.nat(60), days: fc.option(fc.nat(30)), tenths: fc.nat(10) })
  .map(({ skip, days, tenths }) => {
    const fromOn = addDays(START, skip)
    return from(fromOn, tenths / 10, days === null ? null : addDays(fromOn, days))
  })
const member = fc.record({ tenths: fc.integer({ min: 1, max: 10 }), availability: fc.array(period) })

test('there is as much of a crew as of its members together, at every moment', () => {
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 4 }), fc.nat(100), (members, skip) => {
      const people = members.map(({ tenths, availability }, index) =>
        projectResource(`member ${index}`, { maxUnits: tenths / 10, availability }),
      )
      const crew = projectResource('crew', { maxUnits: 99, crewMemberIds: people.map(({ id }) => id) })
      const [first, ...others] = poolOf([crew, ...people])
      const at = minute(`${addDays(START, skip)}T12:00Z`)
      const unitsAt = (one: typeof first) =>
        one?.changes?.findLast(({ fromAt }) => fromAt <= at)?.maxUnits ?? one?.maxUnits ?? 0
      expect(first?.kind).toBe('team')
      expect(unitsAt(first)).toBeCloseTo(
        others.reduce((sum, one) => sum + unitsAt(one), 0),
        6,
      )
    }),
  )
})
