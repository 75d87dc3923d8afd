import { expect, test } from 'vitest'
import { laterThan, morningOf } from './come-back.ts'

const local = (text: string) => new Date(text).getTime()

test.each([
  ['a Thursday morning', '2026-11-26T09:20', '2026-11-26T12:00', '2026-11-27T08:00', '2026-11-30T08:00'],
  ['a Monday', '2026-11-30T10:00', '2026-11-30T13:00', '2026-12-01T08:00', '2026-12-07T08:00'],
  ['a Sunday', '2026-11-29T10:00', '2026-11-29T13:00', '2026-11-30T08:00', '2026-11-30T08:00'],
  ['late in the evening', '2026-11-26T22:30', null, '2026-11-27T08:00', '2026-11-30T08:00'],
])('on %s there is a later today, a tomorrow and a next week', (_name, now, hours, tomorrow, week) => {
  const at = new Map(laterThan(local(now)).map((later) => [later.id, later.at]))
  expect([at.get('hours') ?? null, at.get('tomorrow'), at.get('week')]).toEqual([
    hours === null ? null : local(hours),
    local(tomorrow),
    local(week),
  ])
})

test('a day begins in the morning', () => {
  expect(morningOf('2026-12-14')).toBe(local('2026-12-14T08:00'))
})
