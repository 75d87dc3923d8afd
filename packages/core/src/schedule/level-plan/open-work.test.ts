import { expect, test } from 'vitest'
import { PlanNetwork } from '../network/plan-network.ts'
import { plannedTasks } from '../network/planned-tasks.ts'
import type { PooledPlans } from './resources.ts'
import { skillLoadOf } from './skill-load.ts'
import { levelledBy } from './testing/properties.ts'
import { assign, DAY, link, MORNINGS, minute, person, plan, task } from './testing/small-pool.ts'

const DIG = { alternatives: { kind: 'skill', skill: 'dig' } } as const // A literal of the type.
const digger = (id: string, given = {}) => person(id, { skills: ['dig'], ...given })

test('whoever is chosen is told with how many others could, and how many of them have room then', () => {
  const [a, b] = [task('a'), task('b')]
  const open = [assign('a', null, DIG), assign('b', null, DIG)]
  const found = (people: Parameters<typeof levelledBy>[0]['resources']) =>
    levelledBy({
      plans: [plan([a, b])],
      resources: people,
      assignments: open,
      frozenUntil: null,
    }).assignments.map(({ others, othersFree }) => [others, othersFree])
  expect(found([digger('ann'), person('cat')])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(found([digger('ann'), digger('bob')])).toEqual([
    [1, 0],
    [1, 0],
  ])
  expect(found([digger('ann'), digger('bob'), digger('eve')])).toEqual([
    [2, 1],
    [2, 1],
  ])
})

test('open work waits for the calendar of whoever is chosen, unless it holds its duration', () => {
  const given = {
    resources: [digger('ann', { calendarId: MORNINGS.id })],
    assignments: [assign('a', null, DIG)],
  }
  const finishOf = (more: Parameters<typeof task>[1]) =>
    levelledBy({ ...given, plans: [plan([task('a', more)])], frozenUntil: null }).tasks[0]?.finishAt
  expect(finishOf({ resourceCalendarIds: [], waitsForChosen: true })).toBe(minute('2026-11-03T12:00'))
  expect(finishOf({ resourceCalendarIds: [] })).toBe(minute('2026-11-02T17:00'))
})

/** Work, of which so much is open, and capacity of each skill on Monday and Tuesday, where its links put it. */
function skillDays(given: PooledPlans) {
  const [first] = given.plans
  const network = first ? PlanNetwork.of(first) : null
  if (!network?.ok) throw new Error('refused')
  const span = { fromOn: '2026-11-02', toOn: '2026-11-03', by: 'day' } as const // One of the lengths.
  return skillLoadOf(given, plannedTasks(network.value), span).map(({ skill, buckets }) => [
    skill,
    ...buckets.map(({ workMin, openMin, capacityMin }) => [workMin, openMin, capacityMin]),
  ])
}

test('open work lies on its skill, beside what those who have it do already, against all they have together', () => {
  const plans = [plan([task('a'), task('b'), task('c')], [link('a', 'c')])]
  const people = [digger('ann'), digger('half', { calendarId: MORNINGS.id }), person('cat')]
  const open = [assign('a', null, DIG), assign('c', null, { ...DIG, units: 0.5 })]
  expect(skillDays({ plans, resources: people, assignments: open })).toEqual([
    ['dig', [DAY, DAY, 720], [240, 240, 720]],
  ])
  const beside = [...open, assign('b', 'ann'), assign('b', 'cat')]
  expect(skillDays({ plans, resources: people, assignments: beside })).toEqual([
    ['dig', [2 * DAY, DAY, 720], [240, 240, 720]],
  ])
})

test('the overload of one who has a skill takes nothing from the others', () => {
  const plans = [plan([task('a'), task('b'), task('c')])]
  const busy = [assign('b', 'ann'), assign('c', 'ann')]
  const given = { plans, assignments: [assign('a', null, DIG), ...busy] }
  expect(skillDays({ ...given, resources: [digger('ann'), digger('bob')] })).toEqual([
    ['dig', [2 * DAY, DAY, 2 * DAY], [0, 0, 2 * DAY]],
  ])
  expect(skillDays({ ...given, resources: [person('ann')] })).toEqual([['dig', [DAY, DAY, 0], [0, 0, 0]]])
})
