import type { AssignmentView, PlanRowView, PlanView, ResourceView } from '@millrace/contract'
import { changeItemPlan, type WorkShare } from '@millrace/core/schedule'
import { doesWork } from '../does-work.ts'

type Ground = Pick<PlanView, 'resources' | 'assignments'>

/**
 * What a plan costs by what is said of it: the cost of an item where that is stated, else its fixed cost and the work
 * of whoever is on it by their rates. Null: nothing in it has a cost.
 *
 * @param before the rows as they stand: where a duration differs from it, work follows as its task type says
 */
export function planCost(
  { resources, assignments }: Ground,
  rows: readonly PlanRowView[],
  before: readonly PlanRowView[],
): number | null {
  const resourceOf = new Map(resources.map((resource) => [resource.id, resource]))
  const standing = new Map(before.map((row) => [row.itemId, row]))
  const ofItem = Map.groupBy(assignments, ({ itemId }) => itemId)
  const costs = rows.flatMap((row) => {
    if (row.isSummary) return []
    const mine = ofItem.get(row.itemId) ?? []
    const cost = row.costMinor ?? costOf(mine, { row, before: standing.get(row.itemId), resourceOf })
    return cost === null ? [] : [cost]
  })
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0)
}

type Around = {
  readonly row: PlanRowView
  readonly before: PlanRowView | undefined
  readonly resourceOf: ReadonlyMap<string, ResourceView>
}

function costOf(assignments: readonly AssignmentView[], { row, before, resourceOf }: Around): number | null {
  const working = assignments.filter(({ resourceId }) => {
    const resource = resourceOf.get(resourceId ?? '')
    return resourceId === null || (resource !== undefined && doesWork(resource.kind))
  })
  const work = new Map<string, number>()
  for (const { id, workMin } of sharesOf(working, row, before)) work.set(id, workMin)
  const parts = assignments.flatMap((assignment) => {
    const workMin = work.get(assignment.id) ?? assignment.workMin
    return (
      costOfShare({ ...assignment, workMin }, assignment, resourceOf.get(assignment.resourceId ?? '')) ?? []
    )
  })
  if (row.fixedCostMinor !== null) parts.push(row.fixedCostMinor)
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0)
}

function costOfShare(
  now: AssignmentView,
  before: AssignmentView,
  resource: ResourceView | undefined,
): number | null {
  if (now.costMinor !== null && now.workMin === before.workMin) return now.costMinor
  const rate = resource?.rateMinorPerHour ?? null
  const perUse = resource?.costPerUseMinor ?? null
  if (rate !== null) return Math.round((now.workMin * rate) / 60) + (perUse ?? 0)
  return now.costMinor ?? perUse
}

/** Who does how much, after another duration. */
function sharesOf(
  assignments: readonly AssignmentView[],
  row: PlanRowView,
  before: PlanRowView | undefined,
): readonly WorkShare[] {
  const shares = assignments.map(({ id, units, workMin }) => ({ id, units, workMin }))
  if (!before || before.durationMin === row.durationMin) return shares
  const { title, isMilestone, effortMin } = row
  const hasOwnDays = before.datesFrom === 'item'
  const item = { title, isSummary: false, isMilestone, hasOwnDays, effortMin }
  const plan = { fields: before, effortMin: before.effortMin, shares }
  const changed = changeItemPlan(plan, { durationMin: row.durationMin }, item)
  return changed.ok ? changed.value.shares : shares
}
