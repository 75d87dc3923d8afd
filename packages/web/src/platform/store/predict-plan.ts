import { ok } from '@millrace/core/kernel'
import { changeItemPlan } from '@millrace/core/schedule'
import { callOf } from './calls.ts'
import { changePlanOn, plannedItemOf } from './draft-plan.ts'
import type { Forecasts } from './forecast.ts'
import { type PlanItem, writeOf } from './kinds.ts'

/** What is planned for an item changes at once, decided by core as on the server; the dates follow from it. */
export const planForecasts = {
  'schedule.changePlanItem': (draft, { containerId, itemId, patch }) => {
    const changed = changePlanOn(draft, itemId, ({ plan, item }) =>
      changeItemPlan(plan, patch, plannedItemOf(draft, item)),
    )
    if (!changed.ok) return changed
    const [before, after] = [changed.value?.planned, draft.read('planItem', itemId)]
    if (!before || !after) return ok([])
    return ok([callOf('schedule.changePlanItem', { containerId, itemId, patch: takeBack(before, after) })])
  },
  'schedule.setLevelling': (draft, { containerId, items, assignments = [] }) => {
    const before = {
      items: items.flatMap(({ itemId }) => {
        const planned = draft.read('planItem', itemId)
        return planned ? [{ itemId, levelledAt: planned.levelledAt }] : []
      }),
      assignments: assignments.flatMap(({ assignmentId }) => {
        const assignment = draft.read('assignment', assignmentId)
        return assignment ? [{ assignmentId, resourceId: assignment.resourceId }] : []
      }),
    }
    for (const { itemId, levelledAt } of items) {
      const planned = draft.read('planItem', itemId)
      if (planned) draft.write(writeOf('planItem', itemId, { ...planned, levelledAt }))
    }
    for (const { assignmentId, resourceId } of assignments) {
      const assignment = draft.read('assignment', assignmentId)
      if (assignment) draft.write(writeOf('assignment', assignmentId, { ...assignment, resourceId }))
    }
    const isNothing = before.items.length + before.assignments.length === 0
    return ok(isNothing ? [] : [callOf('schedule.setLevelling', { containerId, ...before })])
  },
} satisfies Forecasts

/** What follows from what people say, and is not said itself. */
const NOT_SAID: ReadonlySet<string> = new Set(['id', 'containerId', 'wbsCode', 'costMinor'])

/** The values before, of what was changed. Dates that followed from links do so again. */
function takeBack(before: PlanItem, after: PlanItem): Partial<PlanItem> {
  const names = Object.keys(after) as (keyof PlanItem)[] // Its own keys.
  const changed = names.filter((name) => before[name] !== after[name] && !NOT_SAID.has(name))
  const isGiven = (name: string) => before.isManual || (name !== 'startAt' && name !== 'finishAt')
  return Object.fromEntries(changed.filter(isGiven).map((name) => [name, before[name]]))
}
