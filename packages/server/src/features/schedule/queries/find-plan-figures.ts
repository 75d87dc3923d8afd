import type { PlanRowView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What the last calculation found for an item. */
export type Figures = Pick<
  PlanRowView,
  'lateFinishAt' | 'totalFloatMin' | 'freeFloatMin' | 'isCritical' | 'isOnLongestPath' | 'reason'
>

/** As they are kept: see `0037_schedule_network.sql`. */
export type StoredFigures = readonly [
  itemId: string,
  lateFinishAt: number,
  totalFloatMin: number,
  freeFloatMin: number,
  isCritical: boolean,
  isOnLongestPath: boolean,
  reasonKind: string,
  reasonId: string | null,
]

type Row = { readonly figures: readonly StoredFigures[] }

/** What the last calculation of a plan found, by item; empty before the first. */
export async function findPlanFigures(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<ReadonlyMap<string, Figures>> {
  const [row] = await tx.query<Row>({
    name: 'schedule_find_plan_figures',
    text: `
select f.figures
from plan_figures f
where f.organisation_id = $1
  and f.project_id = $2`,
    values: [organisationId, projectId],
  })
  return new Map((row?.figures ?? []).map(toFigures))
}

function toFigures(stored: StoredFigures): [string, Figures] {
  const [itemId, lateFinishAt, totalFloatMin, freeFloatMin, isCritical, isOnLongestPath, kind, id] = stored
  const reason = { kind, id }
  return [itemId, { lateFinishAt, totalFloatMin, freeFloatMin, isCritical, isOnLongestPath, reason }]
}
