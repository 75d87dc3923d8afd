import { expect, test } from 'vitest'
import { loadOf } from './load.ts'
import { findOverloads } from './overloads.ts'
import { levelledBy } from './testing/properties.ts'
import { assign, clock, DAY, minute, person, plan, pooled, task } from './testing/small-pool.ts'

/** A day of work, a day of rest, and a second day of work: from Monday to Wednesday. */
const SPLIT = { durationMin: 2 * DAY, splits: [{ afterMin: DAY, pauseMin: DAY }] }
const crane = person('crane', { kind: 'machine' })
const WEEK = { fromOn: '2026-11-02', toOn: '2026-11-06', by: 'day' as const } // A literal of the type.

const monday = { startAt: minute('2026-11-02T08:00'), finishAt: minute('2026-11-04T17:00') }

function workOfWeek(...[tasks, assignments]: [Parameters<typeof plan>[0], ReturnType<typeof assign>[]]) {
  const one = pooled(plan(tasks), [crane], assignments)
  const [load] = loadOf(
    one,
    tasks.map(({ id }) => ({ id, ...monday })),
    WEEK,
  )
  return load?.buckets.map(({ workMin }) => workMin)
}

test('a gap takes nothing of whoever does the work', () => {
  expect(workOfWeek([task('a', SPLIT)], [assign('a', 'crane')])).toEqual([DAY, 0, DAY, 0, 0])
})

test('whoever is done before the gap is not there behind it, and whoever is done later is', () => {
  const work = (workMin: number) => workOfWeek([task('a', SPLIT)], [assign('a', 'crane', { workMin })])
  expect(work(300)).toEqual([300, 0, 0, 0, 0])
  expect(work(600)).toEqual([DAY, 0, 120, 0, 0])
})

test('work that people dated is spread over its parts', () => {
  const given = task('a', { ...SPLIT, manual: monday })
  expect(workOfWeek([given], [assign('a', 'crane', { workMin: 600 })])).toEqual([300, 0, 300, 0, 0])
})

test('what another does in the gap is no overload', () => {
  const one = pooled(
    plan([task('a', SPLIT), task('b')]),
    [crane],
    ['a', 'b'].map((id) => assign(id, 'crane')),
  )
  const tuesday = { startAt: minute('2026-11-03T08:00'), finishAt: minute('2026-11-03T17:00') }
  const dates = [
    { id: 'a', ...monday },
    { id: 'b', ...tuesday },
  ]
  expect(findOverloads(one, dates)).toEqual([])
})

/** Starts of a task that is split and of others that need the same crane. */
function startsWith(...others: Parameters<typeof plan>[0][number][]) {
  const tasks = [task('a', SPLIT), ...others]
  const input = {
    plans: [plan(tasks)],
    resources: [crane],
    assignments: tasks.map(({ id }) => assign(id, 'crane')),
    frozenUntil: null,
  }
  return Object.fromEntries(levelledBy(input, 50).tasks.map(({ id, startAt }) => [id, clock(startAt)]))
}

test('levelling puts other work into the gap', () => {
  const gap = '2026-11-03T08:00'
  expect(startsWith(task('b'))).toEqual({ a: '2026-11-02T08:00', b: gap })
  // What does not fit into it waits until all parts are done.
  expect(startsWith(task('b', { durationMin: DAY + 1 }))).not.toMatchObject({ b: gap })
})

test('each part waits until the resource is free', () => {
  const wednesday = { startAt: minute('2026-11-04T08:00'), finishAt: minute('2026-11-04T17:00') }
  // It rests then, when it begins a day later.
  expect(startsWith(task('fixed', { manual: wednesday })).a).toBe('2026-11-03T08:00')
  const noon = { startAt: minute('2026-11-04T08:00'), finishAt: minute('2026-11-04T12:00') }
  // Its second part cannot begin before noon, and it moves as a whole.
  expect(startsWith(task('fixed', { manual: noon })).a).toBe('2026-11-02T13:00')
})
