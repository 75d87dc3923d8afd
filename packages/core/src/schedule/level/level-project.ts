/** Something that takes time and resources, in whole periods. It is not interrupted. */
export type LevelActivity = {
  /** Periods; 0 for a milestone, which needs no resources. */
  readonly duration: number
  /** Units of each resource during every period; what is left out counts as 0. */
  readonly demands: readonly number[]
  /** First period in which it may start; 0 when absent. */
  readonly release?: number
}

/** Finish to start: `to` starts at least `lag` periods after the finish of `from`. A lead is a negative lag. */
export type LevelLink = {
  /** Index of the predecessor. */
  readonly from: number
  /** Index of the successor. */
  readonly to: number
  readonly lag?: number
}

/**
 * A resource-constrained project on a grid of equal periods, the first being 0. Links of other kinds
 * become finish-start links by the durations of their ends.
 */
export type LevelProject = {
  readonly activities: readonly LevelActivity[]
  readonly links: readonly LevelLink[]
  /** Units of each renewable resource: always the same, or of each period, the last one lasting for ever. */
  readonly capacities: readonly (number | readonly number[])[]
}

/** Why a project cannot be levelled; activities and resources by their index. */
export type LevelFault =
  | { readonly kind: 'bad-number'; readonly activity: number }
  | { readonly kind: 'bad-link'; readonly link: number }
  | { readonly kind: 'bad-capacity'; readonly resource: number }
  | { readonly kind: 'never-enough'; readonly activity: number; readonly resource: number }
  | { readonly kind: 'cycle'; readonly activities: readonly number[] }
  | { readonly kind: 'too-long'; readonly periods: number }

/** Units per period beyond this are no amounts of people or machines, and would leave 31 bits. */
const UNITS_MAX = 1_000_000_000
/** Four million periods are 7 years of minutes, and 16 MB for each packed word. */
const PERIODS_MAX = 4_000_000

/** The first thing that makes levelling impossible; null when there is none but perhaps a cycle. */
export function findFault(project: LevelProject): LevelFault | null {
  const resource = project.capacities.findIndex((capacity) => !isCapacity(capacity))
  if (resource >= 0) return { kind: 'bad-capacity', resource }
  const activity = project.activities.findIndex((each) => !isActivity(each, project.capacities.length))
  if (activity >= 0) return { kind: 'bad-number', activity }
  const link = project.links.findIndex((each) => !isLink(each, project.activities.length))
  if (link >= 0) return { kind: 'bad-link', link }
  const periods = horizonOf(project)
  if (periods > PERIODS_MAX) return { kind: 'too-long', periods }
  return findShortage(project)
}

/** Every schedule by serial generation ends before: all one after the other, after everything that varies. */
export function horizonOf(project: LevelProject): number {
  const durations = project.activities.reduce((sum, each) => sum + each.duration, 0)
  const lags = project.links.reduce((sum, each) => sum + Math.max(0, each.lag ?? 0), 0)
  const releases = project.activities.reduce((most, each) => Math.max(most, each.release ?? 0), 0)
  const varying = project.capacities.reduce<number>(
    (most, each) => Math.max(most, typeof each === 'number' ? 0 : each.length),
    0,
  )
  return durations + lags + releases + varying + 1
}

/** What a resource has when all that varies is over. */
export function lastCapacity(capacity: number | readonly number[]): number {
  return typeof capacity === 'number' ? capacity : (capacity.at(-1) ?? 0)
}

function findShortage(project: LevelProject): LevelFault | null {
  const last = project.capacities.map(lastCapacity)
  for (const [activity, { demands, duration }] of project.activities.entries()) {
    if (duration === 0) continue
    const resource = demands.findIndex((demand, index) => demand > (last[index] ?? 0))
    if (resource >= 0) return { kind: 'never-enough', activity, resource }
  }
  return null
}

function isCapacity(capacity: number | readonly number[]): boolean {
  return typeof capacity === 'number' ? isUnits(capacity) : capacity.length > 0 && capacity.every(isUnits)
}

function isActivity({ duration, demands, release = 0 }: LevelActivity, resources: number): boolean {
  const isNumeric = isUnits(duration) && isUnits(release) && demands.every(isUnits)
  return isNumeric && demands.length <= resources
}

function isLink({ from, to, lag = 0 }: LevelLink, activities: number): boolean {
  const isIndex = (index: number) => Number.isInteger(index) && index >= 0 && index < activities
  return isIndex(from) && isIndex(to) && isUnits(Math.abs(lag))
}

function isUnits(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= UNITS_MAX
}
