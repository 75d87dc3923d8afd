import type { Unit } from '../../platform/commands/index.ts'
import { findWaitingProjects } from './queries/find-waiting-projects.ts'
import { bumpPlans } from './store/plan-state.ts'

/** The job that calculates the dates of a plan. */
export const REPLAN_JOB = 'schedule.replan'

/** Of which plan, and what people had asked for by then. */
export type ReplanPayload = { readonly projectId: string; readonly version: number }

/** An import comes in many parts: its plan is calculated when it has ended. */
const AFTER_IMPORT_MS = 5_000

/**
 * Has the dates of some projects calculated after this transaction, and those of projects that wait for what is not
 * calculated there. Ten changes in a row make one calculation: whichever job comes first takes all of them in, and
 * the others find nothing to do.
 *
 * @param itemIds where only items, their links and who does them were changed: which; both ends of a link
 */
export async function outdatePlans(
  unit: Unit,
  projectIds: Iterable<string>,
  itemIds: Iterable<string> | null = null,
): Promise<void> {
  const changed = itemIds && [...new Set(itemIds)]
  const ids = [...new Set(projectIds)]
  await bump(unit, ids, changed)
  await outdateWaiting(unit, { projectIds: ids, itemIds: changed, who: 'untold' })
}

/** Has the dates of projects calculated that wait for something in others, which itself stays as it is. */
export async function outdateWaiting(
  unit: Unit,
  awaited: Parameters<typeof findWaitingProjects>[2],
): Promise<void> {
  if (awaited.itemIds === null ? awaited.projectIds.length === 0 : awaited.itemIds.length === 0) return
  // Their own items are as they were.
  await bump(unit, await findWaitingProjects(unit.tx, unit.organisationId, awaited), [])
}

async function bump(
  unit: Unit,
  projectIds: readonly string[],
  itemIds: readonly string[] | null,
): Promise<void> {
  if (projectIds.length === 0) return
  const outdated = await bumpPlans(unit, projectIds, itemIds)
  const isImport = unit.origin.kind === 'import'
  await Promise.all(
    outdated.map(({ projectId, version }) =>
      unit.enqueue({
        kind: REPLAN_JOB,
        organisationId: unit.organisationId,
        payload: { projectId, version } satisfies ReplanPayload,
        uniqueKey: `${REPLAN_JOB} ${projectId} ${isImport ? 'import' : version}`,
        ...(isImport ? { runAt: unit.now + AFTER_IMPORT_MS } : {}),
      }),
    ),
  )
}
