import type { AssignmentView, PlanRowView, PlanView, ResourceView } from '@millrace/contract'
import { costOfWork } from '@millrace/core/cost'
import { dayOf } from '../../../../platform/time-zone.ts'

type Around = {
  /** Who does what as the server told it: what an assignment is said to cost holds for the work that it had then. */
  readonly told: readonly AssignmentView[]
  readonly timeZone: string
}

/**
 * What a plan costs by what is said of it: the cost of an item where that is stated, else its fixed cost and the work
 * of whoever is on it by their rates. Null: nothing in it has a cost.
 */
export function planCost(
  { resources, assignments }: Pick<PlanView, 'resources' | 'assignments'>,
  rows: readonly PlanRowView[],
  { told, timeZone }: Around,
): number | null {
  const resourceOf = new Map(resources.map((resource) => [resource.id, resource]))
  const toldOf = new Map(told.map((assignment) => [assignment.id, assignment]))
  const ofItem = Map.groupBy(assignments, ({ itemId }) => itemId)
  const costs = rows.flatMap((row) => {
    if (row.isSummary) return []
    if (row.costMinor !== null) return [row.costMinor]
    const shares = (ofItem.get(row.itemId) ?? []).flatMap((assignment) => {
      const before = toldOf.get(assignment.id)
      const isAsTold = before?.workMin === assignment.workMin && before.resourceId === assignment.resourceId
      if (isAsTold && before.costMinor !== null) return [before.costMinor]
      return (
        costOfShare(assignment, resourceOf.get(assignment.resourceId ?? ''), () => daysOf(row, timeZone)) ??
        []
      )
    })
    return row.fixedCostMinor === null ? shares : [...shares, row.fixedCostMinor]
  })
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0)
}

type Days = { readonly startOn: string | null; readonly finishOn: string | null }

function costOfShare(
  { workMin, costMinor }: AssignmentView,
  resource: ResourceView | undefined,
  days: () => Days,
): number | null {
  const isPriced =
    resource !== undefined &&
    (resource.rateMinorPerHour !== null || resource.costPerUseMinor !== null || resource.rates.length > 0)
  if (!isPriced) return costMinor
  // Without rates of certain days, the days make no difference.
  const when = resource.rates.length > 0 ? days() : { startOn: null, finishOn: null }
  return costOfWork(resource, { workMin, ...when })
}

function daysOf({ startAt, finishAt }: PlanRowView, timeZone: string): Days {
  return {
    startOn: startAt === null ? null : dayOf(startAt, timeZone),
    finishOn: finishAt === null ? null : dayOf(finishAt - 1, timeZone),
  }
}
