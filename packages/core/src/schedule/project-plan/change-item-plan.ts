import { ok, type Result } from '../../kernel/index.ts'
import { changeWork } from '../work-model/change-work.ts'
import { durationOf, sumWork, type TaskWork, type WorkShare } from '../work-model/task-work.ts'
import {
  changePlanFields,
  type PlanFields,
  type PlannedItem,
  type PlanPatch,
  type UsualNorm,
} from './change-plan-fields.ts'

/**
 * What is planned for an item with the work in it. The effort is how much work there is, the shares say who
 * does how much of it: they add up to the effort as soon as anything of them is changed here.
 */
export type ItemPlan = {
  readonly fields: PlanFields
  /** Null: nobody has estimated it. */
  readonly effortMin: number | null
  readonly shares: readonly WorkShare[]
}

/** Work that nobody has estimated takes a day of eight hours. */
const USUAL_DURATION_MIN = 480

/**
 * Changes what is said about an item, and what follows from it: quantity times norm is its effort, and duration,
 * work and units keep to each other as its task type says. With its first quantity it takes over the norm of its kind.
 *
 * @returns the plan after; or refused as `changePlanFields` and `changeWork` refuse
 */
export function changeItemPlan(before: ItemPlan, patch: PlanPatch, item: PlannedItem): Result<ItemPlan> {
  const fields = changePlanFields(before.fields, patch, item)
  if (!fields.ok) return fields
  const { durationMin } = before.fields
  const taken = takeNorm(fields.value, patch, item.usualNorm ?? null)
  const said: ItemPlan = { ...before, fields: { ...taken, durationMin } }
  const normed = hasNewNorm(patch) ? applyNorm(said) : ok(said)
  return normed.ok && patch.durationMin !== undefined ? setDuration(normed.value, patch.durationMin) : normed
}

/**
 * Changes the work in an item: who does it, how much, with how many units.
 *
 * @param change what is done to its work, such as `changeWork` or `addAssignee`
 * @returns the plan after; or refused as the change refuses
 */
export function changeItemWork(
  { fields, effortMin, shares }: ItemPlan,
  change: (task: TaskWork) => Result<TaskWork>,
): Result<ItemPlan> {
  const task = taskOf({ fields, effortMin, shares })
  const changed = change(task)
  if (!changed.ok) return changed
  const after = changed.value
  const isMoved = after.durationMin !== task.durationMin
  const isShared = after.shares.length > 0
  return ok({
    fields: {
      ...fields,
      durationMin: isMoved || isShared ? after.durationMin : fields.durationMin,
      remainingMin: isMoved ? null : fields.remainingMin,
    },
    effortMin: isShared || after.workMin !== task.workMin ? after.workMin : effortMin,
    shares: after.shares,
  })
}

/**
 * What an item costs in total after its fixed cost changed: a total that is said includes the fixed cost, and goes
 * with it. Null: no total is said. All in minor units.
 */
export function totalCostAfter(
  before: Pick<PlanFields, 'fixedCostMinor'> & { readonly costMinor: number | null },
  fixedAfter: number | null,
): number | null {
  const { costMinor, fixedCostMinor } = before
  return costMinor === null ? null : costMinor - (fixedCostMinor ?? 0) + (fixedAfter ?? 0)
}

function taskOf({ fields, effortMin, shares }: ItemPlan): TaskWork {
  const isShared = shares.length > 0
  const usual = isShared ? durationOf(shares) : (effortMin ?? USUAL_DURATION_MIN)
  return {
    taskType: fields.isElapsed ? null : fields.taskType,
    isEffortDriven: fields.isEffortDriven,
    durationMin: fields.durationMin ?? usual,
    workMin: isShared ? sumWork(shares) : (effortMin ?? 0),
    shares,
  }
}

/** A norm of its own stands, and so does saying at the same time that there is none. */
function takeNorm(fields: PlanFields, patch: PlanPatch, usual: UsualNorm | null): PlanFields {
  const isWanted = patch.quantity != null && patch.normMin === undefined && fields.normMin === null
  if (usual === null || !isWanted) return fields
  return { ...fields, normMin: usual.normMin, quantityUnit: fields.quantityUnit || usual.unit }
}

function hasNewNorm({ quantity, normMin }: PlanPatch): boolean {
  return quantity !== undefined || normMin !== undefined
}

function applyNorm(plan: ItemPlan): Result<ItemPlan> {
  const { quantity, normMin, taskType } = plan.fields
  if (quantity === null || normMin === null) return ok(plan)
  const workMin = Math.round(quantity * normMin)
  const normed = changeItemWork(plan, (task) => changeWork(task, { kind: 'work', workMin }))
  if (!normed.ok || plan.shares.length > 0 || taskType === 'duration' || plan.fields.isElapsed) return normed
  // Without anybody to share it with, its effort is how long it takes.
  return ok({ ...normed.value, fields: { ...normed.value.fields, durationMin: null } })
}

function setDuration(plan: ItemPlan, durationMin: number | null): Result<ItemPlan> {
  const wanted = durationMin ?? (plan.shares.length > 0 ? durationOf(plan.shares) : null)
  if (wanted === null) return ok({ ...plan, fields: { ...plan.fields, durationMin: null } })
  const changed = changeItemWork(plan, (task) => changeWork(task, { kind: 'duration', durationMin: wanted }))
  return changed.ok
    ? ok({ ...changed.value, fields: { ...changed.value.fields, durationMin: wanted } })
    : changed
}
