import { expect, test } from 'vitest'
import { link, minute, office, plan, planned, task } from './testing/small-plan.ts'

const holiday = {
  ...office,
  id: 'crew',
  exceptions: [{ name: 'Site closed', from: '2026-11-09', to: '2026-11-09', shifts: [] }],
}
const nights = { ...office, id: 'nights', week: Array.from({ length: 7 }, () => [{ from: 960, to: 1440 }]) }

test('a date that a weekend or a holiday moved on says by which calendar, and from when', () => {
  const rows = planned(
    plan(
      [task('a', { durationMin: 2 * 480 }), task('b'), task('crew', { calendarId: 'crew' })],
      [link('a', 'b'), link('a', 'crew')],
      { calendars: [office, holiday] },
    ),
  )
  const friday = minute('2026-11-06T17:00Z')
  expect(rows.get('a')?.calendarWait).toBeNull()
  expect(rows.get('b')).toMatchObject({
    startAt: minute('2026-11-09T08:00Z'),
    reason: { kind: 'link' },
    calendarWait: { fromAt: friday, calendarId: 'office' },
  })
  expect(rows.get('crew')).toMatchObject({
    startAt: minute('2026-11-10T08:00Z'),
    calendarWait: { fromAt: friday, calendarId: 'crew' },
  })
})

test('where whoever does it works later than the task might, it is their calendar', () => {
  const tasks = [task('a', { resourceCalendarIds: ['nights'], durationMin: 60 })]
  expect(planned(plan(tasks, [], { calendars: [office, nights] })).get('a')).toMatchObject({
    startAt: minute('2026-11-05T16:00Z'),
    reason: { kind: 'project' },
    calendarWait: { fromAt: minute('2026-11-05T08:00Z'), calendarId: 'nights' },
  })
})

test.each([
  ['a constraint', { constraint: { kind: 'SNET' as const, at: minute('2026-11-07T08:00Z') } }], // A literal of the type.
  ['levelling', { levelledAt: minute('2026-11-07T08:00Z') }],
])('%s that names a Saturday waits for Monday', (_, values) => {
  const own = planned(plan([task('a', values)])).get('a')
  expect(own?.calendarWait).toEqual({ fromAt: minute('2026-11-07T08:00Z'), calendarId: 'office' })
})

test('what is held by its finish, planned by hand or has begun waits for no calendar', () => {
  const saturday = minute('2026-11-07T08:00Z')
  const rows = planned(
    plan([
      task('finish', { constraint: { kind: 'FNET', at: minute('2026-11-08T08:00Z') } }),
      task('hand', { manual: { startAt: saturday, finishAt: saturday + 60 } }),
      task('begun', { actual: { startAt: saturday, finishAt: null, remainingMin: 60 } }),
    ]),
  )
  expect([...rows.values()].map(({ calendarWait }) => calendarWait)).toEqual([null, null, null])
})
