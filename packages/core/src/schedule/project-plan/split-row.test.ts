import { expect, test } from 'vitest'
import { ProjectCalculation } from './project-calculation.ts'
import type { ProjectRow } from './project-plan.ts'
import { movePart, type SplitGround, splitRow } from './split-row.ts'

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
const DAY = 480

const ground: SplitGround = {
  ...{ calendars: [], resources: [], assignments: [], timeZone: 'UTC', laterPhaseIds: new Set() },
  settings: {
    ...{ isScheduled: true, startAt: at('2027-03-01'), statusAt: null, calendarId: null },
    ...{ lagCalendar: 'project', precedence: 'logic', progressRule: 'retained' },
    ...{ criticalMin: 0, nearCriticalMin: 0 },
  },
}

const BLANK: ProjectRow = {
  ...{ itemId: 'a', parentId: null, isSummary: false, isMilestone: false, isDone: false, effortMin: null },
  ...{ startAt: null, finishAt: null, datesFrom: 'plan', durationMin: 5 * DAY, isElapsed: false },
  ...{ percentComplete: 0, isManual: false, constraintKind: null, constraintAt: null, deadlineAt: null },
  ...{ levelledAt: null, calendarId: null, startedAt: null, finishedAt: null, actualStartAt: null },
  ...{ actualFinishAt: null, remainingMin: null, splits: [], resumeAt: null, phaseId: null },
  ...{ taskType: 'units', isHammock: false },
}

/** A row of five days from Monday on, where its plan puts it. */
function row(values: Partial<ProjectRow> = {}): ProjectRow {
  const bare = { ...BLANK, ...values }
  const plan = { ...ground, rows: [bare], links: [] }
  const placed = new ProjectCalculation().place(plan)
  const [dates] = placed.ok ? placed.value : []
  return { ...bare, startAt: dates?.startAt ?? null, finishAt: dates?.finishAt ?? null }
}

const split = (afterDays: number, pauseDays: number) => ({
  afterMin: afterDays * DAY,
  pauseMin: pauseDays * DAY,
})
const TWO = [split(1, 2), split(3, 1)]

test('a row is split where a moment lies in its work', () => {
  const rest = { at: at('2027-03-03', 8), pauseMin: DAY }
  expect(splitRow(ground, row(), rest)).toEqual([split(2, 1)])
  // A day is done on Monday, and what lies on Friday is the third.
  const friday = { at: at('2027-03-05', 8), pauseMin: DAY }
  expect(splitRow(ground, row({ splits: [split(1, 2)] }), friday)).toEqual([split(1, 2), split(2, 1)])
})

test('a gap in a gap lies at the same place, and is refused as that', () => {
  const rest = { at: at('2027-03-03', 8), pauseMin: DAY }
  expect(splitRow(ground, row({ splits: [split(1, 2)] }), rest)).toEqual([split(1, 2), split(1, 1)])
})

test('of work that has begun what is left is split', () => {
  const begun = row({
    actualStartAt: at('2027-03-01', 8),
    percentComplete: 20,
    resumeAt: at('2027-03-08', 8),
  })
  expect(splitRow(ground, begun, { at: at('2027-03-10', 8), pauseMin: DAY })).toEqual([split(3, 1)])
})

test('a part that moves leaves those behind it where they are, as long as there is room', () => {
  const before = row({ splits: TWO })
  const later = movePart(ground, before, { gap: 0, to: at('2027-03-05', 8) })
  // It begins a day later, on Friday; the gap behind it is gone, and the last part begins where it did.
  expect(later).toEqual([split(1, 3)])
  expect(row({ splits: later ?? [] }).finishAt).toBe(before.finishAt)
  const earlier = movePart(ground, before, { gap: 0, to: at('2027-03-03', 8) })
  expect(earlier).toEqual([split(1, 1), split(3, 2)])
  expect(row({ splits: earlier ?? [] }).finishAt).toBe(before.finishAt)
})

test('a part that is moved to the one before it becomes one with it', () => {
  expect(movePart(ground, row({ splits: TWO }), { gap: 0, to: at('2027-03-01', 8) })).toEqual([split(3, 3)])
})

test('what has no place, no such gap, or rests because somebody said so, is not moved', () => {
  expect(splitRow(ground, BLANK, { at: at('2027-03-03'), pauseMin: DAY })).toBeNull()
  expect(movePart(ground, row(), { gap: 0, to: at('2027-03-03') })).toBeNull()
  const resting = row({
    actualStartAt: at('2027-03-01', 8),
    percentComplete: 20,
    resumeAt: at('2027-03-08', 8),
  })
  expect(movePart(ground, resting, { gap: 0, to: at('2027-03-03') })).toBeNull()
})
