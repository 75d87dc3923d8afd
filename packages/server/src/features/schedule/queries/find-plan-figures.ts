import type { PlanConflictView, PlanRowView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What the last calculation found for an item. */
export type Figures = Pick<
  PlanRowView,
  | 'lateFinishAt'
  | 'totalFloatMin'
  | 'freeFloatMin'
  | 'startFloatMin'
  | 'finishFloatMin'
  | 'isCritical'
  | 'isNearCritical'
  | 'isOnLongestPath'
  | 'reason'
  | 'calendarWait'
>

/** As they are kept: see `0041_schedule_network.sql`. A calculation from before it says nothing of the last ones. */
export type StoredFigures = readonly [
  itemId: string,
  lateFinishAt: number,
  totalFloatMin: number,
  freeFloatMin: number,
  isCritical: boolean,
  isOnLongestPath: boolean,
  reasonKind: string,
  reasonId: string | null,
  startFloatMin?: number,
  finishFloatMin?: number,
  isNearCritical?: boolean,
  calendarFromAt?: number | null,
  calendarId?: string | null,
]

/** What the last calculation of a plan found. */
export type PlanFindings = {
  readonly figures: ReadonlyMap<string, Figures>
  readonly conflicts: readonly PlanConflictView[]
}

/** Of a plan that was never calculated, or whose dates stay as they are. */
export const NO_FINDINGS: PlanFindings = { figures: new Map(), conflicts: [] }

type Row = { readonly figures: readonly StoredFigures[]; readonly conflicts: readonly PlanConflictView[] }

/** What the last calculation of a plan found, figures by item; nothing before the first. */
export async function findPlanFigures(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<PlanFindings> {
  const [row] = await tx.query<Row>({
    name: 'schedule_find_plan_figures',
    text: `
select f.figures, f.conflicts
from plan_figures f
where f.organisation_id = $1
  and f.project_id = $2`,
    values: [organisationId, projectId],
  })
  return row ? { figures: new Map(row.figures.map(toFigures)), conflicts: row.conflicts } : NO_FINDINGS
}

/** Figures by item of several plans together. */
export async function findFiguresOf(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Figures>> {
  const rows = await tx.query<Pick<Row, 'figures'>>({
    name: 'schedule_find_figures_of',
    text: `
select f.figures
from plan_figures f
where f.organisation_id = $1
  and f.project_id = any($2::uuid[])`,
    values: [organisationId, projectIds],
  })
  return new Map(rows.flatMap(({ figures }) => figures.map(toFigures)))
}

function toFigures(stored: StoredFigures): [string, Figures] {
  const [itemId, lateFinishAt, totalFloatMin, freeFloatMin, isCritical, isOnLongestPath, kind, id] = stored
  const [, , , , , , , , startFloatMin, finishFloatMin, isNearCritical, fromAt, calendarId] = stored
  return [
    itemId,
    {
      ...{ lateFinishAt, totalFloatMin, freeFloatMin, isCritical, isOnLongestPath },
      reason: { kind, id },
      startFloatMin: startFloatMin ?? null,
      finishFloatMin: finishFloatMin ?? null,
      isNearCritical: isNearCritical ?? false,
      calendarWait: fromAt == null ? null : { fromAt, calendarId: calendarId ?? null },
    },
  ]
}
