import { err, type Id, ok, type Result } from '../../kernel/index.ts'

/**
 * Which of the three a task holds when one of the others changes: the units of its resources, its work, or
 * its duration.
 */
export const TASK_TYPES = ['units', 'work', 'duration'] as const
/** One of them. */
export type TaskType = (typeof TASK_TYPES)[number]

/** What one resource does of a task. */
export type WorkShare = {
  readonly id: Id<'Assignment'>
  /** How much of the resource it takes while it works; 1 is one whole. Thousandths are kept. */
  readonly units: number
  readonly workMin: number
}

/** Time, resources and work of a task: work is duration times units. All three are whole minutes. */
export type TaskWork = {
  /** Null: its duration runs around the clock, and nothing follows from anything. */
  readonly taskType: TaskType | null
  /** Who comes or goes changes how the work is shared, not how much of it there is. */
  readonly isEffortDriven: boolean
  readonly durationMin: number
  /** The sum of its shares; without any, what was estimated. */
  readonly workMin: number
  readonly shares: readonly WorkShare[]
}

/** Of a resource, more than this at once is a mistake. */
export const UNITS_MAX = 1_000
const UNITS_MIN = 0.001

/**
 * Working minutes until the last of some resources has done its share, all at work at the same time. None
 * without shares.
 */
export function durationOf(shares: readonly WorkShare[]): number {
  // In thousandths, division is exact where its result is whole: 480 / 0.6 alone is a little more than 800.
  const lengths = shares.map(({ units, workMin }) => Math.ceil((workMin * 1000) / Math.round(units * 1000)))
  return Math.max(0, ...lengths)
}

/** The work of all shares. */
export function sumWork(shares: readonly WorkShare[]): number {
  return shares.reduce((sum, { workMin }) => sum + workMin, 0)
}

/**
 * Splits whole minutes by weight; the minutes that rounding leaves over go to the largest remainders, so that
 * the parts always add up. Without any weight all parts are equal.
 */
export function splitWork(workMin: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (workMin * (sum > 0 ? weight : 1)) / (sum > 0 ? sum : weights.length))
  const parts = exact.map(Math.floor)
  const left = workMin - parts.reduce((total, part) => total + part, 0)
  const order = [...exact.keys()].toSorted((a, b) => remainder(exact, b) - remainder(exact, a) || a - b)
  for (const index of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

function remainder(exact: readonly number[], index: number): number {
  const value = exact[index] ?? 0
  return value - Math.floor(value)
}

/** Units as they are kept. */
export function roundUnits(units: number): number {
  return Math.max(UNITS_MIN, Math.round(units * 1000) / 1000)
}

/** The task with other shares; its work is theirs, and where nothing holds its duration, that follows. */
export function withShares(task: TaskWork, shares: readonly WorkShare[]): Result<TaskWork> {
  const beyond = shares.find(({ units }) => !(units > 0 && units <= UNITS_MAX))
  if (beyond) return err({ code: 'schedule.units_beyond', params: { units: beyond.units, max: UNITS_MAX } })
  const holdsDuration = task.taskType === 'duration' || task.taskType === null
  return ok({
    ...task,
    shares,
    workMin: sumWork(shares),
    durationMin: holdsDuration ? task.durationMin : durationOf(shares),
  })
}
