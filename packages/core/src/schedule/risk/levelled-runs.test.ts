import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/index.ts'
import { percentileOf, type RiskPlan, type RiskTask, runRisk, type Spread } from '../index.ts'
import { type Batch, drawBatch, makeBatch, passLevelled } from './batch.ts'
import { compileRisk } from './compile-risk.ts'
import { BATCH } from './run-batch.ts'

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
    ['who waits for all is overtaken by who does not', 2, [[['m', 1]], [['m', 2]], [['m', 1]]], 20],
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

  test('what keeps its place does not wait, and all others wait for it', () => {
    const needs: Needs = [['m', 1]]
    const [a, b, c] = [0, 1, 2].map((at) => task(String(at), sure(10), { priority: at, needs }))
    if (!a?.levelling || !b?.levelling || !c) throw new Error('there are three')
    const kept = { ...b, levelling: { ...b.levelling, keepsPlace: true } }
    expect(finishOf({ tasks: [a, kept, c], links: [], resources: [{ id: 'm', units: 1 }] })).toBe(30)
  })

  test('nobody overtakes where that keeps somebody waiting who comes first', () => {
    const tasks = [
      task('a', sure(10), { priority: 0, needs: [['m', 1]] }),
      task('b', sure(10), {
        priority: 1,
        needs: [
          ['m', 1],
          ['n', 1],
        ],
      }),
      task('c', sure(11), { priority: 2, needs: [['n', 1]] }),
    ]
    const resources = ['m', 'n'].map((id) => ({ id, units: 1 }))
    expect(finishOf({ tasks, links: [], resources })).toBe(31)
    const shorter = tasks.map((each) => (each.id === 'c' ? { ...each, duration: sure(10) } : each))
    expect(finishOf({ tasks: shorter, links: [], resources })).toBe(20)
  })

  test.each<[string, RiskTask, Omit<RiskPlan, 'tasks' | 'links'>, number]>([
    [
      'who is away waits for their return',
      task('a', sure(10), { priority: 0, needs: [['m', 1]] }),
      {
        resources: [
          {
            ...{ id: 'm', units: 1 },
            changes: [
              { fromMin: 5, units: 0 },
              { fromMin: 20, units: 1 },
            ],
          },
        ],
      },
      30,
    ],
    [
      'what rests on holidays goes on behind them',
      {
        ...task('a', sure(10), { priority: 0, needs: [['m', 1]] }),
        calendar: 0,
      },
      { resources: [{ id: 'm', units: 1, calendar: 0 }], calendars: [[{ fromMin: 5, toMin: 20 }]] },
      25,
    ],
    [
      'of whom there never is enough again, nobody waits for',
      task('a', sure(10), { priority: 0, needs: [['m', 1]] }),
      { resources: [{ id: 'm', units: 1, changes: [{ fromMin: 5, units: 0 }] }] },
      10,
    ],
  ])('%s', (_name, one, rest, expected) => {
    expect(finishOf({ tasks: [one], links: [], ...rest })).toBe(expected)
  })

  test('others work in the gaps of split work', () => {
    const split: RiskTask = {
      ...task('a', sure(10), { priority: 0, needs: [['m', 1]] }),
      rests: [{ afterShare: 0.5, restMin: 20 }],
    }
    const needs: Needs = [['m', 1]]
    const others = [1, 2].map((priority) => task(String(priority), sure(10), { priority, needs }))
    expect(finishOf({ tasks: [split, ...others], links: [], resources: [{ id: 'm', units: 1 }] })).toBe(30)
  })

  test('a run comes to what minute by minute comes to, and takes no more than there is', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 10 }), (wishes) => {
        const plan = planOf(wishes)
        const { finish, used } = minuteByMinute(plan)
        expect(finishOf(plan)).toBeCloseTo(finish, 3)
        expect(used.every(({ m, n }, minute) => m <= capacityAt(minute) && n <= 1)).toBe(true)
      }),
      { seed: 20270301, numRuns: 400 },
    )
  })

  test('no run takes more than there is, whatever durations it draws', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 2, maxLength: 10 }), fc.nat(), (wishes, seed) => {
        const plan = planOf(wishes)
        const uncertain = {
          ...plan,
          tasks: plan.tasks.map((each) => ({
            ...each,
            duration: { kind: 'uniform', low: 0, high: 40 } as const,
          })),
        }
        expect(usedIn(uncertain, seed).filter(({ at, m, n }) => m > capacityAt(at) || n > 1)).toEqual([])
      }),
      { seed: 20270302, numRuns: 100 },
    )
  })
})

/** Between these minutes whoever has a calendar does nothing. */
const AWAY = [
  { fromMin: 4, toMin: 11 },
  { fromMin: 25, toMin: 31 },
]
const isAway = (minute: number) => AWAY.some(({ fromMin, toMin }) => fromMin <= minute && minute < toMin)
/** There are four of machine m, for a while only two. */
const capacityAt = (minute: number) => (minute >= 8 && minute < 20 ? 2 : 4)

const wish = fc.record({
  minutes: fc.integer({ min: 0, max: 12 }),
  units: fc.integer({ min: 1, max: 4 }),
  /** Whether it also needs n, who is away at times; or is itself only worked on then. */
  who: fc.constantFrom('m', 'm and n', 'm by calendar'),
  rest: fc.option(
    fc.record({ after: fc.integer({ min: 1, max: 11 }), restMin: fc.integer({ min: 1, max: 9 }) }),
  ),
  after: fc.nat(12),
})
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never

function planOf(wishes: readonly Wish[]): RiskPlan {
  return {
    tasks: wishes.map(({ minutes, units, who, rest }, at) => {
      const needs: Needs = [['m', units], ...(who === 'm and n' ? [['n', 1] as const] : [])] // A pair.
      const rests =
        rest && rest.after < minutes ? [{ afterShare: rest.after / minutes, restMin: rest.restMin }] : []
      return {
        ...task(String(at), sure(minutes), { priority: at, needs }),
        ...{ rests, ...(who === 'm' ? {} : { calendar: 0 }) },
      }
    }),
    links: wishes.flatMap(({ after }, at) =>
      after < at ? [{ from: String(after), to: String(at), kind: 'FS' as const, lagMin: 0 }] : [],
    ),
    calendars: [AWAY],
    resources: [
      {
        ...{ id: 'm', units: 4 },
        changes: [
          { fromMin: 8, units: 2 },
          { fromMin: 20, units: 4 },
        ],
      },
      { id: 'n', units: 1, calendar: 0 },
    ],
  }
}

type Used = { readonly m: number; readonly n: number }

/** The reference: tasks in their order, each begun at the first minute from which all of its minutes fit. */
function minuteByMinute({ tasks, links }: RiskPlan): {
  readonly finish: number
  readonly used: readonly Used[]
} {
  const used = Array.from({ length: 1000 }, () => ({ m: 0, n: 0 }))
  const finishes = new Map<string, number>()
  for (const each of tasks) {
    let start = Math.max(
      0,
      ...links.flatMap(({ from, to }) => (to === each.id ? [finishes.get(from) ?? 0] : [])),
    )
    const need = (id: string) =>
      each.levelling?.needs.reduce(
        (sum, { resourceId, units }) => sum + (resourceId === id ? units : 0),
        0,
      ) ?? 0
    const [m, n] = [need('m'), need('n')]
    const fits = (minute: number) => {
      const now = used[minute] ?? { m: 0, n: 0 }
      return now.m + m <= capacityAt(minute) && now.n + n <= 1
    }
    for (;;) {
      while (each.calendar === 0 && isAway(start)) start += 1
      if (minutesOf(each, start).every(fits)) break
      start += 1
    }
    const worked = minutesOf(each, start)
    for (const minute of worked) {
      const now = used[minute]
      if (now) used[minute] = { m: now.m + m, n: now.n + n }
    }
    finishes.set(each.id, (worked.at(-1) ?? start - 1) + 1)
  }
  return { finish: Math.max(0, ...finishes.values()), used }
}

/** The minutes in which a task is worked on that begins at one of them. */
function minutesOf({ duration, rests = [], calendar }: RiskTask, start: number): readonly number[] {
  const total = duration.kind === 'point' ? duration.value : 0
  const worked: number[] = []
  const [rest] = rests
  let rested = 0
  for (let minute = start; worked.length < total; minute += 1) {
    if (calendar === 0 && isAway(minute)) continue
    const isResting = rest && worked.length === Math.round(rest.afterShare * total) && rested < rest.restMin
    if (isResting) rested += 1
    else worked.push(minute)
  }
  return worked
}

/** What is taken halfway between any two moments at which something begins or ends, in each of 64 runs. */
function usedIn(plan: RiskPlan, seed: number): readonly (Used & { readonly at: number })[] {
  const compiled = compileRisk(plan)
  const batch = makeBatch(compiled, seededRandom(seed))
  drawBatch(batch)
  if (!batch.levelled) throw new Error('it is levelled')
  passLevelled(batch, batch.levelled)
  return Array.from({ length: BATCH }, (_, run) => {
    const spans = Array.from(compiled.order, (index, place) => {
      const each = plan.tasks[index]
      const own = each ? stretchesOf(each, batch, place * BATCH + run) : []
      return own.map((span) => ({ ...span, needs: each?.levelling?.needs ?? [] }))
    }).flat()
    const edges = [...spans.flatMap(({ from, to }) => [from, to]), 8, 20].toSorted((a, b) => a - b)
    return edges.flatMap((edge, index) => {
      const next = edges[index + 1] ?? edge
      // Less than a hair is as good as nothing.
      if (next - edge < 1e-5) return []
      const at = (edge + next) / 2
      const needs = spans.flatMap(({ from, to, needs: own }) => (from < at && at < to ? own : []))
      const sum = (id: string) =>
        needs.reduce((total, { resourceId, units }) => total + (resourceId === id ? units : 0), 0)
      return [{ at, m: sum('m'), n: sum('n') }]
    })
  }).flat()
}

/** The stretches of its own time in which a task is worked on, step by step from its start. */
function stretchesOf({ rests = [], calendar }: RiskTask, { starts, durations }: Batch, at: number) {
  const total = durations[at] ?? 0
  const [rest] = rests
  const steps = rest
    ? [
        { min: total * rest.afterShare, works: true },
        { min: rest.restMin, works: false },
        { min: total * (1 - rest.afterShare), works: true },
      ]
    : [{ min: total, works: true }]
  const found: { readonly from: number; readonly to: number }[] = []
  let now = starts[at] ?? 0
  for (const { min, works } of steps) {
    for (let left = min; left > 1e-9; ) {
      const pause = calendar === 0 ? AWAY.find(({ toMin }) => toMin > now) : undefined
      if (pause && now >= pause.fromMin) {
        now = pause.toMin
        continue
      }
      const to = Math.min(now + left, pause?.fromMin ?? Infinity)
      if (works) found.push({ from: now, to })
      left -= to - now
      now = to
    }
  }
  return found
}
