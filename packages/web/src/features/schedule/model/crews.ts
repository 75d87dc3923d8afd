import type { PlanView } from '@millrace/contract'
import { textsOpenWork } from '../texts-open-work.ts'
import { openSkill } from './open-skill.ts'

/** Who and what is on each item, in words; items that nobody is assigned to are left out. */
export function crews({
  assignments,
  resources,
}: Pick<PlanView, 'assignments' | 'resources'>): ReadonlyMap<string, string> {
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  const ofItem = Map.groupBy(assignments, ({ itemId }) => itemId)
  return new Map(
    [...ofItem].flatMap(([itemId, mine]) => {
      const known = mine.flatMap((assignment) => {
        const skill = openSkill(assignment)
        return skill === null ? (names.get(assignment.resourceId ?? '') ?? []) : [textsOpenWork.short(skill)]
      })
      return known.length === 0 ? [] : [[itemId, known.join(', ')] as const]
    }),
  )
}
