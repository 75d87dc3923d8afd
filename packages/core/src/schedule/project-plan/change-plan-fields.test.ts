import { expect, test } from 'vitest'
import { changePlanFields, type PlanFields, type PlannedItem, type PlanPatch } from './change-plan-fields.ts'

const NINE = Date.parse('2027-03-01T09:00:00Z')
const HOUR = 3_600_000

const BLANK: PlanFields = {
  startAt: null,
  finishAt: null,
  durationMin: null,
  isElapsed: false,
  isHammock: false,
  percentComplete: 0,
  isManual: false,
  constraintKind: null,
  constraintAt: null,
  deadlineAt: null,
  levelledAt: null,
  calendarId: null,
  actualStartAt: null,
  actualFinishAt: null,
  remainingMin: null,
  splits: [],
  resumeAt: null,
  taskType: 'units',
  isEffortDriven: false,
  quantity: null,
  quantityUnit: '',
  normMin: null,
  fixedCostMinor: null,
}
const item: PlannedItem = {
  ...{ title: 'Slab', isSummary: false, isMilestone: false, hasOwnDays: false },
  effortMin: null,
}

const change = (before: Partial<PlanFields>, patch: PlanPatch, about: PlannedItem = item) =>
  changePlanFields({ ...BLANK, ...before }, patch, about)

test('what is not given stays as it is', () => {
  const before = { durationMin: 480, deadlineAt: NINE }
  expect(change(before, { durationMin: 960, deadlineAt: undefined })).toMatchObject({
    ok: true,
    value: { durationMin: 960, deadlineAt: NINE },
  })
})

test('a constraint that names no moment loses its date', () => {
  const before = { constraintKind: 'SNET', constraintAt: NINE } as const // One of the kinds.
  expect(change(before, { constraintKind: null })).toMatchObject({ value: { constraintAt: null } })
  expect(change(before, { constraintKind: 'ALAP' })).toMatchObject({ value: { constraintAt: null } })
})

test('progress begins work where it was planned, and forgets what was said to be left', () => {
  const before = { startAt: NINE, finishAt: NINE + 8 * HOUR, durationMin: 480, remainingMin: 30 }
  expect(change(before, { percentComplete: 25 })).toMatchObject({
    value: { actualStartAt: NINE, remainingMin: null },
  })
})

test.each<[string, Partial<PlanFields>, PlanPatch, Partial<PlannedItem>]>([
  ['schedule.summary_spans', {}, { durationMin: 480 }, { isSummary: true }],
  ['schedule.dates_follow_links', {}, { startAt: NINE }, {}],
  ['schedule.manual_needs_dates', {}, { isManual: true }, {}],
  ['schedule.constraint_needs_date', {}, { constraintKind: 'MSO' }, {}],
  ['schedule.date_outside', {}, { deadlineAt: Date.UTC(1899, 11, 31) }, {}],
  ['schedule.date_outside', {}, { deadlineAt: Date.UTC(2201, 0, 1) }, {}],
  ['schedule.dates_reversed', { isManual: true }, { startAt: NINE, finishAt: NINE - HOUR }, {}],
  ['schedule.dates_reversed', {}, { actualStartAt: NINE, actualFinishAt: NINE - HOUR }, {}],
  ['schedule.split_empty', {}, { splits: [{ afterMin: 60, pauseMin: 0 }] }, {}],
  ['schedule.split_empty', {}, { splits: [{ afterMin: 60, pauseMin: -60 }] }, {}],
  ['schedule.split_outside', {}, { splits: [{ afterMin: 0, pauseMin: 60 }] }, {}],
  ['schedule.split_outside', {}, { splits: [{ afterMin: 480, pauseMin: 60 }] }, {}],
  ['schedule.split_outside', {}, { splits: [{ afterMin: 60, pauseMin: 60 }] }, { isMilestone: true }],
  ['schedule.splits_overlap', {}, { splits: [240, 240].map((afterMin) => ({ afterMin, pauseMin: 60 })) }, {}],
  ['schedule.splits_overlap', {}, { splits: [300, 240].map((afterMin) => ({ afterMin, pauseMin: 60 })) }, {}],
  ['schedule.summary_spans', {}, { splits: [] }, { isSummary: true }],
  ['schedule.resumes_before_start', {}, { resumeAt: NINE }, {}],
  ['schedule.resumes_before_start', { actualStartAt: NINE }, { resumeAt: NINE - HOUR }, {}],
])('refused with %s', (code, before, patch, about) => {
  expect(change(before, patch, { ...item, ...about })).toEqual({
    ok: false,
    refusal: { code, params: { item: 'Slab' } },
  })
})

test('work is split within its duration, its effort, or the day that it takes otherwise', () => {
  const splits = [{ afterMin: 600, pauseMin: 60 }]
  expect(change({ durationMin: 960 }, { splits })).toMatchObject({ value: { splits } })
  expect(change({}, { splits }, { ...item, effortMin: 960 })).toMatchObject({ value: { splits } })
  expect(change({}, { splits }).ok).toBe(false)
})

test('work that becomes shorter forgets the gaps behind its end', () => {
  const [early, late] = [240, 720].map((afterMin) => ({ afterMin, pauseMin: 480 }))
  const before = { durationMin: 960, splits: [early, late].filter((split) => split !== undefined) }
  expect(change(before, { durationMin: 720 })).toMatchObject({ value: { splits: [early] } })
  expect(change(before, { durationMin: 1440 })).toMatchObject({ value: { splits: [early, late] } })
})

test('a summary may have a deadline, and an item with days of its own may be planned by hand', () => {
  expect(change({}, { deadlineAt: NINE }, { ...item, isSummary: true }).ok).toBe(true)
  expect(change({}, { isManual: true }, { ...item, hasOwnDays: true }).ok).toBe(true)
})
