import { expect, test } from 'vitest'
import { scaleFor } from '../../../ui/index.ts'
import { barSpan } from './bar-span.ts'

const at = (text: string) => Date.parse(`${text}:00Z`)
const now = at('2027-03-01T00:00')
const weeks = scaleFor([], { zoom: 'weeks', now, timeZone: 'UTC' })
const span = (start: string, finish: string, isMilestone = false) => {
  const found = barSpan({ startAt: at(start), finishAt: at(finish), isMilestone }, weeks)
  const origin = weeks.originMs
  const dayOf = (x: number) => (x / weeks.pxPerDay) * 86_400_000 + origin
  return found && [found.startX, found.finishX].map((x) => new Date(dayOf(x)).toISOString().slice(5, 16))
}

test('a bar covers the days it is worked on', () => {
  expect(span('2027-03-01T08:00', '2027-03-01T17:00')).toEqual(['03-01T00:00', '03-02T00:00'])
  expect(span('2027-03-01T13:00', '2027-03-03T12:00')).toEqual(['03-01T00:00', '03-04T00:00'])
  expect(span('2027-03-01T00:00', '2027-03-03T00:00')).toEqual(['03-01T00:00', '03-03T00:00'])
})

test('a milestone lies at its moment, and what has no dates nowhere', () => {
  expect(span('2027-03-01T12:00', '2027-03-01T12:00', true)).toEqual(['03-01T12:00', '03-01T12:00'])
  expect(barSpan({ startAt: null, finishAt: now, isMilestone: false }, weeks)).toBeNull()
})
