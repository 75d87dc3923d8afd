import type { WorkingCalendar } from '../../../calendar/index.ts'
import type {
  ProjectAssignment,
  ProjectLink,
  ProjectResource,
  ProjectRow,
} from '../../project-plan/project-plan.ts'
import type { ForecastFacts } from '../forecast-facts.ts'

/** An hour of a day, UTC. */
export const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
/** When projects begin. */
export const MONDAY = at('2027-03-01')
/** A working day. */
export const DAY = 480

/** An item of one day, about which nothing in particular is said. */
export function row(itemId: string, values: Partial<ProjectRow> = {}): ProjectRow {
  return {
    ...{ itemId, parentId: null, isSummary: false, isMilestone: false, isDone: false, effortMin: null },
    ...{
      startAt: null,
      finishAt: null,
      datesFrom: null,
      durationMin: DAY,
      isElapsed: false,
      isHammock: false,
    },
    ...{ percentComplete: 0, isManual: false, constraintKind: null, constraintAt: null, deadlineAt: null },
    ...{ levelledAt: null, calendarId: null, startedAt: null, finishedAt: null, actualStartAt: null },
    ...{
      actualFinishAt: null,
      remainingMin: null,
      splits: [],
      resumeAt: null,
      phaseId: null,
      taskType: 'units',
    },
    ...values,
  }
}

/** From finish to start, without lag. */
export const link = (fromId: string, toId: string, more: Partial<ProjectLink> = {}): ProjectLink => {
  return { id: `${fromId}-${toId}`, fromId, toId, linkType: 'FS', lag: 0, lagUnit: 'workingMin', ...more }
}

/** What differs from a project without people, ranges and risks. */
export type More = Partial<Omit<ForecastFacts, 'plan'>> & {
  readonly resources?: readonly ProjectResource[]
  readonly assignments?: readonly ProjectAssignment[]
  readonly calendars?: readonly WorkingCalendar[]
  readonly statusAt?: number
  readonly laterPhaseIds?: ReadonlySet<string>
}

/** A project about which somebody asks for a forecast. */
export function facts(
  rows: readonly ProjectRow[],
  links: readonly ProjectLink[] = [],
  more: More = {},
): ForecastFacts {
  const { statusAt = null, laterPhaseIds = new Set(), ...given } = more
  const { calendars = [], resources = [], assignments = [], ...rest } = given
  return {
    plan: {
      ...{ rows, links, calendars, resources, assignments, timeZone: 'UTC', laterPhaseIds },
      settings: {
        ...{ isScheduled: true, startAt: MONDAY, statusAt, calendarId: null, lagCalendar: 'project' },
        ...{ precedence: 'logic', progressRule: 'retained', criticalMin: 0, nearCriticalMin: 0 },
      },
    },
    ...{
      ranges: new Map(),
      packages: new Map(),
      costs: new Map(),
      phases: [],
      risks: [],
      shape: 'pert',
      correlation: 0,
    },
    ...{ shapes: new Map(), kinds: new Map(), finished: [], startAt: null, isLevelled: false },
    ...rest,
  }
}
