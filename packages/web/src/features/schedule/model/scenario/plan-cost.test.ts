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
const crew = { id: 'crew', kind: 'work', rateMinorPerHour: 6_000, costPerUseMinor: 500 } as ResourceView
const onIt = {
  ...{ id: 'x', itemId: 'a', resourceId: 'crew', units: 1, workMin: 960, costMinor: null },
} as AssignmentView
const ground = { resources: [crew], assignments: [onIt] }

test.each<[string, Partial<PlanRowView>, number | null]>([
  ['hours by the rate, and what using it costs', {}, 16 * 6_000 + 500],
  ['half as long takes half the work', { durationMin: 480 }, 8 * 6_000 + 500],
  ['a fixed cost comes on top', { fixedCostMinor: 10_000 }, 16 * 6_000 + 500 + 10_000],
  ['a stated cost is what it costs', { costMinor: 42 }, 42],
  ['what is below a summary is counted there', { isSummary: true }, null],
])('%s', (_name, change, cost) => expect(planCost(ground, [{ ...ROW, ...change }], [ROW])).toBe(cost))

test('where the work is held, a shorter duration costs the same', () => {
  const held = { ...ROW, taskType: 'work' } as const
  expect(planCost(ground, [{ ...held, durationMin: 480 }], [held])).toBe(16 * 6_000 + 500)
})

test('a plan without rates and costs has none', () => {
  expect(planCost({ resources: [], assignments: [] }, [ROW], [ROW])).toBeNull()
})
