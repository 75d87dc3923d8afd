import type { ProjectAssignment, ProjectResource } from '../project-plan.ts'

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
