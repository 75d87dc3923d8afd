import type { RiskView } from '@millrace/contract'
import type { Unit } from '../../../platform/commands/index.ts'

/** Adds risks with their items, or changes them in their projects; which ones: not those of other projects. */
export async function saveRisks(unit: Unit, risks: readonly RiskView[]): Promise<ReadonlySet<string>> {
  const rows = risks.map((risk) => ({
    ...{ id: risk.id, project_id: risk.containerId, title: risk.title, probability: risk.probability },
    ...{ delay_low_min: risk.delayLowMin, delay_high_min: risk.delayHighMin },
    ...{ cost_low_minor: risk.costLowMinor, cost_high_minor: risk.costHighMinor, version: risk.version },
  }))
  const saved = await unit.tx.query<{ id: string }>({
    name: 'schedule_save_risks',
    text: `
insert into risk (organisation_id, id, project_id, title, probability, delay_low_min, delay_high_min,
  cost_low_minor, cost_high_minor, version)
select $1, r.id, r.project_id, r.title, r.probability, r.delay_low_min, r.delay_high_min, r.cost_low_minor,
  r.cost_high_minor, r.version
from json_populate_recordset(null::risk, $2::json) r
on conflict (organisation_id, id) do update
set title = excluded.title,
    probability = excluded.probability,
    delay_low_min = excluded.delay_low_min,
    delay_high_min = excluded.delay_high_min,
    cost_low_minor = excluded.cost_low_minor,
    cost_high_minor = excluded.cost_high_minor,
    version = excluded.version
where risk.project_id = excluded.project_id
returning id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  const ids = new Set(saved.map(({ id }) => id))
  await deleteItemsOf(unit, [...ids])
  await insertItems(
    unit,
    risks.filter(({ id }) => ids.has(id)),
  )
  return ids
}

/** Deletes risks. */
export async function deleteRisks(unit: Unit, ids: readonly string[]): Promise<void> {
  await deleteItemsOf(unit, ids)
  await unit.tx.query({
    name: 'schedule_delete_risks',
    text: `
delete from risk r
where r.organisation_id = $1
  and r.id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}

async function deleteItemsOf(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'schedule_delete_risk_items',
    text: `
delete from risk_item i
where i.organisation_id = $1
  and i.risk_id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}

async function insertItems(unit: Unit, risks: readonly RiskView[]): Promise<void> {
  const hit = risks.flatMap(({ id, itemIds }) => itemIds.map((itemId) => ({ id, itemId })))
  if (hit.length === 0) return
  await unit.tx.query({
    name: 'schedule_insert_risk_items',
    text: `
insert into risk_item (organisation_id, risk_id, item_id)
select $1, x.risk_id, x.item_id
from unnest($2::uuid[], $3::uuid[]) as x (risk_id, item_id)
order by x.risk_id, x.item_id`,
    values: [unit.organisationId, hit.map(({ id }) => id), hit.map(({ itemId }) => itemId)],
  })
}
