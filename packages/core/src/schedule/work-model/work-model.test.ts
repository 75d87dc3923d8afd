import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addAssignee, removeAssignee } from './change-assignees.ts'
import { changeWork, type WorkChange } from './change-work.ts'
import { durationOf, sumWork, type TaskType, type TaskWork, type WorkShare } from './task-work.ts'

const DAY = 480
const share = (id: string, units: number, workMin: number): WorkShare => ({ id, units, workMin })

const task = (
  taskType: TaskType | null,
  shares: readonly WorkShare[],
  more: Partial<TaskWork> = {},
): TaskWork => ({
  taskType,
  isEffortDriven: false,
  durationMin: durationOf(shares),
  workMin: sumWork(shares),
  shares,
  ...more,
})

function done(result: ReturnType<typeof changeWork>): TaskWork {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const figures = ({ durationMin, workMin, shares }: TaskWork) => ({
  durationMin,
  workMin,
  units: shares.map(({ units }) => units),
})

// One resource for ten days, as in Microsoft's table "In a fixed ... task, if you revise ... , ... is recalculated"
// (Change the task type Project uses to calculate task duration).
const TEN_DAYS = [share('a', 1, 10 * DAY)]
test.each<[TaskType, WorkChange, ReturnType<typeof figures>]>([
  ['units', { kind: 'units', id: 'a', units: 2 }, { durationMin: 5 * DAY, workMin: 10 * DAY, units: [2] }],
  [
    'units',
    { kind: 'duration', durationMin: 5 * DAY },
    { durationMin: 5 * DAY, workMin: 5 * DAY, units: [1] },
  ],
  ['units', { kind: 'work', workMin: 20 * DAY }, { durationMin: 20 * DAY, workMin: 20 * DAY, units: [1] }],
  ['work', { kind: 'units', id: 'a', units: 2 }, { durationMin: 5 * DAY, workMin: 10 * DAY, units: [2] }],
  [
    'work',
    { kind: 'duration', durationMin: 5 * DAY },
    { durationMin: 5 * DAY, workMin: 10 * DAY, units: [2] },
  ],
  ['work', { kind: 'work', workMin: 20 * DAY }, { durationMin: 20 * DAY, workMin: 20 * DAY, units: [1] }],
  [
    'duration',
    { kind: 'units', id: 'a', units: 0.5 },
    { durationMin: 10 * DAY, workMin: 5 * DAY, units: [0.5] },
  ],
  [
    'duration',
    { kind: 'duration', durationMin: 5 * DAY },
    { durationMin: 5 * DAY, workMin: 5 * DAY, units: [1] },
  ],
  ['duration', { kind: 'work', workMin: 5 * DAY }, { durationMin: 10 * DAY, workMin: 5 * DAY, units: [0.5] }],
])('a task that holds its %s: %o', (taskType, change, expected) => {
  expect(figures(done(changeWork(task(taskType, TEN_DAYS), change)))).toEqual(expected)
})

// Microsoft Project 98 Step by Step, Fixed-Duration Tasks: two painters for four days; two more come, and each
// works half the time; in two days the four then do 32 hours.
test('painters share what two of them would have painted, and paint half of it in half the time', () => {
  const two = task('duration', [share('a', 1, 4 * DAY), share('b', 1, 4 * DAY)], { isEffortDriven: true })
  const three = done(addAssignee(two, { id: 'c', units: 1, workMin: null }))
  const four = done(addAssignee(three, { id: 'd', units: 0.667, workMin: null }))
  expect(figures(four)).toEqual({ durationMin: 4 * DAY, workMin: 64 * 60, units: [0.5, 0.5, 0.5, 0.5] })
  const shorter = done(changeWork(four, { kind: 'duration', durationMin: 2 * DAY }))
  expect(figures(shorter)).toEqual({ durationMin: 2 * DAY, workMin: 32 * 60, units: [0.5, 0.5, 0.5, 0.5] })
})

test('who comes to an effort-driven task makes it shorter, to another one brings work along', () => {
  const one = task('units', TEN_DAYS)
  const coming = { id: 'b', units: 1, workMin: null }
  expect(figures(done(addAssignee({ ...one, isEffortDriven: true }, coming)))).toEqual({
    durationMin: 5 * DAY,
    workMin: 10 * DAY,
    units: [1, 1],
  })
  expect(figures(done(addAssignee(one, coming)))).toEqual({
    durationMin: 10 * DAY,
    workMin: 20 * DAY,
    units: [1, 1],
  })
})

test('whoever comes first takes over the estimate, or as much as the duration leaves time for', () => {
  const nobody = task('units', [], { durationMin: 2 * DAY, workMin: DAY })
  const half = { id: 'a', units: 0.5, workMin: null }
  expect(figures(done(addAssignee(nobody, half)))).toEqual({
    durationMin: 2 * DAY,
    workMin: DAY,
    units: [0.5],
  })
  expect(figures(done(addAssignee({ ...nobody, workMin: 0 }, half)))).toMatchObject({ workMin: DAY })
  const held = task('duration', [], { durationMin: 2 * DAY, workMin: 60 })
  expect(figures(done(addAssignee(held, half)))).toMatchObject({ durationMin: 2 * DAY, workMin: DAY })
})

test('a task ends when the last has done its share', () => {
  expect(durationOf([share('a', 1, 480), share('b', 0.6, 480)])).toBe(800)
  expect(durationOf([])).toBe(0)
})

test('the work of one share changes the task', () => {
  const two = task('units', [share('a', 1, 480), share('b', 1, 480)])
  expect(figures(done(changeWork(two, { kind: 'share', id: 'b', workMin: 960 })))).toEqual({
    durationMin: 960,
    workMin: 1440,
    units: [1, 1],
  })
  const held = done(changeWork({ ...two, taskType: 'duration' }, { kind: 'share', id: 'b', workMin: 240 }))
  expect(figures(held)).toEqual({ durationMin: 480, workMin: 720, units: [1, 0.5] })
})

test('around the clock nothing follows', () => {
  const hardening = task(null, [share('a', 1, 60)], { durationMin: 4_320 })
  const longer = done(changeWork(hardening, { kind: 'duration', durationMin: 5_760 }))
  expect(figures(longer)).toEqual({ durationMin: 5_760, workMin: 60, units: [1] })
})

test('what cannot be done is refused', () => {
  const one = task('work', TEN_DAYS)
  const beyond = { ok: false, refusal: { code: 'schedule.units_beyond' } }
  expect(changeWork(one, { kind: 'duration', durationMin: 0 })).toMatchObject(beyond)
  expect(changeWork(one, { kind: 'units', id: 'a', units: 1_001 })).toMatchObject(beyond)
  const unknown = { ok: false, refusal: { code: 'schedule.assignment_unknown' } }
  expect(changeWork(one, { kind: 'share', id: 'z', workMin: 1 })).toMatchObject(unknown)
  expect(removeAssignee(one, 'z')).toMatchObject(unknown)
})

// Quarters of a resource and whole quarters of an hour, so that rounding plays no part.
const units = fc.integer({ min: 1, max: 12 }).map((count) => count / 4)
const taskType = fc.constantFrom<TaskType>('units', 'work', 'duration')
const tasks = fc
  .record({
    taskType,
    isEffortDriven: fc.boolean(),
    all: fc.array(units, { minLength: 1, maxLength: 4 }),
    days: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ all, days, ...rest }) => {
    const shares = all.map((each, index) => share(String(index), each, each * days * DAY))
    return task(rest.taskType, shares, rest)
  })
const change = fc.oneof(
  fc.record({ kind: fc.constant('duration' as const), durationMin: fc.integer({ min: 1, max: 9_600 }) }), // A literal of the type.
  fc.record({ kind: fc.constant('work' as const), workMin: fc.nat(9_600) }), // As above.
  fc.record({ kind: fc.constant('units' as const), id: fc.constant('0'), units }), // As above.
  fc.record({ kind: fc.constant('share' as const), id: fc.constant('0'), workMin: fc.nat(9_600) }), // As above.
)

test('work is the sum of shares, nothing is negative, and what is held stays, whatever changes', () => {
  expect(() =>
    fc.assert(
      fc.property(tasks, fc.array(change, { maxLength: 4 }), units, (before, changes, coming) => {
        let at = before
        for (const each of changes) {
          const after = changeWork(at, each)
          if (!after.ok) continue
          if (at.taskType === 'duration' && each.kind !== 'duration')
            expect(after.value.durationMin).toBe(at.durationMin)
          if (at.taskType === 'work' && (each.kind === 'duration' || each.kind === 'units'))
            expect(after.value.workMin).toBe(at.workMin)
          at = after.value
        }
        const joined = addAssignee(at, { id: 'new', units: coming, workMin: null })
        if (joined.ok) at = joined.value
        expect(at.workMin).toBe(sumWork(at.shares))
        expect(at.shares.every((each) => each.units > 0 && each.workMin >= 0)).toBe(true)
        expect(at.durationMin).toBeGreaterThanOrEqual(0)
      }),
    ),
  ).not.toThrow()
})

test('what is changed and taken back is as it was', () => {
  expect(() =>
    fc.assert(
      fc.property(tasks, fc.integer({ min: 2, max: 5 }), (before, factor) => {
        const { durationMin, workMin } = before
        const back = (one: WorkChange, other: WorkChange) =>
          done(changeWork(done(changeWork(before, one)), other))
        expect(back({ kind: 'work', workMin: workMin * factor }, { kind: 'work', workMin })).toEqual(before)
        expect(
          back({ kind: 'duration', durationMin: durationMin * 5 }, { kind: 'duration', durationMin }),
        ).toEqual(before)
      }),
    ),
  ).not.toThrow()
})

test('who comes and goes again leaves a task as it was, unless its duration is held', () => {
  expect(() =>
    fc.assert(
      fc.property(tasks, units, (before, coming) => {
        fc.pre(before.taskType !== 'duration')
        const joined = done(addAssignee(before, { id: 'new', units: coming, workMin: null }))
        expect(done(removeAssignee(joined, 'new'))).toEqual(before)
      }),
    ),
  ).not.toThrow()
})
