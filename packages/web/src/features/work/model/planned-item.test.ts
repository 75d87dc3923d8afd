import type { PlannedDatesView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { textsShift } from '../texts-shift.ts'
import type { Lookup } from './lookup.ts'
import { onPlannedDays, whyNotShifted } from './planned-item.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const item = { id: 'a', startsOn: '2026-01-01', dueOn: null, isMilestone: false } as unknown as WorkItem // As far as days go.

const planned = (startAt: number | null, finishAt: number | null): PlannedDatesView => ({
  ...{ itemId: 'a', startAt, finishAt, deadlineAt: null },
  ...{ percentComplete: 0, isCritical: false, totalFloatMin: null },
  ...{ containerId: 'tower', fixed: null },
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

test('a planned bar is moved by whoever may change its plan, unless something else says where it is', () => {
  const as = (myRole: string | null, archivedAt: number | null = null) => {
    const known = myRole === null ? [] : [['tower', { myRole, archivedAt }] as const]
    return { containers: new Map(known) } as unknown as Lookup // What is asked of it here.
  }
  const free = { containerId: 'tower', fixed: null }
  expect(whyNotShifted(free, as('contributor'))).toBeNull()
  expect(whyNotShifted(free, as('manager'))).toBeNull()
  for (const nobody of [as('viewer'), as('commenter'), as(null), as('manager', 1)])
    expect(whyNotShifted(free, nobody)).toBe(textsShift.noRight)
  expect(whyNotShifted({ ...free, fixed: 'summary' }, as('manager'))).toBe(textsShift.fixed.summary)
  expect(whyNotShifted({ ...free, fixed: 'done' }, as('viewer'))).toBe(textsShift.fixed.done)
})
