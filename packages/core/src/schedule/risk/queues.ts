import type { CompiledLevelling } from './compile-levelling.ts'
import { BATCH } from './run-batch.ts'

/**
 * Who is on each resource in each of 64 runs: the tasks that leave last, the latest first, as far as they take all
 * of it together. Whoever comes later in the order waits until enough of them are done; nobody goes before.
 */
export type Queues = {
  readonly levelling: CompiledLevelling
  /** Queue of resource r in run n: from `(firstOf[r] + n * length[r])` on. */
  readonly firstOf: Int32Array
  readonly size: Int32Array
  readonly task: Int32Array
  readonly until: Float64Array
  readonly units: Float64Array
  /** The task that each task waited for in a run, -1 for none; at `task * BATCH + run`. */
  readonly waitedFor: Int32Array
}

/** Sums of units may differ in their last digits. */
const SAME_UNITS = 1e-9

/** Room for the queues of one batch, used again for each. */
export function makeQueues(levelling: CompiledLevelling, cells: number): Queues {
  const { length } = levelling
  const firstOf = new Int32Array(length.length + 1)
  for (const [resource, own] of length.entries())
    firstOf[resource + 1] = (firstOf[resource] ?? 0) + own * BATCH
  const places = firstOf[length.length] ?? 0
  return {
    levelling,
    firstOf,
    size: new Int32Array(length.length * BATCH),
    task: new Int32Array(places),
    until: new Float64Array(places),
    units: new Float64Array(places),
    waitedFor: new Int32Array(cells),
  }
}

/** Nobody is on anything. */
export function emptyQueues({ size, waitedFor }: Queues): void {
  size.fill(0)
  waitedFor.fill(-1)
}

/** Puts the starts of a task off until what it needs is free. */
export function waitInQueues(queues: Queues, task: number, starts: Float64Array): void {
  const { needStart } = queues.levelling
  const end = needStart[task + 1] ?? 0
  for (let need = needStart[task] ?? 0; need < end; need++) {
    for (let run = 0; run < BATCH; run++) {
      const place = findBlocker(queues, need, run)
      const until = place < 0 ? 0 : (queues.until[place] ?? 0)
      if (until <= (starts[task * BATCH + run] ?? 0)) continue
      starts[task * BATCH + run] = until
      queues.waitedFor[task * BATCH + run] = queues.task[place] ?? -1
    }
  }
}

/** The first in the queue who, with all who stay longer, leaves too little; -1 for none. */
function findBlocker({ levelling, firstOf, size, units }: Queues, need: number, run: number): number {
  const resource = levelling.needOf[need] ?? 0
  const room = (levelling.capacity[resource] ?? 0) - (levelling.needUnits[need] ?? 0) + SAME_UNITS
  const first = (firstOf[resource] ?? 0) + run * (levelling.length[resource] ?? 0)
  const last = first + (size[resource * BATCH + run] ?? 0)
  let taken = 0
  for (let place = first; place < last; place++) {
    taken += units[place] ?? 0
    if (taken > room) return place
  }
  return -1
}

/** Puts a task on what it needs until it is done. */
export function joinQueues(
  queues: Queues,
  task: number,
  { finishes }: { readonly finishes: Float64Array },
): void {
  const { needStart } = queues.levelling
  const end = needStart[task + 1] ?? 0
  for (let need = needStart[task] ?? 0; need < end; need++)
    for (let run = 0; run < BATCH; run++) join(queues, { need, run, task }, finishes[task * BATCH + run] ?? 0)
}

type Joining = { readonly need: number; readonly run: number; readonly task: number }

function join(queues: Queues, { need, run, task }: Joining, until: number): void {
  const { levelling, firstOf, size } = queues
  const resource = levelling.needOf[need] ?? 0
  const first = (firstOf[resource] ?? 0) + run * (levelling.length[resource] ?? 0)
  const count = size[resource * BATCH + run] ?? 0
  const place = makeRoom(queues, { first, count, until })
  queues.task[place] = task
  queues.until[place] = until
  queues.units[place] = levelling.needUnits[need] ?? 0
  size[resource * BATCH + run] = countNeeded(queues, first, {
    count: count + 1,
    capacity: levelling.capacity[resource] ?? 0,
  })
}

type Room = { readonly first: number; readonly count: number; readonly until: number }

/** The place behind all who leave later; who leaves earlier moves on by one. */
function makeRoom({ task, until: leaves, units }: Queues, { first, count, until }: Room): number {
  let place = first + count
  for (; place > first && (leaves[place - 1] ?? 0) < until; place--) {
    task[place] = task[place - 1] ?? 0
    leaves[place] = leaves[place - 1] ?? 0
    units[place] = units[place - 1] ?? 0
  }
  return place
}

/** How many of a queue take all of the resource together: nobody has to wait for the others. */
function countNeeded(
  { units }: Queues,
  first: number,
  { count, capacity }: { readonly count: number; readonly capacity: number },
): number {
  let taken = 0
  for (let at = 0; at < count; at++) {
    taken += units[first + at] ?? 0
    if (taken >= capacity - SAME_UNITS) return at + 1
  }
  return count
}
