import type { CalendarView, PlanRowView } from '@millrace/contract'
import { type OutsidePlace, type OutsideTies, outsidePlaceOf } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { toWorkingCalendar } from '../working-calendars.ts'
import { findCalendars } from './find-calendars.ts'
import { findOutsideLinks, findPartsOf, type OutsideLinkRow, type Tied } from './find-outside-links.ts'
import { findPlanStates, type PlanState } from './find-plan-states.ts'
import { isAnythingTied } from './is-anything-tied.ts'
import { readRowsOf } from './read-plan-rows.ts'

/** A link to or from another project, with where that lies which is there. */
export type OutsideTie = OutsideLinkRow & { readonly place: OutsidePlace | null }

type Rows = ReadonlyMap<string, readonly PlanRowView[]>

/** How the items of a project, or one of them, are tied to others, whoever may see these; none cost one question. */
export async function readOutsideTies(
  tx: Tx,
  organisationId: string,
  tied: Tied,
): Promise<readonly OutsideTie[]> {
  if (!(await isAnythingTied(tx, organisationId, [tied.projectId]))) return []
  const links = await findOutsideLinks(tx, organisationId, tied)
  if (links.length === 0) return []
  const projectIds = [...new Set(links.map((link) => link.otherProjectId))]
  const parts = await findPartsOf(
    tx,
    organisationId,
    links.map(({ otherId, otherProjectId }) => ({ itemId: otherId, projectId: otherProjectId })),
  )
  const rows = await readRowsOf(tx, organisationId, { projectIds, itemIds: parts })
  const states = await findPlanStates(tx, organisationId, projectIds)
  const rowOf = rowsById(rows)
  return links.flatMap((link): readonly OutsideTie[] => {
    const row = rowOf.get(`${link.otherProjectId} ${link.otherId}`)
    // Nothing waits for a hammock; what waits for others may be one.
    if (!row || (link.isIn ? row : link.own).isHammock) return []
    const calendarId = states.get(link.otherProjectId)?.settings.calendarId ?? null
    return [{ ...link, place: outsidePlaceOf(row, calendarId) }]
  })
}

/** An item may be in several projects, and lie on the plan of one of them only. */
function rowsById(rows: Rows): ReadonlyMap<string, PlanRowView> {
  return new Map(
    [...rows].flatMap(([projectId, own]) => own.map((row) => [`${projectId} ${row.itemId}`, row] as const)), // A pair.
  )
}

/** The same as core calculates with it; undefined where there is nothing of the kind. */
export async function readOutside(
  tx: Tx,
  organisationId: string,
  { projectId, state }: { readonly projectId: string; readonly state: PlanState },
): Promise<OutsideTies | undefined> {
  const ties = await readOutsideTies(tx, organisationId, { projectId, itemId: null })
  if (ties.length === 0) return undefined
  return {
    ...tiesOf(ties),
    calendars: (await readOutsideCalendars(tx, organisationId, { ties, state })).map(toWorkingCalendar),
  }
}

/** Without the calendars that lags are counted in. */
export function tiesOf(ties: readonly OutsideTie[]): Omit<OutsideTies, 'calendars'> {
  const waiting = ties.filter(({ isIn }) => isIn)
  return {
    links: waiting.map(({ id, toId, linkType, lag, lagUnit, place: from }) => {
      return { id, toId, linkType, lag, lagUnit, from }
    }),
    awaitedIds: [...new Set(ties.filter(({ isIn }) => !isIn).map(({ fromId }) => fromId))],
  }
}

/** Calendars of other projects, where lags are counted in those of predecessors. */
export async function readOutsideCalendars(
  tx: Tx,
  organisationId: string,
  { ties, state }: { readonly ties: readonly OutsideTie[]; readonly state: PlanState },
): Promise<readonly CalendarView[]> {
  const projectIds = [...new Set(ties.filter(({ isIn }) => isIn).map((tie) => tie.otherProjectId))]
  if (state.settings.lagCalendar !== 'predecessor' || projectIds.length === 0) return []
  // Those that all projects may go by are among the project's own.
  const found = await findCalendars(tx, organisationId, { projectIds, ids: [], isShared: false })
  return found.filter(({ containerId }) => containerId !== null)
}
