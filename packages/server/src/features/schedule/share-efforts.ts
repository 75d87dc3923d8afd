import { changeItemWork, changeWork } from '@millrace/core/schedule'
import { accepted, type Unit } from '../../platform/commands/index.ts'
import { ItemPlans } from './item-plans.ts'

/**
 * Brings the shares of whoever does some items to their efforts; duration or units follow. Items that nobody is
 * assigned to, and those whose shares add up already, are passed over. Without an effort the shares stay.
 *
 * @throws Refused with `schedule.units_beyond`
 */
export async function shareEfforts(unit: Unit, itemIds: readonly string[]): Promise<void> {
  const plans = await ItemPlans.load(unit, itemIds)
  for (const item of plans.items()) {
    const { effortMin, projectId } = item
    const before = plans.planOf(item)
    const workMin = before.shares.reduce((sum, share) => sum + share.workMin, 0)
    if (effortMin === null || projectId === null || before.shares.length === 0 || workMin === effortMin)
      continue
    const plan = changeItemWork(before, (task) => changeWork(task, { kind: 'work', workMin: effortMin }))
    plans.put(item, projectId, accepted(plan))
  }
  await plans.save()
}
