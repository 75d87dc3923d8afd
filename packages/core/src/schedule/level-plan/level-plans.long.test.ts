import { expect, test } from 'vitest'
import {
  chosenKeepIt,
  likeNetwork,
  moreIsNoWorse,
  orderIsNothing,
  passLevelChecker,
  plansKeepIt,
} from './testing/properties.ts'

test('without resources 2,000 plans lie where their links put them', () =>
  expect(likeNetwork(2_000)).toBeNull())

test.each([1, 2, 3, 4])('2,000 levelled plans pass the checker: quarter %i', () =>
  expect(passLevelChecker(500)).toBeNull(),
)

test('the order of the data changes nothing in 500 plans', () => expect(orderIsNothing(500)).toBeNull())

test('more schedules are never worse in 200 plans', () => expect(moreIsNoWorse(200)).toBeNull())

test('500 plans that keep what levelling decided lie where they were put', () =>
  expect(plansKeepIt(500)).toBeNull())

test('500 plans lie where they were put once they know who was chosen', () =>
  expect(chosenKeepIt(500)).toBeNull())
