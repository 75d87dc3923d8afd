import { seededRandom } from '../../kernel/index.ts'
import { type Batch, drawBatch, makeBatch, markCritical, passForward, passLevelled } from './batch.ts'
import { compileRisk } from './compile-risk.ts'
import { type Distribution, distribute } from './distribution.ts'
import type { RiskPlan } from './risk-plan.ts'
import { BATCH } from './run-batch.ts'
import { correlate, correlateRanks, RANKED_RUNS, rank } from './sensitivity.ts'

/** How to simulate. */
export type RiskOptions = {
  /** Any 32-bit integer: the same seed gives the same answer. */
  readonly seed: number
  /** At least 1. */
  readonly runs: number
  /** Runs between two reports of progress; about 640 if not given. */
  readonly sliceRuns?: number
}

/** How far a simulation is. */
export type RiskProgress = { readonly runs: number; readonly of: number }

/** How closely a number and the finish go together. */
export type Sensitivity = {
  /** Working minutes. */
  readonly meanMin: number
  readonly standardDeviationMin: number
  /** Absolute correlation with the finish: T. Williams, 1992. */
  readonly crucialityIndex: number
  /** Spearman's rank correlation with the finish, of the first 2,048 runs. */
  readonly rankCorrelation: number
}

/** What a task means for the finish, by its duration with the delays of risk events. */
export type TaskRisk<TaskId extends string = string> = Sensitivity & {
  readonly id: TaskId
  /** Part of runs in which it is on the longest path, through links and through who waits for whom. */
  readonly criticalityIndex: number
}

/** What a risk event means for the finish, by the delays it brings to its tasks, all together. */
export type EventRisk = Sensitivity & { readonly id: string }

/** Outcome of a simulation. */
export type RiskResult<TaskId extends string = string> = {
  readonly runs: number
  /** Working minutes after the start of the project; of a plan with resources, levelled. */
  readonly finish: Distribution
  /** Of a plan with resources: the same runs by links alone. */
  readonly unlevelledFinish: Distribution | null
  /** Minor units. */
  readonly cost: Distribution
  /** In the order of the plan. */
  readonly tasks: readonly TaskRisk<TaskId>[]
  readonly events: readonly EventRisk[]
}

const SLICE_RUNS = 640

type Tally = {
  readonly finish: Float64Array
  readonly unlevelled: Float64Array
  readonly cost: Float64Array
  readonly critical: Float64Array
  /** Durations of tasks, and delays by events. */
  readonly durations: Series
  readonly delays: Series
}

/** What is counted of some numbers over all runs, each by its place. */
type Series = {
  readonly sum: Float64Array
  readonly squares: Float64Array
  readonly products: Float64Array
  /** The first runs of each, one after the other. */
  readonly kept: Float32Array
  readonly keptRuns: number
}

/**
 * Monte Carlo over a plan, in slices: whoever asks decides when to go on, and cancels by not asking.
 *
 * @param plan durations and lags in working minutes, costs in minor units
 * @returns a generator that yields progress and returns the outcome
 * @throws RangeError for a circle, an unknown task, a spread that is none (see `isSpread`), no run
 * @see D. Vose, Risk Analysis, 3rd edition, 2008; M. Vanhoucke, Measuring Time, 2010: sensitivity indices
 */
export function* simulateRisk<TaskId extends string>(
  plan: RiskPlan<TaskId>,
  options: RiskOptions,
): Generator<RiskProgress, RiskResult<TaskId>, void> {
  const { runs, seed, sliceRuns = SLICE_RUNS } = options
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError('a simulation needs at least one run')
  const batch = makeBatch(compileRisk(plan), seededRandom(seed))
  const tally = makeTally(batch, runs)
  let reported = 0
  for (let from = 0; from < runs; from += BATCH) {
    drawBatch(batch)
    passForward(batch)
    if (batch.levelled) {
      keep(tally.unlevelled, batch.finish, from)
      passLevelled(batch, batch.levelled)
    }
    markCritical(batch)
    count(batch, tally, from)
    if (from + BATCH - reported < sliceRuns || from + BATCH >= runs) continue
    reported = from + BATCH
    yield { runs: reported, of: runs }
  }
  return conclude(plan, batch, tally)
}

/** The same in one go. */
export function runRisk<TaskId extends string>(
  plan: RiskPlan<TaskId>,
  options: RiskOptions,
): RiskResult<TaskId> {
  const simulation = simulateRisk(plan, options)
  for (;;) {
    const step = simulation.next()
    if (step.done) return step.value
  }
}

/**
 * The tasks that move the finish most: bars of a tornado chart.
 *
 * @param most how many
 * @returns by absolute rank correlation, the strongest first; what does not move it is left out
 */
export function tornadoOf<TaskId extends string>(
  result: RiskResult<TaskId>,
  most: number,
): readonly TaskRisk<TaskId>[] {
  return result.tasks
    .filter((task) => task.rankCorrelation !== 0)
    .toSorted((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation))
    .slice(0, most)
}

function makeTally({ plan, levelled }: Batch, runs: number): Tally {
  return {
    finish: new Float64Array(runs),
    unlevelled: new Float64Array(levelled ? runs : 0),
    cost: new Float64Array(runs),
    critical: new Float64Array(plan.count),
    durations: makeSeries(plan.count, runs),
    delays: makeSeries(plan.events.length, runs),
  }
}

function makeSeries(count: number, runs: number): Series {
  const keptRuns = Math.min(runs, RANKED_RUNS)
  return {
    sum: new Float64Array(count),
    squares: new Float64Array(count),
    products: new Float64Array(count),
    kept: new Float32Array(count * keptRuns),
    keptRuns,
  }
}

function count(batch: Batch, tally: Tally, from: number): void {
  const { finish, cost, plan, critical } = batch
  const runs = Math.min(BATCH, tally.finish.length - from)
  keep(tally.finish, finish, from)
  keep(tally.cost, cost, from)
  countSeries(tally.durations, batch.durations, { finish, from, runs })
  countSeries(tally.delays, batch.delays, { finish, from, runs })
  const [low, high] = [maskOf(runs), maskOf(runs - 32)]
  for (let task = 0; task < plan.count; task++) {
    const bits = countBits((critical[task * 2] ?? 0) & low) + countBits((critical[task * 2 + 1] ?? 0) & high)
    tally.critical[task] = (tally.critical[task] ?? 0) + bits
  }
}

/** The last batch may have more runs than were asked for. */
function keep(all: Float64Array, ofBatch: Float64Array, from: number): void {
  all.set(ofBatch.subarray(0, Math.min(BATCH, all.length - from)), from)
}

type Runs = { readonly finish: Float64Array; readonly from: number; readonly runs: number }

function countSeries(series: Series, values: Float64Array, { finish, from, runs }: Runs): void {
  const kept = Math.min(runs, series.keptRuns - from)
  for (let place = 0; place < series.sum.length; place++) {
    let [sum, squares, products] = [0, 0, 0]
    for (let run = 0; run < runs; run++) {
      const value = values[place * BATCH + run] ?? 0
      sum += value
      squares += value * value
      products += value * (finish[run] ?? 0)
    }
    series.sum[place] = (series.sum[place] ?? 0) + sum
    series.squares[place] = (series.squares[place] ?? 0) + squares
    series.products[place] = (series.products[place] ?? 0) + products
    if (kept > 0)
      series.kept.set(values.subarray(place * BATCH, place * BATCH + kept), place * series.keptRuns + from)
  }
}

/** The lowest bits of a word. */
function maskOf(bits: number): number {
  if (bits >= 32) return -1
  return bits <= 0 ? 0 : (1 << bits) - 1
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function conclude<TaskId extends string>(
  plan: RiskPlan<TaskId>,
  batch: Batch,
  tally: Tally,
): RiskResult<TaskId> {
  const runs = tally.finish.length
  const finish = distribute(tally.finish)
  const finishRanks = rank(Float32Array.from(tally.finish.subarray(0, tally.durations.keptRuns)))
  const places = new Int32Array(batch.plan.count)
  for (const [place, index] of batch.plan.order.entries()) places[index] = place
  const tasks = plan.tasks.map(({ id }, index): TaskRisk<TaskId> => {
    const place = places[index] ?? 0
    const criticalityIndex = (tally.critical[place] ?? 0) / runs
    return { id, ...sensitivityOf(tally.durations, place, { runs, finish, finishRanks }), criticalityIndex }
  })
  const events = (plan.events ?? []).map(({ id }, place) => {
    return { id, ...sensitivityOf(tally.delays, place, { runs, finish, finishRanks }) }
  })
  const unlevelledFinish = batch.levelled ? distribute(tally.unlevelled) : null
  return { runs, finish, unlevelledFinish, cost: distribute(tally.cost), tasks, events }
}

type Finishes = { readonly runs: number; readonly finish: Distribution; readonly finishRanks: Float64Array }

function sensitivityOf(series: Series, place: number, { runs, finish, finishRanks }: Finishes): Sensitivity {
  const [x, xx, xy] = [series.sum[place] ?? 0, series.squares[place] ?? 0, series.products[place] ?? 0]
  const found = correlate({ runs, x, xx, xy, mean: finish.mean, deviation: finish.standardDeviation })
  const kept = series.kept.subarray(place * series.keptRuns, (place + 1) * series.keptRuns)
  return {
    meanMin: x / runs,
    standardDeviationMin: found.standardDeviation,
    crucialityIndex: Math.abs(found.correlation),
    rankCorrelation: found.standardDeviation > 0 ? correlateRanks(rank(kept), finishRanks) : 0,
  }
}
