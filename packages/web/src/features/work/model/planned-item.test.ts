import type { PlannedDatesView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { onPlannedDays } from './planned-item.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const item = { id: 'a', startsOn: '2026-01-01', dueOn: null, isMilestone: false } as unknown as WorkItem // As far as days go.

const planned = (startAt: number | null, finishAt: number | null): PlannedDatesView => ({
  ...{ itemId: 'a', startAt, finishAt, deadlineAt: null },
  ...{ percentComplete: 0, isCritical: false, totalFloatMin: null },
})

test.each([
  ['no plan', undefined, ['2026-01-01', null]],
  ['no dates yet', planned(null, null), ['2026-01-01', null]],
  ['working hours', planned(at('2026-03-02T08:00'), at('2026-03-04T17:00')), ['2026-03-02', '2026-03-04']],
  [
    'an end at midnight',
    planned(at('2026-03-02T00:00'), at('2026-03-05T00:00')),
    ['2026-03-02', '2026-03-04'],
  ],
  ['a finish alone', planned(null, at('2026-03-04T17:00')), ['2026-03-04', '2026-03-04']],
] as const)('with %s an item stands on its days', (_, dates, days) => {
  const { startsOn, dueOn } = onPlannedDays(item, dates, 'UTC')
  expect([startsOn, dueOn]).toEqual(days)
})

test('a milestone stands on one day, where it is worked', () => {
  const dates = planned(at('2026-03-04T23:30'), at('2026-03-04T23:30'))
  const { startsOn, dueOn } = onPlannedDays({ ...item, isMilestone: true }, dates, 'Europe/Berlin')
  expect([startsOn, dueOn]).toEqual([null, '2026-03-05'])
})
