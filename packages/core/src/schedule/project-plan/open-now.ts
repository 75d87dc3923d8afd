import type { Id, Instant } from '../../kernel/index.ts'
import type { ProjectAssignment, ProjectRow } from './project-plan.ts'

type OpenPlan = {
  readonly rows: readonly Pick<ProjectRow, 'itemId' | 'isSummary' | 'isDone' | 'startAt' | 'phaseId'>[]
  readonly assignments: readonly Pick<ProjectAssignment, 'itemId' | 'resourceId'>[]
}

/**
 * Dated work that somebody is still to be chosen for although it is time: in the current phases of a plan in waves, and
 * what was to begin by now anywhere. What lies further off may stay open for long.
 *
 * @param currentPhaseIds none where a plan does not go in waves
 */
export function openNow(
  { rows, assignments }: OpenPlan,
  { currentPhaseIds, now }: { readonly currentPhaseIds: ReadonlySet<string>; readonly now: Instant },
): readonly Id<'WorkItem'>[] {
  const open = new Set(assignments.flatMap(({ itemId, resourceId }) => (resourceId === null ? [itemId] : [])))
  return rows
    .filter(({ itemId, isSummary, isDone, startAt, phaseId }) => {
      if (isSummary || isDone || startAt === null || !open.has(itemId)) return false
      return startAt <= now || (phaseId !== null && currentPhaseIds.has(phaseId))
    })
    .map(({ itemId }) => itemId)
}
