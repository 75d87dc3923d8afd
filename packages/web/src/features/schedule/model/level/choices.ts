import type { LevelledPlans } from '@millrace/core/schedule'
import type { LevelPart } from './level-part.ts'

/** An assignment that is done with another resource, each by its id in the project. Null: nobody in particular. */
export type Choice = { readonly assignmentId: string; readonly resourceId: string | null }

/**
 * Assignments of a project that levelling gives to somebody else of those who may do them. One person is one resource of
 * levelling in all projects, whatever they are called in each.
 */
export function choicesOf(
  { plan }: LevelPart,
  parts: readonly LevelPart[],
  levelled: LevelledPlans['assignments'],
): readonly Choice[] {
  const personOf = new Map(
    parts.flatMap((part) => part.plan.resources.map(({ id, personId }) => [id, personId ?? id])),
  )
  const knownAs = (id: string) => personOf.get(id) ?? id
  const own = new Map(plan.resources.map(({ id }) => [knownAs(id), id]))
  const planned = new Map(plan.assignments.map((assignment) => [assignment.id, assignment.resourceId]))
  return levelled.flatMap(({ id, resourceId }): readonly Choice[] => {
    const before = planned.get(id)
    // People who are only responsible have no assignment that could change hands.
    if (before === undefined || resourceId === null) return []
    if (before !== null && knownAs(resourceId) === knownAs(before)) return []
    const chosen = own.get(knownAs(resourceId))
    return chosen === undefined ? [] : [{ assignmentId: id, resourceId: chosen }]
  })
}

/** Who does them now: what takes the choices back. */
export function choicesBefore({ plan }: LevelPart, choices: readonly Choice[]): readonly Choice[] {
  const planned = new Map(plan.assignments.map(({ id, resourceId }) => [id, resourceId]))
  return choices.map(({ assignmentId }) => ({
    assignmentId,
    resourceId: planned.get(assignmentId) ?? null,
  }))
}
