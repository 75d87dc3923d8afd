import { expect, test } from 'vitest'
import { link, minute, office, plan, task } from '../network/testing/small-plan.ts'
import { checkPlan } from './check-plan.ts'
import { walk } from './minutes.ts'

/** From eight to twelve each day. */
const mornings = (at: number) => at % 1440 >= 480 && at % 1440 < 720

test.each([
  ['to where work is done', 480, 240, 720],
  ['over the night', 700, 30, 1440 + 490],
  ['nowhere', 900, 0, 900],
  ['back to where work is done', 1440 + 720, -240, 720],
  ['back over the night', 1440 + 490, -30, 700],
  ['back by what is idle besides', 1440 + 480, -1, 719],
])('working minutes lead %s', (_name, from, minutes, expected) => {
  expect(walk(mornings, from, minutes)).toBe(expected)
})

test('what lies behind the last working minute of a calendar is looked for in vain, and not for ever', () => {
  const { week } = office
  const once = [{ name: 'Once', from: '2026-11-02', to: '2026-11-06', shifts: [{ from: 480, to: 960 }] }]
  const short = { ...office, id: 'short', week: week.map(() => []), exceptions: once }
  const tasks = [task('a'), task('crane', { kind: 'hammock' })]
  const links = [link('a', 'crane', { kind: 'FF', lag: 60 })]
  const base = plan(tasks, links)
  const input = { ...base, calendars: [office, short], options: { ...base.options, calendarId: 'short' } }
  const day = { startAt: minute('2027-02-01T08:00Z'), finishAt: minute('2027-02-01T17:00Z') }
  const dated = tasks.map(({ id }) => ({ id, ...day }))
  expect(checkPlan(input, dated)).not.toContainEqual({ kind: 'link', linkId: 'a-crane' })
})
