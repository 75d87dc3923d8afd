import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import type { OutsideLimits } from '../network/outside.ts'
import type { LinkKind, PlanTask } from '../network/plan.ts'
import type { Split } from '../network/splits.ts'
import type { Pool, PoolTask } from './pool.ts'
import type { Horizon, QuickLine } from './quick-line.ts'

/** What levelling does with a node. */
export const FREE = 0
/** It takes no time and no resources. */
export const POINT = 1
/** It lasts from one bound to another. */
export const HAMMOCK = 2
/** Work under way: the rest goes on where it may. */
export const BEGUN = 3
/** Done, planned by hand, frozen or of the highest priority: it stays. */
export const FIXED = 4
/** The beginning of a summary. */
export const GATE = 5
/** The end of a summary. */
export const END = 6

/** How an edge ties its nodes. */
export const EDGE = { FS: 0, SS: 1, FF: 2, SF: 3, below: 4, above: 5 } as const satisfies Record<
  LinkKind | 'below' | 'above',
  number
>

/** Edges by the node they lead to: those of node `i` are `first[i]` to before `first[i + 1]`. */
export type Edges = {
  readonly first: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly kind: Int32Array
  /** The line its lag is counted on, and the lag in minutes of it. */
  readonly line: Int32Array
  readonly lag: Float64Array
  /** Its link by place; -1 for edges of summaries. */
  readonly link: Int32Array
  /** Edges by the node they leave: `after[firstAfter[i]]` and so on. */
  readonly firstAfter: Int32Array
  readonly after: Int32Array
}

/** One who may do it. */
export type Slot = {
  readonly assignment: Id<'Assignment'>
  /** By place in the pool; one: nobody else may do it. */
  readonly candidates: readonly number[]
  readonly share: number
  /** Working minutes from the start on; null: as long as the task. */
  readonly lengthMin: number | null
}

/** A date that should be kept: so late a start or finish costs. */
export type Due = {
  readonly node: number
  readonly at: Minute
  readonly isStart: boolean
  readonly line: number
  /** Cost of a working minute; null: none is known. */
  readonly costPerMin: number | null
}

/** Where the links of its plan put a task, and where it would be too late. */
export type Planned = DatedTask & {
  readonly lateStartAt: Minute
  /** What other plans ask of it, which are not levelled with this one; null: nothing. */
  readonly outside: OutsideLimits | null
}

/** Plans and pool as levelling sees them; nodes are numbered in an order of their links. */
export type LevelNet = {
  readonly pool: Pool
  readonly count: number
  readonly tasks: readonly PoolTask[]
  readonly taskOf: Int32Array
  readonly nodeOf: ReadonlyMap<string, number>
  readonly planOf: Int32Array
  readonly planCount: number
  readonly links: readonly { readonly id: Id<'Relation'> }[]
  readonly role: Uint8Array
  readonly edges: Edges
  /** The line of the task alone; and with all resources that are not to be chosen. */
  readonly ownLine: Int32Array
  readonly line: Int32Array
  /** From start to finish, with the gaps in it. */
  readonly length: Float64Array
  readonly splits: readonly (readonly Split[])[]
  /** Starts no earlier, and because of what (a driver of the network); finishes no earlier. */
  readonly low: Float64Array
  readonly lowBy: Int32Array
  readonly lowFinish: Float64Array
  readonly lowFinishBy: Int32Array
  /** Where dates win over logic: starts no later, whatever comes before. */
  readonly cap: Float64Array
  readonly slots: readonly (readonly Slot[])[]
  /** Assignments to be chosen for that nobody can do. */
  readonly vacant: readonly Id<'Assignment'>[]
  /** Higher ones go first: that of the node or of anything that waits for it. */
  readonly urgency: Float64Array
  readonly dues: readonly Due[]
  /** Where it was, and what stays is. */
  readonly before: readonly DatedTask[]
  /** Whether moving anything counts. */
  readonly isPublished: boolean
  readonly late: Float64Array
  readonly startAt: Minute
  readonly horizon: Horizon
  readonly lineOf: (line: number) => QuickLine
  readonly mirrorOf: (line: number) => QuickLine
}

/** The task of a node. */
export function taskAt(net: LevelNet, node: number): PlanTask | undefined {
  return net.tasks[net.taskOf[node] ?? -1]?.task
}
