import { STANDARD_WEEK, type WorkingCalendar } from '../../../calendar/index.ts'
import type { PlanInput, PlanLink, PlanTask } from '../plan.ts'
import { PlanNetwork } from '../plan-network.ts'
import { type PlannedTask, plannedTasks } from '../planned-tasks.ts'

/** Minutes since 1970 of an ISO moment. */
export const minute = (text: string): number => Date.parse(text) / 60_000
/** An ISO moment in minutes. */
export const text = (at: number | undefined): string =>
  new Date((at ?? 0) * 60_000).toISOString().slice(0, 16)

/** Monday to Friday, eight to twelve and one to five, UTC. */
export const office: WorkingCalendar = {
  id: 'office',
  baseId: null,
  name: 'Office',
  timeZone: 'UTC',
  week: STANDARD_WEEK,
  periods: [],
  exceptions: [],
}

/** A working day. */
export const DAY = 480

/** A task of a day. */
export function task(id: string, values: Partial<PlanTask> = {}): PlanTask {
  return {
    id,
    parentId: null,
    kind: 'task',
    durationMin: DAY,
    isElapsed: false,
    calendarId: null,
    constraint: null,
    deadlineAt: null,
    levelledAt: null,
    manual: null,
    actual: null,
    ...values,
  }
}

/** From finish to start, without lag. */
export const link = (fromId: string, toId: string, values: Partial<PlanLink> = {}): PlanLink => ({
  id: `${fromId}-${toId}`,
  fromId,
  toId,
  kind: 'FS',
  lag: 0,
  lagUnit: 'workingMin',
  ...values,
})

/** A plan that begins on Thursday, 2026-11-05. */
export const plan = (
  tasks: readonly PlanTask[],
  links: readonly PlanLink[] = [],
  other: Partial<PlanInput> = {},
): PlanInput => ({
  tasks,
  links,
  calendars: [office],
  options: {
    startAt: minute('2026-11-05T08:00Z'),
    statusAt: null,
    calendarId: 'office',
    lagCalendar: 'project',
    precedence: 'logic',
    progress: 'retained',
    criticalMin: 0,
    nearCriticalMin: 0,
  },
  ...other,
})

/** The tasks of a plan that can be calculated, by id. */
export function planned(input: PlanInput): ReadonlyMap<string, PlannedTask> {
  const network = PlanNetwork.of(input)
  if (!network.ok) throw new Error(network.refusal.code)
  return new Map(plannedTasks(network.value).map((one) => [one.id, one]))
}
