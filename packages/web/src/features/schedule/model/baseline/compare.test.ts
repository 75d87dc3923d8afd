import type { PhaseView, PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { planDays } from '../plan-days.ts'
import { readCalendars, USUAL_CALENDAR } from '../read-calendars.ts'
import { comparisonsAsCsv } from './as-csv.ts'
import { compare, countGone } from './compare.ts'
import { ordered } from './order.ts'
import { comparePhases, compareWhole } from './phases.ts'

const timeZone = 'UTC'
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
const days = planDays([at('2026-12-01'), at('2027-02-01')], {
  calendars: readCalendars([], timeZone),
  calendarId: USUAL_CALENDAR,
  timeZone,
})

type Sent = Partial<PlanRowView> & { readonly itemId: string }

const row = (sent: Sent) =>
  ({
    ...{
      startAt: null,
      finishAt: null,
      durationMin: null,
      isElapsed: false,
      isHammock: false,
      isMilestone: false,
    },
    ...{ calendarId: null, effortMin: null, costMinor: null, phaseId: null, isSummary: false },
    ...sent,
  }) as PlanRowView // What is compared, and nothing else.
const was = (itemId: string, startAt: number | null, finishAt: number | null, more = {}) => ({
  ...{ itemId, startAt, finishAt, durationMin: null, effortMin: null, costMinor: null, splits: [] },
  ...more,
})

const rows = [
  row({
    itemId: 'late',
    startAt: at('2026-12-11'),
    finishAt: at('2026-12-16'),
    phaseId: 'one',
    effortMin: 900,
  }),
  row({ itemId: 'same', startAt: at('2026-12-07', 8), finishAt: at('2026-12-09', 17), durationMin: 1440 }),
  row({
    itemId: 'early',
    startAt: at('2026-12-07'),
    finishAt: at('2026-12-08'),
    phaseId: 'one',
    costMinor: 5,
  }),
  row({ itemId: 'new', startAt: at('2026-12-28'), finishAt: at('2026-12-30') }),
  row({ itemId: 'undated', phaseId: 'two' }),
]
const before = [
  was('late', at('2026-12-10'), at('2026-12-12'), { effortMin: 600 }),
  // At another hour of the same days nothing has moved.
  was('same', at('2026-12-07', 10), at('2026-12-09', 16), { durationMin: 1440 }),
  was('early', at('2026-12-09'), at('2026-12-10'), { costMinor: 7 }),
  was('gone', at('2026-12-09'), at('2026-12-10')),
  was('undated', at('2026-12-09'), at('2026-12-10')),
]
const comparisons = compare(rows, before, days)

test('days then and now are told apart in working days', () => {
  expect(comparisons.map(({ kind }) => kind)).toEqual(['moved', 'same', 'moved', 'added', 'moved'])
  expect(comparisons[0]).toMatchObject({
    start: { was: '2026-12-10', is: '2026-12-11', by: 1 },
    // From Friday to Tuesday a weekend is not counted.
    finish: { was: '2026-12-11', is: '2026-12-15', by: 2 },
    days: { was: 2, is: 3, by: 1 },
    effortMin: { was: 600, is: 900, by: 300 },
  })
  expect(comparisons[2]).toMatchObject({ finish: { by: -2 }, costMinor: { by: -2 } })
  expect(comparisons[4]).toMatchObject({ finish: { was: '2026-12-09', is: null, by: null } })
  expect(countGone(rows, before)).toBe(1)
})

test('what slipped most comes first, what cannot be told last', () => {
  const order = (isDescending: boolean) =>
    ordered(comparisons, { by: 'finish', isDescending }).map((each) => each.row.itemId)
  expect(order(true)).toEqual(['late', 'same', 'early', 'new', 'undated'])
  expect(order(false)).toEqual(['early', 'same', 'late', 'new', 'undated'])
  expect(ordered(comparisons, { by: 'outline', isDescending: false })).toBe(comparisons)
})

test('phases go from their first day to their last, and sum up effort and cost', () => {
  // A phase has more to it, which does not matter here.
  const phases = ['one', 'two', 'empty'].map((id) => ({ id, name: id }) as PhaseView)
  const summed = comparePhases(comparisons, phases, days)
  expect(summed.map(({ name, count, movedCount }) => [name, count, movedCount])).toEqual([
    ['one', 2, 2],
    ['two', 1, 1],
    [null, 2, 0],
  ])
  expect(summed[0]).toMatchObject({
    start: { was: '2026-12-09', is: '2026-12-07', by: -2 },
    finish: { was: '2026-12-11', is: '2026-12-15', by: 2 },
    effortMin: { by: 300 },
  })
  expect(compareWhole(comparisons, days)).toMatchObject({ count: 5, finish: { is: '2026-12-29' } })
})

test('the table for spreadsheets has days, hours and whole money', () => {
  const words = {
    ...{ key: 'Key', title: 'Work' },
    was: (name: string) => `${name} then`,
    is: (name: string) => `${name} now`,
    difference: (name: string) => `${name} ±`,
    value: { start: 'Start', finish: 'Finish', days: 'Days', effortMin: 'Effort', costMinor: 'Cost' },
  }
  const named = comparisons
    .slice(0, 1)
    .map((each) => ({ ...each, row: { ...each.row, key: 'TWR-1', title: '=Slab, wet' } }))
  const [head, line] = comparisonsAsCsv(named, words, 100).split('\r\n')
  expect(head).toMatch(/^Key,Work,Start then,Start now,Start ±,Finish then/)
  expect(line).toBe('TWR-1,"\'=Slab, wet",2026-12-10,2026-12-11,1,2026-12-11,2026-12-15,2,2,3,1,10,15,5,,,')
})
