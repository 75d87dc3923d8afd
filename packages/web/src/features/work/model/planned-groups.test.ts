import type { PlannedFacts, WorkItem } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { PLANNED_COLUMNS } from './columns/planned-columns.ts'
import { groupItems, groupKeys } from './grouping.ts'
import type { Lookup } from './lookup.ts'

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
const NOTHING: PlannedFacts = {
  ...{ plannedStartAt: null, plannedFinishAt: null, deadlineAt: null, totalFloatMin: null },
  ...{ percentComplete: null, isCritical: null, hasConflict: false, missesDeadline: false },
}
const planned = new Map<string, PlannedFacts>([
  ['slab', { ...NOTHING, plannedFinishAt: noon('2027-02-03'), isCritical: true, totalFloatMin: 0 }],
  ['walls', { ...NOTHING, plannedFinishAt: noon('2026-12-31'), isCritical: false, totalFloatMin: -480 }],
  // Already February where the organisation is.
  ['roof', { ...NOTHING, plannedFinishAt: Date.parse('2027-01-31T23:30:00Z'), percentComplete: 40 }],
])
const lookup = {
  fields: new Map(),
  organisation: { timeZone: 'Europe/Berlin' },
  planned,
} as unknown as Lookup
// As much of an item and of what it refers to as is read here.
const items = ['slab', 'walls', 'roof', 'fence'].map((id) => ({ id })) as unknown as readonly WorkItem[]

test('items are gathered by the month in which they are planned to be finished, the undated last', () => {
  const groups = groupItems(items, 'plannedFinish', { lookup, showEmpty: false })
  expect(groups.map(({ key, items: own }) => [key, own.map(({ id }) => id)])).toEqual([
    ['2026-12', ['walls']],
    ['2027-02', ['slab', 'roof']],
    ['', ['fence']],
  ])
})

test('what is critical, what is not, and what no plan tells of are groups', () => {
  const keys = items.map((item) => groupKeys(item, 'critical', lookup))
  expect(keys).toEqual([['yes'], ['no'], [''], ['']])
})

test('cells say what plans say, and nothing where no plan says anything', () => {
  const rows = items.map((item) =>
    PLANNED_COLUMNS.filter(({ id }) => id !== 'plannedFinish').map(({ text }) => text(item, lookup)),
  )
  expect(rows).toEqual([
    ['', '', '0 min', 'Critical', ''],
    ['', '', '−8 h', '', ''],
    ['', '', '', '', '40 %'],
    ['', '', '', '', ''],
  ])
})
