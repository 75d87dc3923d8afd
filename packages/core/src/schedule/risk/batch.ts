import type { Random } from '../../kernel/index.ts'
import type { CompiledEvent, CompiledRisk } from './compile-risk.ts'
import { LevelledRuns } from './levelled-runs.ts'
import { normalTable } from './normal.ts'
import { BATCH } from './run-batch.ts'
import { POINTS, REACH } from './spread.ts'
import { finishFrom, startBefore } from './task-span.ts'
import type { WorkLine } from './work-line.ts'

const NORMALS = 4096
const SCALE = (POINTS - 1) / (2 * REACH)
/** Two sums of the same minutes may differ in their last digits. */
const SAME_MIN = 1e-6

/** Memory of one batch; run r of task t is at `t * BATCH + r`. */
export type Batch = {
  readonly plan: CompiledRisk
  readonly random: Random
  readonly durations: Float64Array
  readonly starts: Float64Array
  readonly finishes: Float64Array
  /** By how much each event delays its tasks, all together; run r of event e is at `e * BATCH + r`. */
  readonly delays: Float64Array
  readonly finish: Float64Array
  readonly cost: Float64Array
  /** Runs in which each task is on the longest path: two words of 32 bits. */
  readonly critical: Int32Array
  readonly normals: Float64Array
  readonly factors: Float64Array
  /** Null: runs follow links alone. */
  readonly levelled: LevelledRuns | null
}

/** Room for one batch, used again for each. */
export function makeBatch(plan: CompiledRisk, random: Random): Batch {
  const [durations, starts, finishes] = [cells(plan), cells(plan), cells(plan)]
  return {
    ...{ plan, random, durations, starts, finishes },
    delays: new Float64Array(plan.events.length * BATCH),
    finish: new Float64Array(BATCH),
    cost: new Float64Array(BATCH),
    critical: new Int32Array(plan.count * 2),
    normals: normalTable(),
    factors: new Float64Array(plan.factors * BATCH),
    levelled: plan.levelling && new LevelledRuns(plan.levelling, { durations, starts, finishes }),
  }
}

function cells({ count }: CompiledRisk): Float64Array {
  return new Float64Array(count * BATCH)
}

/** Draws durations and cost of 64 runs. The same plan takes the same numbers whatever its estimates are. */
export function drawBatch(batch: Batch): void {
  const { plan, random, normals, factors, cost } = batch
  for (let i = 0; i < factors.length; i++) factors[i] = drawNormal(normals, random)
  cost.fill(plan.fixedMinor)
  for (const task of plan.drawOrder) drawTask(batch, task)
  for (const [index, event] of plan.events.entries()) {
    for (let run = 0; run < BATCH; run++) batch.delays[index * BATCH + run] = drawEvent(batch, event, run)
  }
}

/**
 * Draws all numbers of an event whether it happens or not: so a changed probability changes nothing else.
 *
 * @returns by how much it delays its tasks, all together
 */
function drawEvent(batch: Batch, event: CompiledEvent, run: number): number {
  const { plan, random, normals, durations, cost } = batch
  const happens = random() < event.probability ? 1 : 0
  let delays = 0
  for (const { task, table } of event.impacts) {
    const delay = happens * readTable(table, drawNormal(normals, random))
    add(durations, task * BATCH + run, delay)
    add(cost, run, delay * (plan.perMin[task] ?? 0))
    delays += delay
  }
  if (event.cost) add(cost, run, happens * readTable(event.cost, drawNormal(normals, random)))
  return delays
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] ?? 0) + amount
}

function drawTask({ plan, random, normals, durations, factors, cost }: Batch, task: number): void {
  const table = plan.tables[task] ?? new Float32Array(POINTS)
  const factor = plan.factor[task] ?? -1
  const factorWeight = plan.factorWeight[task] ?? 0
  const ownWeight = plan.ownWeight[task] ?? 1
  const perMin = plan.perMin[task] ?? 0
  const base = task * BATCH
  for (let run = 0; run < BATCH; run++) {
    const own = drawNormal(normals, random)
    const common = factor < 0 ? 0 : (factors[factor * BATCH + run] ?? 0)
    const duration = readTable(table, ownWeight * own + factorWeight * common)
    durations[base + run] = duration
    cost[run] = (cost[run] ?? 0) + duration * perMin
  }
}

function drawNormal(table: Float64Array, random: Random): number {
  const at = random() * NORMALS
  const index = at | 0
  const low = table[index] ?? 0
  return low + ((table[index + 1] ?? 0) - low) * (at - index)
}

function readTable(table: Float32Array, normal: number): number {
  const at = Math.min(POINTS - 1.000001, Math.max(0, (normal + REACH) * SCALE))
  const index = at | 0
  const low = table[index] ?? 0
  return low + ((table[index + 1] ?? 0) - low) * (at - index)
}

/** Forward pass of 64 runs. */
export function passForward(batch: Batch): void {
  const { plan, finish } = batch
  finish.fill(0)
  for (let task = 0; task < plan.count; task++) {
    waitForLinks(batch, task, { earliest: plan.earliest[task] ?? 0, line: plan.lines[task] ?? null })
    finishTask(batch, task)
    keepLatest(batch, task)
  }
}

/** Forward pass of 64 runs in which tasks also wait for what they need. */
export function passLevelled(batch: Batch, levelled: LevelledRuns): void {
  const { plan, finish } = batch
  const { earliest, lines } = levelled.levelling
  finish.fill(0)
  levelled.reset()
  for (let task = 0; task < plan.count; task++) {
    waitForLinks(batch, task, { earliest: earliest[task] ?? 0, line: lines[task] ?? null })
    levelled.place(task)
    keepLatest(batch, task)
  }
}

type Limit = { readonly earliest: number; readonly line: WorkLine | null }

function waitForLinks(batch: Batch, task: number, { earliest, line }: Limit): void {
  const { plan, starts } = batch
  const base = task * BATCH
  starts.fill(earliest, base, base + BATCH)
  const end = plan.linkStart[task + 1] ?? 0
  for (let link = plan.linkStart[task] ?? 0; link < end; link++) pushStart(batch, task, { link, line })
}

function finishTask({ plan, starts, durations, finishes }: Batch, task: number): void {
  const restMin = plan.restMin[task] ?? 0
  const line = plan.lines[task] ?? null
  const end = (task + 1) * BATCH
  for (let at = task * BATCH; at < end; at++) {
    if (line !== null) starts[at] = line.nextStart(starts[at] ?? 0)
    finishes[at] = finishFrom(line, starts[at] ?? 0, (durations[at] ?? 0) + restMin)
  }
}

function keepLatest({ finishes, finish }: Batch, task: number): void {
  for (let run = 0; run < BATCH; run++) {
    const until = finishes[task * BATCH + run] ?? 0
    if (until > (finish[run] ?? 0)) finish[run] = until
  }
}

type Pushing = { readonly link: number; readonly line: WorkLine | null }

function pushStart(batch: Batch, task: number, { link, line }: Pushing): void {
  const { plan, starts, finishes } = batch
  const kind = plan.linkKind[link] ?? 0
  const from = (plan.linkFrom[link] ?? 0) * BATCH
  const source = (kind & 1) === 0 ? finishes : starts
  const bounds = source.subarray(from, from + BATCH)
  const lag = plan.linkLag[link] ?? 0
  if ((kind & 2) === 0) raise(starts, task * BATCH, { bounds, lag })
  else raiseByFinish(batch, task, { bounds, lag, line })
}

type Bounds = { readonly bounds: Float64Array; readonly lag: number }

function raise(starts: Float64Array, base: number, { bounds, lag }: Bounds): void {
  for (let run = 0; run < BATCH; run++) {
    const bound = (bounds[run] ?? 0) + lag
    if (bound > (starts[base + run] ?? 0)) starts[base + run] = bound
  }
}

function raiseByFinish(
  { plan, starts, durations }: Batch,
  task: number,
  { bounds, lag, line }: Bounds & { readonly line: WorkLine | null },
): void {
  const restMin = plan.restMin[task] ?? 0
  for (let run = 0; run < BATCH; run++) {
    const at = task * BATCH + run
    const bound = startBefore(line, (bounds[run] ?? 0) + lag, (durations[at] ?? 0) + restMin)
    if (bound > (starts[at] ?? 0)) starts[at] = bound
  }
}

/** Marks, from the finish of each run back along the links that drive, what lies on its longest path. */
export function markCritical(batch: Batch): void {
  const { plan, finishes, finish, critical } = batch
  critical.fill(0)
  for (let task = plan.count - 1; task >= 0; task--) {
    const base = task * BATCH
    for (let run = 0; run < BATCH; run++) {
      if ((finishes[base + run] ?? 0) >= (finish[run] ?? 0) - SAME_MIN) mark(critical, task, run)
    }
    for (let half = 0; half < 2; half++) {
      let bits = critical[task * 2 + half] ?? 0
      while (bits !== 0) {
        const run = half * 32 + 31 - Math.clz32(bits & -bits)
        bits &= bits - 1
        markDrivers(batch, task, run)
        const waited = batch.levelled?.waitedFor[base + run] ?? -1
        if (waited >= 0) mark(critical, waited, run)
      }
    }
  }
}

function markDrivers(batch: Batch, task: number, run: number): void {
  const { plan, critical } = batch
  const end = plan.linkStart[task + 1] ?? 0
  for (let link = plan.linkStart[task] ?? 0; link < end; link++) {
    if (isDriver(batch, link, { task, run })) mark(critical, plan.linkFrom[link] ?? 0, run)
  }
}

type Second = { readonly task: number; readonly run: number }

/** Whether a link asks for the start or the finish that its second task has; in between nobody may work on it. */
function isDriver({ plan, starts, finishes, levelled }: Batch, link: number, { task, run }: Second): boolean {
  const kind = plan.linkKind[link] ?? 0
  const source = (kind & 1) === 0 ? finishes : starts
  const bound = (source[(plan.linkFrom[link] ?? 0) * BATCH + run] ?? 0) + (plan.linkLag[link] ?? 0)
  const own = (kind & 2) === 0 ? starts : finishes
  const line = (levelled?.levelling.lines ?? plan.lines)[task] ?? null
  const reached = line === null ? bound : line.nextStart(bound)
  return reached >= (own[task * BATCH + run] ?? 0) - SAME_MIN
}

function mark(critical: Int32Array, task: number, run: number): void {
  const at = task * 2 + (run >> 5)
  critical[at] = (critical[at] ?? 0) | (1 << (run & 31))
}
