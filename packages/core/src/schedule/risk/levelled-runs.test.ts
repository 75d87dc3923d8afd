import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentileOf, type RiskPlan, type RiskTask, runRisk, type Spread } from '../index.ts'

type Needs = readonly (readonly [resourceId: string, units: number])[]

function task(id: string, duration: Spread, levelling: { readonly priority: number; readonly needs: Needs }) {
  const needs = levelling.needs.map(([resourceId, units]) => ({ resourceId, units }))
  const one: RiskTask = {
    id,
    duration,
    levelling: { priority: levelling.priority, earliestStartMin: 0, needs, keepsPlace: false },
  }
  return one
}

const sure = (value: number): Spread => ({ kind: 'point', value })
const wide: Spread = { kind: 'uniform', low: 0, high: 1000 }
/** More than any queue has room for. */
const CROWD = 2 ** 32 - 1
const finishOf = (plan: RiskPlan) => percentileOf(runRisk(plan, { seed: 1, runs: 1 }).finish, 1)

describe('levelled within each run', () => {
  test('one person does two parallel tasks one after the other, and both are critical', () => {
    const needs: Needs = [['rosa', 1]]
    const tasks = [task('a', wide, { priority: 0, needs }), task('b', wide, { priority: 1, needs })]
    const found = runRisk(
      { tasks, links: [], resources: [{ id: 'rosa', units: 1 }] },
      { seed: 2, runs: 20_000 },
    )
    expect(Math.abs(found.finish.mean - 1000)).toBeLessThan(10)
    expect(found.unlevelledFinish?.mean ?? 0).toBeCloseTo((1000 * 2) / 3, -1)
    expect(found.tasks.map(({ criticalityIndex }) => criticalityIndex)).toEqual([1, 1])
  })

  test('links alone give the same answer as without resources: levelling draws no other numbers', () => {
    const tasks = ['a', 'b', 'c'].map((id, at) => task(id, wide, { priority: -at, needs: [['rosa', 0.5]] }))
    const links = [{ from: 'a', to: 'c', kind: 'FS', lagMin: 0 }] as const // An FS link.
    const plain = runRisk({ tasks, links }, { seed: 5, runs: 640 })
    const levelled = runRisk({ tasks, links, resources: [{ id: 'rosa', units: 1 }] }, { seed: 5, runs: 640 })
    expect(levelled.unlevelledFinish?.sorted).toEqual(plain.finish.sorted)
    expect(plain.unlevelledFinish).toBeNull()
  })

  test.each<[string, number, readonly Needs[], number]>([
    ['two machines take two of four at a time', 2, [[['m', 1]], [['m', 1]], [['m', 1]], [['m', 1]]], 20],
    ['halves share one', 1, [[['m', 0.5]], [['m', 0.5]], [['m', 0.5]]], 20],
    ['who takes all waits for all', 2, [[['m', 1]], [['m', 2]], [['m', 1]]], 30],
    ['more than there is takes all of it', 1, [[['m', 3]], [['m', 3]]], 20],
    [
      'of a crowd, one is on one task, and all on others',
      CROWD,
      [[['m', 1]], [['m', CROWD]], [['m', CROWD]]],
      30,
    ],
    ['nobody waits for what is not there', 1, [[['x', 1]], [['x', 1]]], 10],
  ])('%s', (_name, units, needs, expected) => {
    const tasks = needs.map((own, at) => task(String(at), sure(10), { priority: at, needs: own }))
    expect(finishOf({ tasks, links: [], resources: [{ id: 'm', units }] })).toBe(expected)
  })

  test('what keeps its place does not wait, but is waited for', () => {
    const needs: Needs = [['m', 1]]
    const [a, b, c] = [0, 1, 2].map((at) => task(String(at), sure(10), { priority: at, needs }))
    if (!a?.levelling || !b?.levelling || !c) throw new Error('there are three')
    const kept = { ...b, levelling: { ...b.levelling, keepsPlace: true } }
    expect(finishOf({ tasks: [a, kept, c], links: [], resources: [{ id: 'm', units: 1 }] })).toBe(20)
  })

  /** Minute by minute: in the order of the plan, who comes next starts as soon as enough is free. */
  function slowFinish(tasks: readonly RiskTask[], capacity: number): number {
    const taken: number[] = []
    const placed: { readonly finish: number; readonly units: number }[] = []
    let end = 0
    for (const { duration, levelling } of tasks) {
      const minutes = duration.kind === 'point' ? duration.value : 0
      const units = levelling?.needs[0]?.units ?? 0
      const busyAt = (at: number) => placed.reduce((sum, one) => sum + (one.finish > at ? one.units : 0), 0)
      let start = 0
      while (busyAt(start) + units > capacity) start += 1
      placed.push({ finish: start + minutes, units })
      for (let at = start; at < start + minutes; at += 1) taken[at] = (taken[at] ?? 0) + units
      end = Math.max(end, start + minutes)
    }
    expect(Math.max(0, ...taken.map((units) => units ?? 0))).toBeLessThanOrEqual(capacity)
    return end
  }

  test('nothing is ever taken twice, and nobody waits longer than minute by minute', () => {
    const one = fc.record({ minutes: fc.integer({ min: 0, max: 12 }), units: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 4, max: 6 }),
        (all, units) => {
          const tasks = all.map((each, at) =>
            task(String(at), sure(each.minutes), { priority: at, needs: [['m', each.units]] }),
          )
          const plan = { tasks, links: [], resources: [{ id: 'm', units }] }
          expect(finishOf(plan)).toBe(slowFinish(tasks, units))
        },
      ),
      { seed: 20270301, numRuns: 300 },
    )
  })

  test('shorter tasks never make it end later', () => {
    const one = fc.record({
      minutes: fc.integer({ min: 0, max: 12 }),
      less: fc.integer({ min: 0, max: 12 }),
      units: fc.integer({ min: 1, max: 3 }),
      resource: fc.constantFrom('m', 'n'),
      after: fc.nat(11),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), (all) => {
        const planOf = (shorter: boolean): RiskPlan => ({
          tasks: all.map(({ minutes, less, units, resource }, at) =>
            task(String(at), sure(Math.max(0, minutes - (shorter ? less : 0))), {
              ...{ priority: at, needs: [[resource, units]] },
            }),
          ),
          links: all.flatMap(({ after }, at) =>
            after < at ? [{ from: String(after), to: String(at), kind: 'FS' as const, lagMin: 0 }] : [],
          ),
          resources: [
            { id: 'm', units: 3 },
            { id: 'n', units: 2 },
          ],
        })
        expect(finishOf(planOf(true))).toBeLessThanOrEqual(finishOf(planOf(false)))
      }),
      { seed: 20270302, numRuns: 300 },
    )
  })
})
