import { expect, test } from 'vitest'
import {
  awaitedStaysEarly,
  floatsAreExact,
  incrementalIsWhole,
  likeSlowPlans,
  outsideIsByHand,
  passChecker,
} from './testing/properties.ts'

test('random plans lie where trying minute after minute puts them', () =>
  expect(likeSlowPlans(60)).toBeNull())

test('random plans pass the checker', () => expect(passChecker(100)).toBeNull())

test('float is exact: no more, and no less', () => expect(floatsAreExact(150)).toBeNull())

test('after changes a plan is the same as calculated anew', () => expect(incrementalIsWhole(150)).toBeNull())

test('other plans bound a plan as tasks do that are planned by hand', () =>
  expect(outsideIsByHand(150)).toBeNull())

test('what other plans wait for is put no later because something is put as late as it can be', () =>
  expect(awaitedStaysEarly(150)).toBeNull())
