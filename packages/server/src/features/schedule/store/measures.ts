import type { Unit } from '../../../platform/commands/index.ts'
import type { ItemMeasures } from '../queries/find-measures.ts'

/** Measures of an item, and whether it keeps its own days when it comes onto the plan with them. */
export type NewMeasures = ItemMeasures & {
  readonly containerId: string
  readonly itemId: string
  readonly isManual: boolean
}

/**
 * Sets how items are measured. Those that nothing is planned for come onto the plan, and keep the days they
 * have; which ones: not those on the plan of another project.
 */
export async function saveMeasures(unit: Unit, items: readonly NewMeasures[]): Promise<ReadonlySet<string>> {
  const rows = items.map((item) => ({
    item_id: item.itemId,
    project_id: item.containerId,
    is_manual: item.isManual,
    ev_rule: item.rule,
    ev_weight: item.weight,
    ev_units_done: item.unitsDone,
    ev_units_total: item.unitsTotal,
    ev_rest_minor: item.restMinor,
    ev_rest_min: item.restMin,
    estimate_shape: item.shape,
  }))
  const saved = await unit.tx.query<{ id: string }>({
    name: 'schedule_save_measures',
    text: `
insert into plan_item (organisation_id, project_id, item_id, is_manual, ${MEASURES.join(', ')})
select $1, r.project_id, r.item_id, r.is_manual, ${MEASURES.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::plan_item, $2::json) r
order by r.item_id
on conflict (organisation_id, item_id) do update
set ${MEASURES.map((column) => `${column} = excluded.${column}`).join(',\n    ')}
where plan_item.project_id = excluded.project_id
returning item_id as id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(saved.map(({ id }) => id))
}

const MEASURES = [
  'ev_rule',
  'ev_weight',
  'ev_units_done',
  'ev_units_total',
  'ev_rest_minor',
  'ev_rest_min',
  'estimate_shape',
]
