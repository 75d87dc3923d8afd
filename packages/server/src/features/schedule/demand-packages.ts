import { checkPackages } from '@millrace/core/schedule'
import { Refused, type Unit } from '../../platform/commands/index.ts'
import { findPackages, findPlaced } from './queries/find-packages.ts'

/**
 * Goes on only if what lies in later phases is known as ranges only: some items with everything
 * under them, or everything in some phases. Projects that are not planned in waves are passed over.
 *
 * @throws Refused with `schedule.later_phase_detail`
 */
export async function demandPackages(
  unit: Unit,
  where: { readonly itemIds: readonly string[] } | { readonly phaseIds: readonly string[] },
): Promise<void> {
  const { tx, organisationId } = unit
  const itemIds = 'itemIds' in where ? where.itemIds : await findPlaced(tx, organisationId, where.phaseIds)
  if (itemIds.length === 0) return
  const refusal = checkPackages(await findPackages(tx, organisationId, itemIds))
  if (refusal) throw new Refused(refusal)
}
