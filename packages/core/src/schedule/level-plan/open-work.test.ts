import { expect, test } from 'vitest'
import { levelledBy } from './testing/properties.ts'
import { assign, MORNINGS, minute, person, plan, task } from './testing/small-pool.ts'

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
