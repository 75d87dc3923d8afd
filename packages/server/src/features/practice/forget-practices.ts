import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { deleteArtifactsOf, deleteArtifactTypes, deleteMarksBy, deletePractices } from './store/forget.ts'

/**
 * Deletes practices and types of artifact for good, as far as no others stand on them, artifacts of these types that
 * nothing asks for, and how people judged areas.
 *
 * @returns what is gone
 */
export async function forgetPractices(
  unit: Unit,
  ids: {
    readonly practiceIds: readonly string[]
    readonly artifactTypeIds: readonly string[]
    readonly personIds: readonly string[]
  },
): Promise<readonly SubjectRef[]> {
  await deleteMarksBy(unit, ids.personIds)
  await deleteArtifactsOf(unit, ids.artifactTypeIds)
  const practices = await deletePractices(unit, ids.practiceIds)
  const types = await deleteArtifactTypes(unit, ids.artifactTypeIds)
  return [
    ...practices.map((id) => ({ kind: 'practice', id })),
    ...types.map((id) => ({ kind: 'artifactType', id })),
  ]
}
