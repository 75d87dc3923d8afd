import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { deleteCommentsOn } from './store.ts'

/**
 * Deletes all comments on items that go, for good. What comments of people would be worth keeping
 * is the caller's question.
 *
 * @returns what is gone
 */
export async function forgetComments(unit: Unit, itemIds: readonly string[]): Promise<readonly SubjectRef[]> {
  if (itemIds.length === 0) return []
  return (await deleteCommentsOn(unit, itemIds)).map((id) => ({ kind: 'comment', id }))
}
