import { lengthOf } from './demand.ts'
import type { Slot } from './level-net.ts'
import { CLOCK } from './line-book.ts'
import type { Pool, PoolTask } from './pool.ts'
import type { PlanAssignment } from './resources.ts'
import { toShare } from './share.ts'

/** What a task takes, one slot for each resource that does it. */
export function slotsOf(pool: Pool, one: PoolTask): readonly Slot[] {
  const slots: Slot[] = []
  for (const assignment of one.assignments) {
    const candidates = candidatesFor(pool, assignment)
    if (candidates.length === 0) continue
    const slot = { assignment: assignment.id, candidates, ...amountOf(one, assignment) }
    if (slot.share === 0) continue
    const only = candidates.length === 1 ? candidates[0] : undefined
    const same = slots.findIndex((other) => other.candidates.length === 1 && other.candidates[0] === only)
    const other = slots[same]
    if (only !== undefined && other) slots[same] = together(other, slot)
    else slots.push(slot)
  }
  return slots
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
  return { share: toShare(workMin / lengthOf(one)), lengthMin: null }
}

/** Two assignments of one resource to one task. */
function together(one: Slot, other: Slot): Slot {
  const lengths = [one.lengthMin, other.lengthMin]
  const known = lengths.filter((length) => length !== null)
  const lengthMin = known.length === lengths.length ? Math.max(...known) : null
  return { ...one, share: one.share + other.share, lengthMin }
}
