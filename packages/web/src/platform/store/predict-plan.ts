import { ok } from '@millrace/core/kernel'
import { changePlanFields, type PlanFields } from '@millrace/core/schedule'
import { callOf } from './calls.ts'
import type { Forecasts } from './forecast.ts'
import { type PlanItem, writeOf } from './kinds.ts'

/** What is planned for an item changes at once, decided by core as on the server; the dates follow from it. */
export const planForecasts = {
  'schedule.changePlanItem': (draft, { containerId, itemId, patch }) => {
    const before = draft.read('planItem', itemId)
    const item = draft.read('item', itemId)
    if (!before || !item) return ok([])
    const changed = changePlanFields(before, patch, {
      title: item.title,
      isSummary: item.childCount > 0,
      isMilestone: item.isMilestone,
      effortMin: item.effortMin,
      hasOwnDays: item.startsOn !== null || item.dueOn !== null,
    })
    if (!changed.ok) return changed
    draft.write(writeOf('planItem', itemId, { ...before, ...changed.value }))
    return ok([
      callOf('schedule.changePlanItem', { containerId, itemId, patch: takeBack(before, changed.value) }),
    ])
  },
  'schedule.setLevelling': (draft, { containerId, items }) => {
    const before = items.flatMap(({ itemId }) => {
      const planned = draft.read('planItem', itemId)
      return planned ? [{ itemId, levelledAt: planned.levelledAt }] : []
    })
    for (const { itemId, levelledAt } of items) {
      const planned = draft.read('planItem', itemId)
      if (planned) draft.write(writeOf('planItem', itemId, { ...planned, levelledAt }))
    }
    return ok(before.length === 0 ? [] : [callOf('schedule.setLevelling', { containerId, items: before })])
  },
} satisfies Forecasts

/** The values before, of what was changed. Dates that followed from links do so again. */
function takeBack(before: PlanItem, after: PlanFields): Partial<PlanFields> {
  const names = Object.keys(after) as (keyof PlanFields)[] // Its own keys.
  const changed = names.filter((name) => before[name] !== after[name])
  const isGiven = (name: string) => before.isManual || (name !== 'startAt' && name !== 'finishAt')
  return Object.fromEntries(changed.filter(isGiven).map((name) => [name, before[name]]))
}
