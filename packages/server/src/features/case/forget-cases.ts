import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { deleteCaseItems, deleteStagesOf } from './store/forget.ts'

/**
 * Deletes the places of items in cases, and the stages of whole cases, for good.
 *
 * @returns what is gone
 */
export async function forgetCases(
  unit: Unit,
  gone: { readonly itemIds: readonly string[]; readonly caseIds: readonly string[] },
): Promise<readonly SubjectRef[]> {
  const items = await deleteCaseItems(unit, gone)
  const stages = await deleteStagesOf(unit, gone.caseIds)
  return [...items.map((id) => ({ kind: 'caseItem', id })), ...stages.map((id) => ({ kind: 'stage', id }))]
}
