import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { deleteEntriesOn } from './store.ts'

/**
 * Deletes all time that was written down on items that go, for good. What of it people would miss is the
 * caller's question.
 *
 * @returns what is gone
 */
export async function forgetTime(unit: Unit, itemIds: readonly string[]): Promise<readonly SubjectRef[]> {
  if (itemIds.length === 0) return []
  return (await deleteEntriesOn(unit, itemIds)).map((id) => ({ kind: 'timeEntry', id }))
}
