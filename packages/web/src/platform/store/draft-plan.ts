import { err, ok, type Result } from '@millrace/core/kernel'
import { type ItemPlan, type PlannedItem, totalCostAfter } from '@millrace/core/schedule'
import type { Draft } from './draft.ts'
import { type Assignment, type Item, type PlanItem, writeOf } from './kinds.ts'

/** What is planned for an item on a draft, and who does it. */
export type PlanOnDraft = {
  readonly planned: PlanItem
  readonly item: Item
  readonly assignments: readonly Assignment[]
  /** What core decides about. Material and cost do no work. */
  readonly plan: ItemPlan
}

/** What is planned for an item, as far as it is on the draft; null: not all that it follows from is loaded. */
export function planOn(draft: Draft, itemId: string): PlanOnDraft | null {
  const planned = draft.read('planItem', itemId)
  const item = draft.read('item', itemId)
  if (!planned || !item) return null
  const assignments = draft.assignmentsOf(itemId)
  const shares = assignments.filter((each) => doesWork(draft, each))
  return { planned, item, assignments, plan: { fields: planned, effortMin: item.effortMin, shares } }
}

/** What core is told of the item itself. */
export function plannedItemOf(draft: Draft, item: Item): PlannedItem {
  const { normMin, normUnit = '' } = draft.read('type', item.typeId)?.defaults ?? {}
  return {
    title: item.title,
    isSummary: item.childCount > 0,
    isMilestone: item.isMilestone,
    effortMin: item.effortMin,
    hasOwnDays: item.startsOn !== null || item.dueOn !== null,
    usualNorm: normMin == null ? null : { normMin, unit: normUnit },
  }
}

/** Whether somebody or something on an item works on it; of what is not known here, whether it has work. */
export function doesWork(
  draft: Draft,
  { resourceId, workMin }: Pick<Assignment, 'resourceId' | 'workMin'>,
): boolean {
  // Whoever has the skill that work needs will work on it.
  if (resourceId === null) return true
  const kind = draft.read('resource', resourceId)?.kind
  return kind === undefined ? workMin > 0 : kind === 'work' || kind === 'machine'
}

/** Writes what core decided about an item: what is said of it, how much work it is, and who does how much of that. */
export function putPlan(draft: Draft, { planned, item, assignments }: PlanOnDraft, after: ItemPlan): void {
  const costMinor = totalCostAfter(planned, after.fields.fixedCostMinor)
  draft.write(writeOf('planItem', item.id, { ...planned, ...after.fields, costMinor }))
  if (after.effortMin !== item.effortMin) {
    draft.write(writeOf('item', item.id, { ...item, effortMin: after.effortMin }))
  }
  const shareOf = new Map(after.shares.map((share) => [share.id, share]))
  for (const assignment of assignments) {
    const share = shareOf.get(assignment.id)
    if (!share || (share.units === assignment.units && share.workMin === assignment.workMin)) continue
    const { units, workMin } = share
    draft.write(writeOf('assignment', assignment.id, { ...assignment, units, workMin }))
  }
}

/** Changes the plan of an item on a draft; of an item that is not loaded the server's answer will tell. */
export function changePlanOn(
  draft: Draft,
  itemId: string,
  change: (before: PlanOnDraft) => Result<ItemPlan>,
): Result<PlanOnDraft | null> {
  const before = planOn(draft, itemId)
  if (!before) return ok(null)
  const after = change(before)
  if (!after.ok) return err(after.refusal)
  putPlan(draft, before, after.value)
  return ok(before)
}
