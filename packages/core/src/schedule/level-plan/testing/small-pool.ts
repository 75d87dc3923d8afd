import { STANDARD_WEEK, type WorkingCalendar } from '../../../calendar/index.ts'
import type { PlanInput, PlanLink, PlanTask } from '../../network/plan.ts'
import type { PlanAssignment, PlanResource, PooledPlans } from '../resources.ts'

const base = { baseId: null, periods: [], exceptions: [], timeZone: 'UTC' }

/** An office from eight to five with an hour at noon, a half-time one, and one that never stops. */
export const OFFICE: WorkingCalendar = { ...base, id: 'office', name: 'Office', week: STANDARD_WEEK }
export const MORNINGS: WorkingCalendar = {
  ...base,
  id: 'mornings',
  name: 'Mornings',
  week: [...Array.from({ length: 5 }, () => [{ from: 480, to: 720 }]), [], []],
}
export const ALWAYS: WorkingCalendar = {
  ...base,
  id: 'always',
  name: 'Always',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
}

/** The minute of a time in UTC, such as `2026-11-02T08:00`; 2 November 2026 is a Monday. */
export function minute(text: string): number {
  return Date.parse(`${text}Z`) / 60_000
}

/** The time of a minute, as `minute` reads it. */
export function clock(at: number): string {
  return new Date(at * 60_000).toISOString().slice(0, 16)
}

/** A working day of the office. */
export const DAY = 480

/** A task of one day that nothing is known of but its id. */
export function task(id: string, given: Partial<PlanTask> = {}): PlanTask {
  return {
    id,
    parentId: null,
    kind: 'task',
    durationMin: DAY,
    isElapsed: false,
    calendarId: null,
    constraint: null,
    levelledAt: null,
    deadlineAt: null,
    manual: null,
    actual: null,
    ...given,
  }
}

/** A finish-start link without lag. */
export function link(fromId: string, toId: string, given: Partial<PlanLink> = {}): PlanLink {
  return { id: `${fromId}-${toId}`, fromId, toId, kind: 'FS', lag: 0, lagUnit: 'workingMin', ...given }
}

/** A plan from Monday, 2 November 2026, 08:00 on. */
export function plan(tasks: readonly PlanTask[], links: readonly PlanLink[] = []): PlanInput {
  return {
    tasks,
    links,
    calendars: [OFFICE, MORNINGS, ALWAYS],
    options: {
      startAt: minute('2026-11-02T08:00'),
      statusAt: null,
      calendarId: 'office',
      lagCalendar: 'project',
      precedence: 'logic',
      progress: 'retained',
      criticalMin: 0,
      nearCriticalMin: 0,
    },
  }
}

/** A person in the office. */
export function person(id: string, given: Partial<PlanResource> = {}): PlanResource {
  return { id, kind: 'person', calendarId: 'office', maxUnits: 1, ...given }
}

/** That somebody does an item alone, as long as it lasts. */
export function assign(itemId: string, resourceId: string | null, given: Partial<PlanAssignment> = {}) {
  const whole = { id: `${itemId}/${String(resourceId)}`, itemId, resourceId, units: 1, workMin: null }
  return { ...whole, ...given } satisfies PlanAssignment
}

/** One plan with its pool. */
export function pooled(
  one: PlanInput,
  resources: readonly PlanResource[],
  assignments: readonly PlanAssignment[],
): PooledPlans {
  return { plans: [one], resources, assignments }
}
