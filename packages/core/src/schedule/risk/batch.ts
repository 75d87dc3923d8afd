import type { Random } from '../../kernel/index.ts'
import type { CompiledEvent, CompiledRisk } from './compile-risk.ts'
import { normalTable } from './normal.ts'
import { emptyQueues, joinQueues, makeQueues, type Queues, waitInQueues } from './queues.ts'
import { BATCH } from './run-batch.ts'
import { POINTS, REACH } from './spread.ts'

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
  readonly finish: Float64Array
  readonly cost: Float64Array
  /** Runs in which each task is on the longest path: two words of 32 bits. */
  readonly critical: Int32Array
  readonly normals: Float64Array
  readonly factors: Float64Array
  /** Null: runs follow links alone. */
  readonly queues: Queues | null
}

/** Room for one batch, used again for each. */
export function makeBatch(plan: CompiledRisk, random: Random): Batch {
  return {
    plan,
    random,
    durations: new Float64Array(plan.count * BATCH),
    starts: new Float64Array(plan.count * BATCH),
    finishes: new Float64Array(plan.count * BATCH),
    finish: new Float64Array(BATCH),
    cost: new Float64Array(BATCH),
    critical: new Int32Array(plan.count * 2),
    normals: normalTable(),
    factors: new Float64Array(plan.factors * BATCH),
    queues: plan.levelling && makeQueues(plan.levelling, plan.count * BATCH),
  }
}

/** Draws durations and cost of 64 runs. The same plan takes the same numbers whatever its estimates are. */
export function drawBatch(batch: Batch): void {
  const { plan, random, normals, factors, cost } = batch
  for (let i = 0; i < factors.length; i++) factors[i] = drawNormal(normals, random)
  cost.fill(plan.fixedMinor)
  for (const task of plan.drawOrder) drawTask(batch, task)
  for (const event of plan.events) {
    for (let run = 0; run < BATCH; run++) drawEvent(batch, event, run)
  }
}

/** Draws all numbers of an event whether it happens or not: so a changed probability changes nothing else. */
function drawEvent(batch: Batch, event: CompiledEvent, run: number): void {
  const { plan, random, normals, durations, cost } = batch
  const happens = random() < event.probability ? 1 : 0
  for (const { task, table } of event.impacts) {
    const delay = happens * readTable(table, drawNormal(normals, random))
    add(durations, task * BATCH + run, delay)
    add(cost, run, delay * (plan.perMin[task] ?? 0))
  }
  if (event.cost) add(cost, run, happens * readTable(event.cost, drawNormal(normals, random)))
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
  const { plan, starts, finish } = batch
  finish.fill(0)
  for (let task = 0; task < plan.count; task++) {
    const base = task * BATCH
    starts.fill(plan.earliest[task] ?? 0, base, base + BATCH)
    const end = plan.linkStart[task + 1] ?? 0
    for (let link = plan.linkStart[task] ?? 0; link < end; link++) pushStart(batch, base, link)
    finishTask(batch, base)
  }
}

/** Forward pass of 64 runs in which tasks also wait for what they need. */
export function passLevelled(batch: Batch, queues: Queues): void {
  const { plan, starts, finish } = batch
  const { levelling } = queues
  finish.fill(0)
  emptyQueues(queues)
  for (let task = 0; task < plan.count; task++) {
    const base = task * BATCH
    starts.fill(levelling.earliest[task] ?? 0, base, base + BATCH)
    const end = plan.linkStart[task + 1] ?? 0
    for (let link = plan.linkStart[task] ?? 0; link < end; link++) pushStart(batch, base, link)
    if ((levelling.keepsPlace[task] ?? 0) === 0) waitInQueues(queues, task, starts)
    finishTask(batch, base)
    joinQueues(queues, task, batch)
  }
}

function finishTask({ starts, durations, finishes, finish }: Batch, base: number): void {
  for (let run = 0; run < BATCH; run++) {
    const until = (starts[base + run] ?? 0) + (durations[base + run] ?? 0)
    finishes[base + run] = until
    if (until > (finish[run] ?? 0)) finish[run] = until
  }
}

function pushStart(batch: Batch, base: number, link: number): void {
  const { plan, starts, finishes } = batch
  const kind = plan.linkKind[link] ?? 0
  const from = (plan.linkFrom[link] ?? 0) * BATCH
  const source = (kind & 1) === 0 ? finishes : starts
  const bounds = source.subarray(from, from + BATCH)
  const lag = plan.linkLag[link] ?? 0
  if ((kind & 2) === 0) raise(starts, base, { bounds, lag })
  else raiseByFinish(batch, base, { bounds, lag })
}

type Bounds = { readonly bounds: Float64Array; readonly lag: number }

function raise(starts: Float64Array, base: number, { bounds, lag }: Bounds): void {
  for (let run = 0; run < BATCH; run++) {
    const bound = (bounds[run] ?? 0) + lag
    if (bound > (starts[base + run] ?? 0)) starts[base + run] = bound
  }
}

function raiseByFinish({ starts, durations }: Batch, base: number, { bounds, lag }: Bounds): void {
  for (let run = 0; run < BATCH; run++) {
    const bound = (bounds[run] ?? 0) + lag - (durations[base + run] ?? 0)
    if (bound > (starts[base + run] ?? 0)) starts[base + run] = bound
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
        const waited = batch.queues?.waitedFor[base + run] ?? -1
        if (waited >= 0) mark(critical, waited, run)
      }
    }
  }
}

function markDrivers(batch: Batch, task: number, run: number): void {
  const { plan, durations, starts, critical } = batch
  const at = task * BATCH + run
  const start = (starts[at] ?? 0) - SAME_MIN
  const duration = durations[at] ?? 0
  const end = plan.linkStart[task + 1] ?? 0
  for (let link = plan.linkStart[task] ?? 0; link < end; link++) {
    if (boundOf(batch, link, { run, duration }) >= start) mark(critical, plan.linkFrom[link] ?? 0, run)
  }
}

type Second = { readonly run: number; readonly duration: number }

/** The start that a link asks of its second task in one run. */
function boundOf({ plan, starts, finishes }: Batch, link: number, { run, duration }: Second): number {
  const kind = plan.linkKind[link] ?? 0
  const source = (kind & 1) === 0 ? finishes : starts
  const bound = (source[(plan.linkFrom[link] ?? 0) * BATCH + run] ?? 0) + (plan.linkLag[link] ?? 0)
  return (kind & 2) === 0 ? bound : bound - duration
}

function mark(critical: Int32Array, task: number, run: number): void {
  const at = task * 2 + (run >> 5)
  critical[at] = (critical[at] ?? 0) | (1 << (run & 31))
}
