import { expect, test } from 'vitest'
import { floatsAreExact, incrementalIsWhole, likeSlowPlans, passChecker } from './testing/properties.ts'

test('random plans lie where trying minute after minute puts them', () =>
  expect(likeSlowPlans(60)).toBeNull())

test('random plans pass the checker', () => expect(passChecker(100)).toBeNull())

test('float is exact: no more, and no less', () => expect(floatsAreExact(150)).toBeNull())

test('after changes a plan is the same as calculated anew', () => expect(incrementalIsWhole(150)).toBeNull())
