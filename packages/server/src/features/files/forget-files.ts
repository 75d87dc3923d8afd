import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { deleteFilesOf } from './store.ts'

/**
 * Deletes all files of items and containers that go, for good. What files of people would be worth
 * keeping is the caller's question.
 *
 * @returns what is gone
 */
export async function forgetFiles(
  unit: Unit,
  places: { readonly itemIds: readonly string[]; readonly containerIds: readonly string[] },
): Promise<readonly SubjectRef[]> {
  return (await deleteFilesOf(unit, places)).map((id) => ({ kind: 'file', id }))
}
