import type { EarningRuleName, EstimateShapeName } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

/** How an item earns what was planned for it, and how its estimate is spread. */
export type ItemMeasures = {
  readonly rule: EarningRuleName
  /** Among the milestones of what lies above it; null: 1. */
  readonly weight: number | null
  readonly unitsDone: number | null
  readonly unitsTotal: number | null
  /** The rest as it was estimated anew, in money and in minutes; null: nobody did. */
  readonly restMinor: number | null
  readonly restMin: number | null
  /** Null: as the project spreads estimates. */
  readonly shape: EstimateShapeName | null
}

/** Measures of items, where anything is planned for them. */
export async function findMeasures(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, ItemMeasures>> {
  const rows = await tx.query<ItemMeasures & { readonly id: string }>({
    name: 'schedule_find_measures',
    text: `
select p.item_id as id, p.ev_rule as rule, p.ev_weight as weight, p.ev_units_done as "unitsDone",
  p.ev_units_total as "unitsTotal", p.ev_rest_minor as "restMinor", p.ev_rest_min as "restMin",
  p.estimate_shape as shape
from plan_item p
where p.organisation_id = $1
  and p.item_id = any($2::uuid[])
order by p.item_id`,
    values: [organisationId, itemIds],
  })
  return new Map(rows.map(({ id, ...measures }) => [id, measures]))
}
