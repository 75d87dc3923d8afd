import { dayStarts, type WorkingCalendar } from '../../calendar/index.ts'
import { dayNumber, type PlainDate } from '../../kernel/index.ts'
import type { PlanAssignment, PlanResource, ResourceKind } from '../level-plan/resources.ts'
import type { AvailabilityPeriod, ProjectPlan, ProjectResource } from './project-plan.ts'

const KINDS: Readonly<Record<Exclude<ProjectResource['kind'], 'cost'>, ResourceKind>> = {
  work: 'person',
  machine: 'machine',
  material: 'material',
}

/** Who works on a plan, as levelling, load and health look at it. */
export type ProjectPool = {
  readonly resources: readonly PlanResource[]
  readonly assignments: readonly PlanAssignment[]
}

/**
 * Who and what works on the plan of a project. What only costs takes no time. There is as much of a crew as there is of
 * its members, day by day; days are those of the zone in which the resource works.
 */
export function poolOfProject(
  plan: Pick<ProjectPlan, 'resources' | 'assignments' | 'calendars' | 'timeZone'>,
): ProjectPool {
  const zones = new Map(plan.calendars.map((calendar) => [calendar.id, calendar]))
  const known = new Map(plan.resources.map((resource) => [resource.id, resource]))
  return {
    resources: plan.resources.flatMap((resource): readonly PlanResource[] =>
      resource.kind === 'cost' ? [] : [resourceOf(resource, resource.kind, { known, zones, plan })],
    ),
    assignments: plan.assignments.map(({ id, itemId, resourceId, units, workMin, alternatives }) => ({
      ...{ id, itemId, resourceId, units },
      workMin: workMin > 0 ? workMin : null,
      ...(alternatives === null ? {} : { alternatives }),
    })),
  }
}

type Known = {
  readonly known: ReadonlyMap<string, ProjectResource>
  readonly zones: ReadonlyMap<string, WorkingCalendar>
  readonly plan: Pick<ProjectPlan, 'timeZone'>
}

function resourceOf(
  resource: ProjectResource,
  kind: keyof typeof KINDS,
  { known, zones, plan }: Known,
): PlanResource {
  const { id, calendarId, skills, dayLimitMin: dayMin, weekLimitMin: weekMin } = resource
  const members = resource.crewMemberIds.flatMap((memberId) => known.get(memberId) ?? [])
  const counted = members.length > 0 ? members : [resource]
  const timeZone = zones.get(calendarId ?? '')?.timeZone ?? plan.timeZone
  return {
    ...{ id, calendarId, skills },
    kind: members.length > 0 ? 'team' : KINDS[kind],
    maxUnits: sumUnits(counted, null),
    changes: boundariesOf(counted).map((day) => ({
      fromAt: dayStarts(timeZone, day, day)[0] ?? 0,
      maxUnits: sumUnits(counted, day),
    })),
    limits: { dayMin, weekMin },
  }
}

/** Days on which the amount of any of them may change, in their order. */
function boundariesOf(resources: readonly ProjectResource[]): readonly number[] {
  const days = resources.flatMap(({ availability }) =>
    availability.flatMap(({ fromOn, toOn }) => [dayOf(fromOn), ...(toOn === null ? [] : [dayOf(toOn) + 1])]),
  )
  return [...new Set(days)].toSorted((a, b) => a - b)
}

/** In thousandths, so that the tenths of part-timers add up. */
function sumUnits(resources: readonly ProjectResource[], day: number | null): number {
  return Math.round(resources.reduce((sum, resource) => sum + unitsOn(resource, day) * 1_000, 0)) / 1_000
}

/** How much of it there is on a day; null: before anything changes. */
function unitsOn({ maxUnits, availability }: ProjectResource, day: number | null): number {
  if (day === null) return maxUnits
  const holding = availability.filter((period) => lengthFrom(period, day) !== null)
  return holding.toSorted(byWeight).at(-1)?.maxUnits ?? maxUnits
}

function lengthFrom({ fromOn, toOn }: AvailabilityPeriod, day: number): number | null {
  return dayOf(fromOn) <= day && day <= lastDay(toOn) ? lastDay(toOn) - dayOf(fromOn) : null
}

/** The later beginning counts more, then the earlier end. */
function byWeight(one: AvailabilityPeriod, other: AvailabilityPeriod): number {
  return dayOf(one.fromOn) - dayOf(other.fromOn) || lastDay(other.toOn) - lastDay(one.toOn)
}

function lastDay(toOn: PlainDate | null): number {
  return toOn === null ? Number.MAX_SAFE_INTEGER : dayOf(toOn)
}

function dayOf(day: PlainDate): number {
  return dayNumber(day) ?? 0
}
