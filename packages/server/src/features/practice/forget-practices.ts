import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { deleteArtifactTypes, deletePractices } from './store/forget.ts'

/**
 * Deletes practices and types of artifact for good, as far as no others stand on them.
 *
 * @returns what is gone
 */
export async function forgetPractices(
  unit: Unit,
  ids: { readonly practiceIds: readonly string[]; readonly artifactTypeIds: readonly string[] },
): Promise<readonly SubjectRef[]> {
  const practices = await deletePractices(unit, ids.practiceIds)
  const types = await deleteArtifactTypes(unit, ids.artifactTypeIds)
  return [
    ...practices.map((id) => ({ kind: 'practice', id })),
    ...types.map((id) => ({ kind: 'artifactType', id })),
  ]
}
