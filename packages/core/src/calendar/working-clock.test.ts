import { expect, test } from 'vitest'
import { WallClock } from './wall-clock.ts'
import { standardCalendar } from './working-calendar.ts'
import { WorkingClocks } from './working-clock.ts'

const minuteOf = (text: string) => Date.parse(text) / 60_000
const base = { ...standardCalendar('Europe/Berlin', 'House'), id: 'house' }
const yard = {
  ...base,
  id: 'yard',
  name: 'Yard',
  baseId: 'house',
  week: Array.from({ length: 7 }, () => null),
  exceptions: [{ name: 'Holiday', from: '2026-06-02', to: '2026-06-02', shifts: [] }],
}
const clocks = new WorkingClocks([base, yard], minuteOf('2026-06-01T00:00Z'))

test('a clock on the wall leads there and back across years and changes', () => {
  const wall = new WallClock('America/New_York')
  for (let minute = minuteOf('2019-01-01T00:00Z'); minute < minuteOf('2029-01-01T00:00Z'); minute += 7919) {
    const shown = wall.wallOf(minute)
    // What is shown twice is the first time.
    expect([minute, minute - 60]).toContain(wall.momentOf(shown))
  }
})

test('a calendar is found by its id and by its name, and takes from its base what it does not say', () => {
  expect(clocks.find('Yard')).toBe(clocks.find('yard'))
  expect(clocks.find('Moon')).toBeNull()
  const start = minuteOf('2026-06-01T09:00Z')
  expect(clocks.find('house')?.addDays(start, 1)).toBe(minuteOf('2026-06-02T09:00Z'))
  expect(clocks.find('yard')?.addDays(start, 1)).toBe(minuteOf('2026-06-03T09:00Z'))
})

test('working days are looked for in both directions', () => {
  const day = minuteOf('2026-06-06T00:00Z') / 1440
  expect(clocks.find('house')?.nextWorkingDay(day)).toBe(day + 2)
  expect(clocks.find('house')?.lastWorkingDay(day)).toBe(day - 1)
})

test('minutes are counted in working time only', () => {
  const clock = clocks.find('house')
  expect(clock?.minutesBetween(minuteOf('2026-06-05T10:00Z'), minuteOf('2026-06-08T07:00Z'))).toBe(300)
  expect(clock?.addMinutes(minuteOf('2026-06-06T10:00Z'), 0)).toBe(minuteOf('2026-06-06T10:00Z'))
})
