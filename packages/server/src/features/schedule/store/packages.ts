import type { Ranges } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'

/** Writes the ranges of items; of an item without any, nothing is kept. */
export async function savePackages(unit: Unit, packages: ReadonlyMap<string, Ranges>): Promise<void> {
  await unit.tx.query({
    name: 'schedule_delete_packages',
    text: `
delete from plan_package p
where p.organisation_id = $1
  and p.item_id = any($2::uuid[])`,
    values: [unit.organisationId, [...packages.keys()]],
  })
  const rows = [...packages].map(([itemId, ranges]) => ({
    ...{
      item_id: itemId,
      duration_low_min: ranges.durationLowMin,
      duration_high_min: ranges.durationHighMin,
    },
    ...{ people_low: ranges.peopleLow, people_high: ranges.peopleHigh },
    ...{ cost_low_minor: ranges.costLowMinor, cost_high_minor: ranges.costHighMinor },
  }))
  await unit.tx.query({
    name: 'schedule_insert_packages',
    text: `
insert into plan_package (organisation_id, item_id, duration_low_min, duration_high_min, people_low, people_high,
  cost_low_minor, cost_high_minor)
select $1, r.item_id, r.duration_low_min, r.duration_high_min, r.people_low, r.people_high, r.cost_low_minor,
  r.cost_high_minor
from json_populate_recordset(null::plan_package, $2::json) r
where coalesce(r.duration_low_min, r.people_low, r.cost_low_minor) is not null`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
