import { skillLoadOf } from '@millrace/core/schedule'
import { aloneIn, type Days, type LoadPart, meets } from './parts.ts'
import type { PlanPool } from './plan-pool.ts'

/** The row of a skill among those of resources. */
export function skillRowId(skill: string): string {
  return `skill ${skill}`
}

/** Which items ask for a skill between two days and have nobody for it yet, the largest first. */
export function skillPartsOf(pool: PlanPool, skill: string, days: Days): readonly LoadPart[] {
  const byItem = Map.groupBy(pool.pooled.assignments, ({ itemId }) => itemId)
  const parts = pool.dates.flatMap((date): readonly LoadPart[] => {
    const assignments = byItem.get(date.id) ?? []
    if (!meets(date, days) || assignments.every(({ resourceId }) => resourceId !== null)) return []
    const loads = skillLoadOf(aloneIn(pool, date.id, assignments), [date], { ...days, by: 'day' })
    const asked = loads.find((load) => load.skill === skill)?.buckets ?? []
    const workMin = asked.reduce((sum, { openMin }) => sum + openMin, 0)
    return workMin > 0 ? [{ itemId: date.id, workMin }] : []
  })
  return parts.toSorted((a, b) => b.workMin - a.workMin)
}
