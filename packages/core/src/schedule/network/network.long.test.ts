import { expect, test } from 'vitest'
import {
  awaitedStaysEarly,
  floatsAreExact,
  incrementalIsWhole,
  likeSlowPlans,
  outsideIsByHand,
  passChecker,
} from './testing/properties.ts'

test.each([1, 2, 3, 4])(
  '10,000 random plans lie where trying minute after minute puts them: quarter %i',
  () => expect(likeSlowPlans(2_500)).toBeNull(),
)

test('10,000 random plans pass the checker', () => expect(passChecker(10_000)).toBeNull())

test('10,000 floats are exact', () => expect(floatsAreExact(10_000)).toBeNull())

test('after changes of 10,000 plans each is the same as calculated anew', () =>
  expect(incrementalIsWhole(10_000)).toBeNull())

test('10,000 plans are bounded by others as by tasks that are planned by hand', () =>
  expect(outsideIsByHand(10_000)).toBeNull())

test('in 10,000 plans what others wait for is put no later than it must be', () =>
  expect(awaitedStaysEarly(10_000)).toBeNull())
