import type { Id } from '../../kernel/index.ts'
import type { Slot } from './level-net.ts'
import { levelLength } from './level-work.ts'
import { CLOCK } from './line-book.ts'
import type { Pool, PoolTask } from './pool.ts'
import type { PlanAssignment } from './resources.ts'
import { toShare } from './share.ts'

/** Who does a task: one slot for each resource, and assignments that somebody is to be chosen for, and nobody is left. */
export type Staffing = { readonly slots: readonly Slot[]; readonly vacant: readonly Id<'Assignment'>[] }

/** What a task takes. Whoever is planned takes their part first. */
export function staffingOf(pool: Pool, one: PoolTask): Staffing {
  const slots: Slot[] = []
  const vacant: Id<'Assignment'>[] = []
  const isOpen = ({ resourceId, alternatives }: PlanAssignment) =>
    resourceId === null && alternatives !== undefined
  for (const assignment of one.assignments.toSorted((a, b) => Number(isOpen(a)) - Number(isOpen(b)))) {
    const candidates = candidatesFor(pool, assignment)
    const only = candidates.length === 1 ? candidates[0] : undefined
    const same = slots.findIndex(({ candidates: [first, ...more] }) => more.length === 0 && first === only)
    const other = slots[same]
    if (isOpen(assignment) && (candidates.length === 0 || other)) vacant.push(assignment.id)
    if (candidates.length === 0 || (isOpen(assignment) && other)) continue
    const slot = { assignment: assignment.id, candidates, ...amountOf(one, assignment) }
    if (slot.share === 0) continue
    if (other) slots[same] = together(other, slot)
    else slots.push(slot)
  }
  return { slots, vacant }
}

/** Whoever is planned comes first; then those who may do it as well, in the order of their ids. */
function candidatesFor(pool: Pool, { resourceId, alternatives }: PlanAssignment): readonly number[] {
  const planned = pool.resourceOf.get(resourceId ?? '')
  const others = pool.resources.flatMap(({ source }, index) => {
    if (!alternatives) return []
    const may =
      alternatives.kind === 'skill'
        ? source.skills?.includes(alternatives.skill) === true
        : alternatives.resourceIds.includes(source.id)
    return may ? [index] : []
  })
  const all = planned === undefined ? others : [planned, ...others]
  return [...new Set(all)].filter((index) => pool.resources[index]?.source.kind !== 'material')
}

function amountOf(
  one: PoolTask,
  { units, workMin }: PlanAssignment,
): { readonly share: number; readonly lengthMin: number | null } {
  if (workMin === null || one.line === CLOCK) return { share: toShare(units), lengthMin: null }
  if (units > 0) {
    const lengthMin = Math.ceil(workMin / units)
    return { share: lengthMin > 0 ? toShare(workMin / lengthMin) : 0, lengthMin }
  }
  return { share: toShare(workMin / levelLength(one)), lengthMin: null }
}

/** Two assignments of one resource to one task. */
function together(one: Slot, other: Slot): Slot {
  const lengths = [one.lengthMin, other.lengthMin]
  const known = lengths.filter((length) => length !== null)
  const lengthMin = known.length === lengths.length ? Math.max(...known) : null
  return { ...one, share: one.share + other.share, lengthMin }
}
