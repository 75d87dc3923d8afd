import { test } from 'vitest'
import { floatsAreExact, incrementalIsWhole, likeSlowPlans, passChecker } from './testing/properties.ts'

test('random plans lie where trying minute after minute puts them', () => likeSlowPlans(150))

test('random plans pass the checker', () => passChecker(100))

test('float is exact: no more, and no less', () => floatsAreExact(300))

test('after changes a plan is the same as calculated anew', () => incrementalIsWhole(300))
