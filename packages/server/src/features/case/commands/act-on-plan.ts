import { operations, type ParsedInputOf } from '@millrace/contract'
import { commandOf, findPlanningStage, type PlanItemRow, walkModel } from '@millrace/core/case'
import { command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { finishItems } from '../../work/index.ts'
import { demandOpen } from '../policy.ts'
import { findItemsOfRows } from '../queries/find-items-of-rows.ts'
import { changeEach, demanded, type Turn } from './change-each.ts'

type Acting = ParsedInputOf<(typeof operations)['case.actOnPlanItem']>

/** Does something with items of plans. Completing what an item carries out finishes the item, which is what counts. */
export const actOnPlanItem = command(operations['case.actOnPlanItem'], async (unit, inputs) => {
  await finishCarriers(
    unit,
    inputs.filter(({ act }) => act === 'complete'),
  )
  return await changeEach(unit, inputs, { change: act })
})

/** Whoever moves an item locks it before its case. */
async function finishCarriers(unit: Unit, completing: readonly Acting[]): Promise<void> {
  const itemIds = await findItemsOfRows(unit, completing)
  if (itemIds.length > 0) await finishItems(unit, itemIds)
}

function act(turn: Turn, { containerId, planItemId, act, rowId }: Acting): void {
  const { set, held, speaker, index } = turn
  demandOpen(held, index)
  const { standing } = set.begun(containerId)
  const placed = walkModel(standing.model).find(({ item }) => item.id === planItemId)
  if (!placed) return refuse('case.plan_item_unknown', { id: planItemId }, index)
  const { name } = placed.item
  if (act === 'plan') {
    const stageId = findPlanningStage(standing, planItemId)
    if (stageId === null) return refuse('case.not_now', { name }, index)
    demanded(set.say(containerId, { kind: 'plan', defId: planItemId, stageId }, speaker), index)
    return
  }
  const row = rowOf(standing.state.items, { planItemId, rowId })
  if (!row) return refuse('case.not_now', { name }, index)
  demanded(set.say(containerId, commandOf(act, row.id), speaker), index)
}

/** The one that is meant, or the latest that is not over. */
function rowOf(
  rows: readonly PlanItemRow[],
  { planItemId, rowId }: Pick<Acting, 'planItemId' | 'rowId'>,
): PlanItemRow | undefined {
  const own = rows.filter(({ defId }) => defId === planItemId)
  if (rowId !== null) return own.find(({ id }) => id === rowId)
  return own.findLast(({ state }) => state !== 'completed' && state !== 'terminated')
}
