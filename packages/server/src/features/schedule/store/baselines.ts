import type { Id, Instant } from '@millrace/core/kernel'
import type { BaselineItem } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A plan as it once was, without its rows. */
export type Baseline = {
  readonly id: Id<'Baseline'>
  readonly projectId: Id<'Container'>
  readonly number: number
  readonly name: string
  readonly takenAt: Instant
}

/** A baseline that may have been removed, and can then be brought back. */
export type KeptBaseline = Baseline & { readonly removedAt: Instant | null }

/** Adds baselines. */
export async function insertBaselines(unit: Unit, baselines: readonly Baseline[]): Promise<void> {
  if (baselines.length === 0) return
  const rows = baselines.map(({ id, projectId, number, name, takenAt }) => ({
    id,
    project_id: projectId,
    number,
    name,
    taken_at: sqlMoment(takenAt),
  }))
  await unit.tx.query({
    name: 'schedule_insert_baselines',
    text: `
insert into baseline (organisation_id, id, project_id, number, name, taken_at)
select $1, r.id, r.project_id, r.number, r.name, r.taken_at
from json_populate_recordset(null::baseline, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Adds the rows of new baselines. */
export async function insertBaselineItems(
  unit: Unit,
  items: readonly (BaselineItem & { readonly baselineId: Id<'Baseline'> })[],
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map((item) => ({
    baseline_id: item.baselineId,
    item_id: item.itemId,
    start_at: sqlMoment(item.startAt),
    finish_at: sqlMoment(item.finishAt),
    duration_min: item.durationMin,
    effort_min: item.effortMin,
    cost_minor: item.costMinor,
    splits: item.splits,
  }))
  await unit.tx.query({
    name: 'schedule_insert_baseline_items',
    text: `
insert into baseline_item (organisation_id, baseline_id, item_id, start_at, finish_at, duration_min, effort_min, cost_minor, splits)
select $1, r.baseline_id, r.item_id, r.start_at, r.finish_at, r.duration_min, r.effort_min, r.cost_minor, r.splits
from json_populate_recordset(null::baseline_item, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Other names of baselines, and whether they are removed. What they remember stays. */
export async function updateBaselines(unit: Unit, baselines: readonly KeptBaseline[]): Promise<void> {
  const rows = baselines.map(({ id, name, removedAt }) => ({ id, name, removed_at: sqlMoment(removedAt) }))
  await unit.tx.query({
    name: 'schedule_update_baselines',
    text: `
update baseline b
set name = r.name,
    removed_at = r.removed_at
from json_populate_recordset(null::baseline, $2::json) r
where b.organisation_id = $1
  and b.id = r.id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
