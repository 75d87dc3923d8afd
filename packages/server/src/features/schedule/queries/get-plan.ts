import { operations, type PlanView } from '@millrace/contract'
import {
  demand,
  mayInContainers,
  type QueryContext,
  query,
  refuse,
} from '../../../platform/commands/index.ts'
import { gapsIn } from '../gaps-in.ts'
import { presentBaseline, presentPhase, withoutPrices } from '../present.ts'
import { presentTie } from '../present-tie.ts'
import type { Baseline } from '../store/baselines.ts'
import { findBaselinesOf, readBaselineItems } from './find-baselines.ts'
import { hasRollingWave } from './find-packages.ts'
import { findPhasesOf } from './find-phases.ts'
import { findPlanFigures, NO_FINDINGS } from './find-plan-figures.ts'
import { findPlanStates } from './find-plan-states.ts'
import { findWaits } from './find-waits.ts'
import { readOutsideCalendars, readOutsideTies } from './read-outside-ties.ts'
import { readAssignments, readCalendars, readLinks, readResources } from './read-plan-parts.ts'
import { readPlanRows } from './read-plan-rows.ts'

/** The whole plan of a project, with a baseline to compare with. */
export const getPlan = query(operations['schedule.getPlan'], readPlanView)

/**
 * The plan of a project as whoever asks sees it.
 *
 * @throws Refused `platform.not_found` where it must not be seen, or `schedule.plan_too_large`
 */
export async function readPlanView(
  context: QueryContext,
  { containerId, baselineId }: { readonly containerId: string; readonly baselineId?: string | undefined },
): Promise<PlanView> {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'project' })
  const state = (await findPlanStates(tx, organisationId, [containerId])).get(containerId)
  if (!state) return refuse('platform.not_found', { what: 'project' })
  const rows = (await readPlanRows(tx, organisationId, [containerId])).get(containerId) ?? []
  const { settings, timeZone } = state
  // Where dates stay as they are, what was once calculated says nothing about them.
  const found = settings.isScheduled ? await findPlanFigures(tx, organisationId, containerId) : NO_FINDINGS
  const { access } = principal
  const waits = await findWaits(tx, organisationId, { projectId: containerId, itemId: null, access })
  const phases = await findPhasesOf(tx, organisationId, [containerId])
  const baselines = await findBaselinesOf(tx, organisationId, containerId)
  const resources = await readResources(tx, organisationId, containerId)
  const isManager = mayInContainers(principal.access, 'container.manage', [containerId])
  const links = await readLinks(
    tx,
    organisationId,
    rows.map((row) => row.itemId),
  )
  const calendars = await readCalendars(tx, organisationId, { projectId: containerId, timeZone })
  const assignments = await readAssignments(tx, organisationId, containerId)
  const ties = await readOutsideTies(tx, organisationId, { projectId: containerId, itemId: null })
  const gaps = gapsIn({ rows, calendars, resources, assignments, settings, timeZone })
  return {
    rows: rows.map((row) => ({
      ...{ ...row, ...found.figures.get(row.itemId) },
      gaps: gaps.get(row.itemId) ?? row.gaps,
      levelledFor: waits.get(row.itemId) ?? null,
    })),
    settings,
    links,
    outside: {
      links: ties.map((tie) => presentTie(tie, principal)),
      calendars: await readOutsideCalendars(tx, organisationId, { ties, state }),
    },
    conflicts: seenConflicts(found.conflicts, { rows, links: [...links, ...ties] }),
    hasRollingWave: await hasRollingWave(tx, organisationId, containerId),
    phases: phases.map(presentPhase),
    baselines: baselines.map(presentBaseline),
    baseline: await readBaseline(context, baselines, baselineId),
    ...{ calendars, assignments },
    resources: isManager ? resources : resources.map(withoutPrices),
  }
}

type Seen = Pick<PlanView, 'rows'> & { readonly links: readonly { readonly id: string }[] }

/** Those of items and links that the reader sees, and that are still there. */
function seenConflicts(conflicts: PlanView['conflicts'], { rows, links }: Seen): PlanView['conflicts'] {
  const seen = new Set([...rows.map(({ itemId }) => itemId), ...links.map(({ id }) => id)])
  return conflicts.filter(({ itemId, linkId }) => seen.has(itemId) && (linkId === null || seen.has(linkId)))
}

async function readBaseline(
  { tx, organisationId }: QueryContext,
  baselines: readonly Baseline[],
  wanted: string | undefined,
): Promise<PlanView['baseline']> {
  const baseline = wanted === undefined ? baselines.at(-1) : baselines.find((one) => one.id === wanted)
  if (baseline) return { id: baseline.id, rows: await readBaselineItems(tx, organisationId, baseline.id) }
  return wanted === undefined ? null : refuse('platform.not_found', { what: 'baseline' })
}
