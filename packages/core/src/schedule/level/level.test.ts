import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildLevelNetwork,
  checkLevelled,
  justifyTwice,
  type LevelNetwork,
  type LevelProject,
  levelNetwork,
  startLevelSearch,
} from '../index.ts'

/** Three of these need both welders at once; the crane comes for two of them. */
const SMALL: LevelProject = {
  activities: [
    { duration: 3, demands: [2, 0] },
    { duration: 2, demands: [1, 1] },
    { duration: 4, demands: [1, 1] },
    { duration: 2, demands: [2, 0] },
    { duration: 1, demands: [0, 1] },
  ],
  links: [
    { from: 0, to: 3 },
    { from: 1, to: 4, lag: 1 },
  ],
  capacities: [2, 1],
}

function networkOf(project: LevelProject): LevelNetwork {
  const built = buildLevelNetwork(project)
  if (!built.ok) throw new Error(JSON.stringify(built.fault))
  return built.network
}

/** The shortest makespan below a limit, by trying every start of every activity: tiny projects only. */
function shortestOf(project: LevelProject, limit: number): number {
  const place = (starts: readonly number[], shortest: number): number => {
    if (checkLevelled(firstOf(project, starts.length), starts).length > 0) return shortest
    const next = project.activities[starts.length]
    if (!next) return finishOf(project, starts)
    let best = shortest
    for (let start = 0; start + next.duration < best; start++) best = place([...starts, start], best)
    return best
  }
  return place([], limit)
}

function firstOf({ activities, links, capacities }: LevelProject, count: number): LevelProject {
  const among = links.filter(({ from, to }) => Math.max(from, to) < count)
  return { activities: activities.slice(0, count), links: among, capacities }
}

function finishOf({ activities }: LevelProject, starts: readonly number[]): number {
  return Math.max(0, ...starts.map((start, i) => start + (activities[i]?.duration ?? 0)))
}

const units = (most: number) => fc.integer({ min: 0, max: most })

type Shape = {
  readonly most: number
  /** Periods of the longest activity; 5 when absent. */
  readonly longest?: number
  readonly capacity: number
  readonly hasTies: boolean
  readonly lagMin: number
}

/** Random projects whose links lead from lower to higher numbers, listed in a random order. */
function projects({ most, longest = 5, capacity, hasTies, lagMin }: Shape): fc.Arbitrary<LevelProject> {
  return fc.integer({ min: 1, max: 6 }).chain((resources) => {
    const activity = fc.record({
      duration: units(longest),
      demands: fc.array(units(capacity), { minLength: resources, maxLength: resources }),
      ...(hasTies ? { release: units(longest) } : {}),
    })
    const link = fc.tuple(units(most - 1), units(most - 1), fc.integer({ min: lagMin, max: 2 }))
    const varying = fc.array(units(capacity), { maxLength: 8 }).map((list) => [...list, capacity])
    return fc
      .record({
        activities: fc.array(activity, { minLength: 1, maxLength: most }),
        links: fc.array(link, { maxLength: 2 * most }),
        capacities: fc.array(hasTies ? fc.oneof(varying, fc.constant(capacity)) : fc.constant(capacity), {
          minLength: resources,
          maxLength: resources,
        }),
        turn: fc.boolean(),
      })
      .map(({ activities, links, capacities, turn }) => ({
        activities,
        links: links
          .filter(([a, b]) => a !== b && Math.max(a, b) < activities.length)
          .map(([a, b, lag]) => ({
            from: turn ? Math.max(a, b) : Math.min(a, b),
            to: turn ? Math.min(a, b) : Math.max(a, b),
            lag,
          })),
        capacities,
      }))
  })
}

const SHAPES: readonly (readonly [string, Shape])[] = [
  ['packed four in a word', { most: 20, capacity: 9, hasTies: false, lagMin: 0 }],
  ['up to the full seven bits', { most: 12, capacity: 127, hasTies: false, lagMin: 0 }],
  ['more units than can be packed', { most: 12, capacity: 1000, hasTies: false, lagMin: 0 }],
  ['capacities by period and releases', { most: 16, capacity: 6, hasTies: true, lagMin: 0 }],
  ['leads', { most: 16, capacity: 6, hasTies: true, lagMin: -6 }],
]

test.each(SHAPES)(
  'every plan is feasible, ends when it says and not before the bound: %s',
  (_name, shape) => {
    fc.assert(
      fc.property(projects(shape), fc.integer(), (project, seed) => {
        const network = networkOf(project)
        const plan = levelNetwork(network, { seed, schedules: 150 })
        expect(checkLevelled(project, plan.starts)).toEqual([])
        const finishes = plan.starts.map((start, i) => start + (project.activities[i]?.duration ?? 0))
        expect(plan.makespan).toBe(Math.max(...finishes))
        expect(plan.makespan).toBeGreaterThanOrEqual(network.bounds.best)
        expect(plan.isOptimal).toBe(plan.makespan === plan.bound)
        expect(plan.gapPercent).toBeGreaterThanOrEqual(0)
      }),
      { seed: 7, numRuns: 150 },
    )
  },
)

test.each(SHAPES)('justification keeps a plan feasible and never lengthens it: %s', (_name, shape) => {
  fc.assert(
    fc.property(projects(shape), fc.integer(), (project, seed) => {
      const network = networkOf(project)
      const { starts, makespan } = levelNetwork(network, { seed, schedules: 1 })
      const justified = justifyTwice(network, starts)
      expect(checkLevelled(project, justified)).toEqual([])
      expect(finishOf(project, justified)).toBeLessThanOrEqual(makespan)
    }),
    { seed: 11, numRuns: 100 },
  )
})

test('tiny projects are levelled as short as trying everything finds, and bounds are not above', () => {
  fc.assert(
    fc.property(projects({ most: 5, longest: 3, capacity: 3, hasTies: true, lagMin: -1 }), (project) => {
      const network = networkOf(project)
      const plan = levelNetwork(network, { seed: 1, schedules: 400 })
      const shortest = shortestOf(project, plan.makespan + 1)
      expect(network.bounds.best).toBeLessThanOrEqual(shortest)
      expect(plan.makespan).toBe(shortest)
    }),
    { seed: 3, numRuns: 120 },
  )
})

test('justification shortens a plan that leaves gaps', () => {
  const network = networkOf(SMALL)
  const justified = justifyTwice(network, [9, 0, 4, 20, 30])
  expect(checkLevelled(SMALL, justified)).toEqual([])
  expect(Math.max(...justified)).toBeLessThan(30)
})

test('same seed, same answer, whole or in slices; another seed may differ', () => {
  fc.assert(
    fc.property(
      projects({ most: 20, capacity: 9, hasTies: false, lagMin: 0 }),
      fc.integer(),
      (project, seed) => {
        const network = networkOf(project)
        const settings = { seed, schedules: 200 }
        const search = startLevelSearch(network, settings)
        while (!search.step(7).isDone) expect(search.plan().schedules % 7).toBe(0)
        expect(search.plan()).toEqual(levelNetwork(network, settings))
      },
    ),
    { seed: 5, numRuns: 60 },
  )
})

test('a search tells how far from the best possible it is, and stops when it is there', () => {
  const plan = levelNetwork(networkOf(SMALL), { seed: 1, schedules: 5000 })
  expect(plan).toMatchObject({ makespan: 11, bound: 8, gapPercent: 37.5, isOptimal: false, schedules: 5000 })
  const alone = levelNetwork(networkOf({ ...SMALL, capacities: [9, 9] }), { seed: 1, schedules: 5000 })
  expect(alone).toMatchObject({
    makespan: 5,
    bound: 5,
    gapPercent: 0,
    isOptimal: true,
    isDone: true,
    schedules: 1,
  })
})

test('a project without activities takes no time', () => {
  const network = networkOf({ activities: [], links: [], capacities: [1] })
  expect(levelNetwork(network, { seed: 1, schedules: 10 })).toMatchObject({
    makespan: 0,
    starts: [],
    gapPercent: 0,
  })
})

const one = { duration: 1, demands: [1] }

test.each<[string, Partial<LevelProject>, unknown]>([
  [
    'a duration that is not whole',
    { activities: [one, { duration: 1.5, demands: [] }] },
    { kind: 'bad-number', activity: 1 },
  ],
  [
    'a negative demand',
    { activities: [{ duration: 1, demands: [-1] }] },
    { kind: 'bad-number', activity: 0 },
  ],
  [
    'a resource that is not there',
    { activities: [{ duration: 1, demands: [1, 1] }] },
    { kind: 'bad-number', activity: 0 },
  ],
  ['a link to nowhere', { links: [{ from: 0, to: 2 }] }, { kind: 'bad-link', link: 0 }],
  ['a resource without any period', { capacities: [[]] }, { kind: 'bad-capacity', resource: 0 }],
  ['more than there ever is', { capacities: [[5, 0]] }, { kind: 'never-enough', activity: 0, resource: 0 }],
  [
    'a cycle',
    {
      links: [
        { from: 0, to: 1 },
        { from: 1, to: 0 },
      ],
    },
    { kind: 'cycle', activities: [0, 1] },
  ],
  ['a link to itself', { links: [{ from: 1, to: 1 }] }, { kind: 'cycle', activities: [1] }],
  [
    'more periods than fit',
    { activities: [{ duration: 5_000_000, demands: [] }] },
    { kind: 'too-long', periods: 5_000_001 },
  ],
])('%s is refused', (_name, part, fault) => {
  const project = { activities: [one, one], links: [], capacities: [1], ...part }
  expect(buildLevelNetwork(project)).toEqual({ ok: false, fault })
})

test.each<[string, readonly number[], unknown]>([
  ['a start before the project', [-1, 3, 5, 9, 8], { kind: 'start', activity: 0 }],
  ['a start that is missing', [0, 3, 5, 9], { kind: 'start', activity: 4 }],
  ['a successor too early', [0, 3, 5, 9, 5], { kind: 'link', link: 1 }],
  ['a resource used twice', [0, 3, 4, 9, 9], { kind: 'capacity', resource: 1, period: 4, excess: 1 }],
])('the checker finds %s', (_name, starts, violation) => {
  expect(checkLevelled(SMALL, starts)).toContainEqual(violation)
})
