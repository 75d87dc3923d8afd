import { test } from 'vitest'
import { floatsAreExact, incrementalIsWhole, likeSlowPlans, passChecker } from './testing/properties.ts'

test('10,000 random plans lie where trying minute after minute puts them', () => likeSlowPlans(10_000))

test('10,000 random plans pass the checker', () => passChecker(10_000))

test('10,000 floats are exact', () => floatsAreExact(10_000))

test('after changes of 10,000 plans each is the same as calculated anew', () => incrementalIsWhole(10_000))
