import { err, ok, type Result } from '@millrace/core/kernel'
import {
  addAssignee,
  changeItemWork,
  changeWork,
  type ItemPlan,
  removeAssignee,
} from '@millrace/core/schedule'
import { type Call, callOf } from './calls.ts'
import type { Draft } from './draft.ts'
import { changePlanOn, doesWork, type PlanOnDraft } from './draft-plan.ts'
import type { Forecasts } from './forecast.ts'
import { type Assignment, type PlanItem, writeOf } from './kinds.ts'
import { itemForecasts } from './predict-item.ts'

/** Who does how much of an item, and how long it then takes, as core decides it on the server as well. */
export const assignForecasts = {
  'schedule.assign': (draft, input) => {
    const { id, itemId, resourceId, units = 1, workMin = null, alternatives = null } = input
    const said = { id, itemId, resourceId, units, workMin: workMin ?? 0, alternatives }
    const unknown = { actualWorkMin: 0, startAt: null, finishAt: null, costMinor: null }
    const assignment: Assignment = { ...said, ...unknown }
    const item = draft.read('item', itemId)
    if (item && item.childCount > 0)
      return err({ code: 'schedule.summary_spans', params: { item: item.title } })
    const isTaken = (each: Assignment) => resourceId !== null && each.resourceId === resourceId
    const taken = draft.assignmentsOf(itemId).some(isTaken)
    if (taken) return err({ code: 'schedule.resource_assigned', params: namesOf(draft, assignment) })
    const works = isWorker(draft, resourceId)
    draft.write(writeOf('assignment', id, assignment))
    const changed = changePlanOn(draft, itemId, ({ plan }) =>
      works
        ? changeItemWork(without(plan, id), (task) => addAssignee(task, { id, units, workMin }))
        : ok(plan),
    )
    if (!changed.ok) return changed
    const unassign = callOf('schedule.unassign', { id })
    return ok(changed.value ? [unassign, ...backToNobody(draft, changed.value, id)] : [unassign])
  },
  'schedule.changeAssignment': (draft, { id, patch }) => {
    const before = draft.read('assignment', id)
    if (!before) return ok([])
    const { units = before.units, workMin } = patch
    const { resourceId = before.resourceId, alternatives = before.alternatives } = patch
    const works = doesWork(draft, before)
    draft.write(
      writeOf('assignment', id, { ...before, resourceId, alternatives, ...(works ? {} : { units }) }),
    )
    const isResized = works && (units !== before.units || workMin !== undefined)
    const changed = isResized
      ? changePlanOn(draft, before.itemId, ({ plan }) => resize(plan, { id, units, workMin }))
      : ok(null)
    if (!changed.ok) return changed
    const names = Object.entries(patch).flatMap(([name, value]) => (value === undefined ? [] : [name]))
    const values: Readonly<Record<string, unknown>> = before
    // The values come from the assignment's own fields of the same names.
    const back = Object.fromEntries(names.map((name) => [name, values[name]])) as typeof patch
    return ok([callOf('schedule.changeAssignment', { id, patch: back })])
  },
  'schedule.unassign': (draft, { id }) => {
    const before = draft.read('assignment', id)
    const planned = before && draft.read('planItem', before.itemId)
    if (!before || !planned) return ok([])
    if (doesWork(draft, before)) {
      const { itemId } = before
      const changed = changePlanOn(draft, itemId, ({ plan }) =>
        changeItemWork(plan, (task) => removeAssignee(task, id)),
      )
      if (!changed.ok) return changed
    }
    draft.write(writeOf('assignment', id, null))
    return ok([callOf('schedule.assign', comeBack(before, planned))])
  },
  'work.changeItem': (draft, input, context) => {
    const changed = itemForecasts['work.changeItem'](draft, input, context)
    const { effortMin } = input.patch
    if (!changed.ok || effortMin == null) return changed
    const shared = changePlanOn(draft, input.id, ({ plan }) => share(plan, effortMin))
    return shared.ok ? changed : shared
  },
} satisfies Forecasts

function isWorker(draft: Draft, resourceId: string | null): boolean {
  const kind = draft.read('resource', resourceId ?? '')?.kind
  return kind !== 'material' && kind !== 'cost'
}

function namesOf(draft: Draft, { itemId, resourceId }: Assignment) {
  return {
    item: draft.read('item', itemId)?.title ?? '',
    name: draft.read('resource', resourceId ?? '')?.name ?? '',
  }
}

function without(plan: ItemPlan, id: string): ItemPlan {
  return { ...plan, shares: plan.shares.filter((share) => share.id !== id) }
}

/** Of an item that nobody was on, how long it took and how much work it was are not found back by leaving it. */
function backToNobody(
  draft: Draft,
  { planned, item, assignments }: PlanOnDraft,
  id: string,
): readonly Call[] {
  if (assignments.some((each) => each.id !== id && doesWork(draft, each))) return []
  const { containerId, durationMin, remainingMin } = planned
  const isLonger = draft.read('planItem', item.id)?.durationMin !== durationMin
  const isMore = draft.read('item', item.id)?.effortMin !== item.effortMin
  return [
    ...(isMore ? [callOf('work.changeItem', { id: item.id, patch: { effortMin: item.effortMin } })] : []),
    ...(isLonger
      ? [
          callOf('schedule.changePlanItem', {
            containerId,
            itemId: item.id,
            patch: { durationMin, remainingMin },
          }),
        ]
      : []),
  ]
}

type Resized = { readonly id: string; readonly units: number; readonly workMin: number | undefined }

/** As the server does: first the units, then the work. */
function resize(plan: ItemPlan, { id, units, workMin }: Resized): Result<ItemPlan> {
  const isSame = plan.shares.some((each) => each.id === id && each.units === units)
  return changeItemWork(plan, (task) => {
    const resized = isSame ? ok(task) : changeWork(task, { kind: 'units', id, units })
    return resized.ok && workMin !== undefined
      ? changeWork(resized.value, { kind: 'share', id, workMin })
      : resized
  })
}

/** Brings the shares of whoever does it to the effort. */
function share(plan: ItemPlan, effortMin: number): Result<ItemPlan> {
  const workMin = plan.shares.reduce((sum, each) => sum + each.workMin, 0)
  if (plan.shares.length === 0 || workMin === effortMin) return ok(plan)
  return changeItemWork(plan, (task) => changeWork(task, { kind: 'work', workMin: effortMin }))
}

/** Whoever comes back to work that is shared gets a share again, others the work that they brought. */
function comeBack({ id, itemId, resourceId, units, workMin, alternatives }: Assignment, planned: PlanItem) {
  const who = alternatives === null ? { resourceId } : { resourceId, alternatives }
  const back = { id, containerId: planned.containerId, itemId, ...who, units }
  const isShared = planned.isEffortDriven || planned.taskType === 'work' || workMin === 0
  return isShared ? back : { ...back, workMin }
}
