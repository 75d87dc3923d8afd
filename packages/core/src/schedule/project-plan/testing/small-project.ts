import type { ProjectAssignment, ProjectPlan, ProjectResource, ProjectRow } from '../project-plan.ts'

/** One person of a project, about whom nothing in particular is said. */
export function projectResource(id: string, more: Partial<ProjectResource> = {}): ProjectResource {
  return {
    ...{ id, kind: 'work', calendarId: null, maxUnits: 1, availability: [], skills: [], crewMemberIds: [] },
    ...{ dayLimitMin: null, weekLimitMin: null },
    ...more,
  }
}

/** One of a resource on an item, as long as that lasts. */
export function projectAssignment(
  itemId: string,
  resourceId: string,
  more: Partial<ProjectAssignment> = {},
): ProjectAssignment {
  const id = `${resourceId} on ${itemId}`
  return { id, itemId, resourceId, units: 1, workMin: 0, alternatives: null, ...more }
}

/** A row about which nothing in particular is said. */
export function projectRow(itemId: string, more: Partial<ProjectRow> = {}): ProjectRow {
  return {
    ...{ itemId, parentId: null, isSummary: false, isMilestone: false, isDone: false, effortMin: null },
    ...{ startAt: null, finishAt: null, datesFrom: null, durationMin: null, isElapsed: false },
    ...{ isHammock: false, taskType: 'units', percentComplete: 0, isManual: false, constraintKind: null },
    ...{ constraintAt: null, deadlineAt: null, levelledAt: null, calendarId: null, startedAt: null },
    ...{ finishedAt: null, actualStartAt: null, actualFinishAt: null, remainingMin: null, splits: [] },
    ...{ resumeAt: null, phaseId: null },
    ...more,
  }
}

/** Rows of a project that begins on Monday, 2027-03-01, in the standard week. */
export function projectPlan(rows: readonly ProjectRow[]): ProjectPlan {
  return {
    ...{ rows, links: [], calendars: [], resources: [], assignments: [] },
    settings: {
      ...{ isScheduled: true, startAt: Date.parse('2027-03-01T00:00:00Z'), statusAt: null, calendarId: null },
      ...{ lagCalendar: 'project', precedence: 'logic', progressRule: 'retained' },
      ...{ criticalMin: 0, nearCriticalMin: 0 },
    },
    ...{ timeZone: 'UTC', laterPhaseIds: new Set() },
  }
}
