import type { AssignmentView, PlanRowView, ResourceView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { planCost } from './plan-cost.ts'

const ROW = {
  ...{ itemId: 'a', title: 'Pour', isSummary: false, durationMin: 960, isElapsed: false, effortMin: 960 },
  ...{ splits: [], resumeAt: null },
  ...{ taskType: 'units', isEffortDriven: false, isManual: false, datesFrom: 'plan', percentComplete: 0 },
  ...{ startAt: Date.UTC(2027, 2, 1), finishAt: Date.UTC(2027, 2, 3), costMinor: null, fixedCostMinor: null },
  ...{ constraintKind: null, constraintAt: null, deadlineAt: null, levelledAt: null, calendarId: null },
  ...{ actualStartAt: null, actualFinishAt: null, remainingMin: null },
  ...{ quantity: null, quantityUnit: '', normMin: null },
} as unknown as PlanRowView // What a cost looks at.
const crew = {
  ...{ id: 'crew', kind: 'work', rateMinorPerHour: 6_000, costPerUseMinor: 500, rates: [] },
} as unknown as ResourceView
const onIt = {
  ...{ id: 'x', itemId: 'a', resourceId: 'crew', units: 1, workMin: 960, costMinor: null },
} as AssignmentView
const ground = { resources: [crew], assignments: [onIt] }
const asked = { told: [onIt], timeZone: 'UTC' }

test.each<[string, Partial<PlanRowView>, number | null]>([
  ['hours by the rate, and what using it costs', {}, 16 * 6_000 + 500],
  ['a fixed cost comes on top', { fixedCostMinor: 10_000 }, 16 * 6_000 + 500 + 10_000],
  ['a stated cost is what it costs', { costMinor: 42 }, 42],
  ['what is below a summary is counted there', { isSummary: true }, null],
])('%s', (_name, change, cost) => expect(planCost(ground, [{ ...ROW, ...change }], asked)).toBe(cost))

test('rates of certain days count by when the work lies', () => {
  const rates = [{ fromOn: '2027-03-02', rateMinorPerHour: 12_000, costPerUseMinor: 500 }]
  const dearer = { ...ground, resources: [{ ...crew, rates }] }
  expect(planCost(dearer, [ROW], asked)).toBe(8 * 6_000 + 8 * 12_000 + 500)
})

test('what an assignment is said to cost holds for the work that it had', () => {
  const said = { ...onIt, costMinor: 70_000 }
  expect(planCost({ ...ground, assignments: [said] }, [ROW], { ...asked, told: [said] })).toBe(70_000)
  const less = { ...said, workMin: 480 }
  expect(planCost({ ...ground, assignments: [less] }, [ROW], { ...asked, told: [said] })).toBe(
    8 * 6_000 + 500,
  )
})

test('a plan without rates and costs has none', () => {
  expect(planCost({ resources: [], assignments: [] }, [ROW], { ...asked, told: [] })).toBeNull()
})
