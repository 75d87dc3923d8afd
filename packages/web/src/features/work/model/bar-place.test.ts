import { addDays } from '@millrace/core/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleFor, xOfDay, ZOOMS } from '../../../ui/time-axis/scale.ts'
import { placeBar, sideOf } from './bar-place.ts'
import { type Dated, daysOf } from './item-days.ts'
import { shiftDates } from './shift.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays('2026-11-28', days))
const dated: fc.Arbitrary<Dated> = fc
  .record({ startsOn: fc.option(day), dueOn: fc.option(day) })
  .filter(({ startsOn, dueOn }) => startsOn === null || dueOn === null || startsOn <= dueOn)
const zooms = fc.constantFrom(...ZOOMS).map((zoom) => ({ zoom, now: NOW, timeZone: 'Europe/Berlin' }))

test('everything with a day has a place, and moving by days moves it by as many', () => {
  fc.assert(
    fc.property(dated, zooms, fc.integer({ min: -30, max: 30 }), (item, view, days) => {
      const scale = scaleFor([], view)
      const place = placeBar(item, scale)
      expect(place === null).toBe(daysOf(item) === null)
      const moved = placeBar(shiftDates(item, days, 'both'), scale)
      expect(moved?.shape).toBe(place?.shape)
      if (place && moved) {
        expect(moved.left - place.left).toBeCloseTo(days * scale.pxPerDay)
        expect(moved.width).toBeCloseTo(place.width)
      }
    }),
  )
})

test('a bar lies on its days and on no other', () => {
  const scale = scaleFor([], { zoom: 'days', now: NOW, timeZone: 'UTC' })
  const place = placeBar({ startsOn: '2026-12-01', dueOn: '2026-12-03' }, scale)
  expect(place?.left).toBe(xOfDay(scale, '2026-12-01'))
  expect((place?.left ?? 0) + (place?.width ?? 0)).toBe(xOfDay(scale, '2026-12-04') - 1)
})

test('what is out of sight is so on one side', () => {
  const scale = scaleFor([], { zoom: 'days', now: NOW, timeZone: 'UTC' })
  const seen = { left: xOfDay(scale, '2026-12-10'), width: 10 * scale.pxPerDay }
  const on = (dueOn: string | null) => sideOf({ startsOn: null, dueOn }, scale, seen)
  expect([on('2026-12-01'), on('2026-12-12'), on('2026-12-30'), on(null)]).toEqual([
    'before',
    null,
    'after',
    null,
  ])
})
