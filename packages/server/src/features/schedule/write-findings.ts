import { changedFindings, type PlanFinding } from '@millrace/core/schedule'
import { type ExecuteDeps, runInTime } from '../../platform/commands/index.ts'
import { keepFindingsOf, lockPlanned, saveFindings } from './store/findings.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A plan whose dates are written. */
type WrittenPlan = { readonly organisationId: string; readonly projectId: string; readonly version: number }

/**
 * Writes what a calculation found, as queries ask it: after the dates, because nobody who moves a bar waits for
 * it. What has been calculated anew meanwhile is left to that.
 *
 * @param before what stands; null: it is not known
 * @returns whether it stands as found now
 */
export async function writeFindings(
  deps: ExecuteDeps,
  { organisationId, projectId, version }: WrittenPlan,
  { before, now }: { readonly before: readonly PlanFinding[] | null; readonly now: readonly PlanFinding[] },
): Promise<boolean> {
  const { changed, isAnyGone } = changedFindings(before, now)
  if (changed.length === 0 && !isAnyGone) return true
  let isKept = false
  await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
    isKept = await lockPlanned(unit, { projectId, version })
    if (!isKept) return
    await saveFindings(unit, projectId, changed)
    if (isAnyGone) {
      const itemIds = now.map(({ itemId }) => itemId)
      await keepFindingsOf(unit, projectId, itemIds)
    }
    unit.record([
      {
        id: unit.newId<'Event'>(),
        kind: 'schedule.found',
        at: unit.now,
        actor: unit.actor,
        subject: { kind: 'planFinding', id: projectId },
        containerId: projectId,
        data: { changed: changed.length },
      },
    ])
  })
  return isKept
}
