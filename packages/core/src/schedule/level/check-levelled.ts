import { type LevelProject, lastCapacity } from './level-project.ts'

/** What a schedule breaks; activities, links and resources by their index. */
export type LevelViolation =
  | { readonly kind: 'start'; readonly activity: number }
  | { readonly kind: 'link'; readonly link: number }
  | { readonly kind: 'capacity'; readonly resource: number; readonly period: number; readonly excess: number }

/**
 * Checks a levelled schedule against its project, period by period and link by link. It shares nothing
 * with what generates schedules.
 *
 * @param starts first period of each activity of the project
 * @returns all violations, none when the schedule is feasible
 */
export function checkLevelled(project: LevelProject, starts: readonly number[]): readonly LevelViolation[] {
  return [
    ...project.activities.keys().flatMap((activity) => brokenStart(project, starts, activity)),
    ...project.links.keys().flatMap((link) => brokenLink(project, starts, link)),
    ...project.capacities.keys().flatMap((resource) => overloads(project, starts, resource)),
  ]
}

function brokenStart(
  { activities }: LevelProject,
  starts: readonly number[],
  activity: number,
): LevelViolation[] {
  const start = starts[activity] ?? Number.NaN
  const isFine = Number.isInteger(start) && start >= (activities[activity]?.release ?? 0)
  return isFine ? [] : [{ kind: 'start', activity }]
}

function brokenLink(
  { activities, links }: LevelProject,
  starts: readonly number[],
  link: number,
): LevelViolation[] {
  const tie = links[link]
  if (!tie) return []
  const finish = (starts[tie.from] ?? Number.NaN) + (activities[tie.from]?.duration ?? Number.NaN)
  const isKept = (starts[tie.to] ?? Number.NaN) >= finish + (tie.lag ?? 0)
  return isKept ? [] : [{ kind: 'link', link }]
}

function overloads(project: LevelProject, starts: readonly number[], resource: number): LevelViolation[] {
  const used = new Map<number, number>()
  for (const [activity, { duration, demands }] of project.activities.entries()) {
    const start = starts[activity] ?? 0
    for (let period = start; period < start + duration; period++) {
      used.set(period, (used.get(period) ?? 0) + (demands[resource] ?? 0))
    }
  }
  const capacity = project.capacities[resource] ?? 0
  const last = lastCapacity(capacity)
  const capacityIn = (period: number) =>
    typeof capacity === 'number' ? capacity : (capacity[period] ?? last)
  return [...used]
    .map(([period, units]) => ({ period, excess: units - capacityIn(period) }))
    .filter(({ excess }) => excess > 0)
    .map(({ period, excess }) => ({ kind: 'capacity', resource, period, excess }))
}
