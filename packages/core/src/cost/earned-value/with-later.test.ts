import { expect, test } from 'vitest'
import { addLater, performanceOf } from '../index.ts'

/** Design 200, build 200, test 100: the example of the other tests of earned value. */
const near = performanceOf({ budgetAtCompletion: 500, plannedValue: 300, earnedValue: 200, actualCost: 250 })

test('later phases add their range to the budget and to every estimate', () => {
  expect(addLater(near, { low: 100, high: 400, isOpen: false })).toEqual({
    later: { low: 100, high: 400, isOpen: false },
    budgetAtCompletion: { low: 600, high: 900, isOpen: false },
    estimateAtCompletion: {
      typical: { low: 725, high: 1025, isOpen: false },
      atypical: { low: 650, high: 950, isOpen: false },
      costAndSchedule: { low: 912.5, high: 1212.5, isOpen: false },
      reestimated: null,
    },
  })
})

test('of what nobody said, the work measured is the least', () => {
  const open = { low: 500, high: 500, isOpen: true }
  expect(addLater(near, null)).toMatchObject({ later: null, budgetAtCompletion: open })
})

test('what is not known yet stays so, whatever later phases take', () => {
  const fresh = performanceOf({ budgetAtCompletion: 500, plannedValue: 0, earnedValue: 0, actualCost: 0 })
  expect(addLater(fresh, { low: 1, high: 2, isOpen: false }).estimateAtCompletion).toEqual({
    ...{ typical: null, costAndSchedule: null, reestimated: null },
    atypical: { low: 501, high: 502, isOpen: false },
  })
})
