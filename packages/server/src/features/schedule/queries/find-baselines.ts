import type { BaselineItem } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { Baseline, KeptBaseline } from '../store/baselines.ts'

type BaselineRow = {
  readonly id: string
  readonly project_id: string
  readonly number: number
  readonly name: string
  readonly taken_at: number
}

/** Baselines by id, also those that were removed. */
export async function findBaselines(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly KeptBaseline[]> {
  const rows = await tx.query<BaselineRow & { readonly removed_at: number | null }>({
    name: 'schedule_find_baselines',
    text: `
select b.id, b.project_id, b.number, b.name, b.taken_at, b.removed_at
from baseline b
where b.organisation_id = $1
  and b.id = any($2::uuid[])
order by b.id`,
    values: [organisationId, ids],
  })
  return rows.map(({ removed_at: removedAt, ...row }) => ({ ...toBaseline(row), removedAt }))
}

/** The baselines of a project, oldest first, without those that were removed. */
export async function findBaselinesOf(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<readonly Baseline[]> {
  const rows = await tx.query<BaselineRow>({
    name: 'schedule_find_baselines_of',
    text: `
select b.id, b.project_id, b.number, b.name, b.taken_at
from baseline b
where b.organisation_id = $1
  and b.project_id = $2
  and b.removed_at is null
order by b.number
limit 10000`,
    values: [organisationId, projectId],
  })
  return rows.map(toBaseline)
}

function toBaseline(row: BaselineRow): Baseline {
  const { project_id, taken_at, ...rest } = row
  return { ...rest, projectId: project_id, takenAt: taken_at }
}

/** The number of the last baseline of each project, removed or not; those without baselines are absent. */
export async function readLastNumbers(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ project_id: string; number: number }>({
    name: 'schedule_read_last_numbers',
    text: `
select b.project_id, max(b.number) as number
from baseline b
where b.organisation_id = $1
  and b.project_id = any($2::uuid[])
group by b.project_id
order by b.project_id`,
    values: [organisationId, projectIds],
  })
  return new Map(rows.map((row) => [row.project_id, row.number]))
}

/** The last baseline of each project; those without baselines are absent. */
export async function findLastBaselines(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Baseline>> {
  const rows = await tx.query<BaselineRow>({
    name: 'schedule_find_last_baselines',
    text: `
select distinct on (b.project_id) b.id, b.project_id, b.number, b.name, b.taken_at
from baseline b
where b.organisation_id = $1
  and b.project_id = any($2::uuid[])
  and b.removed_at is null
order by b.project_id, b.number desc`,
    values: [organisationId, projectIds],
  })
  return new Map(rows.map((row) => [row.project_id, toBaseline(row)]))
}

type ItemRow = {
  readonly baseline_id: string
  readonly item_id: string
  readonly start_at: number | null
  readonly finish_at: number | null
  readonly duration_min: number | null
  readonly effort_min: number | null
  readonly cost_minor: number | null
  readonly splits: BaselineItem['splits']
}

/** What a baseline remembers, item by item. */
export async function readBaselineItems(
  tx: Tx,
  organisationId: string,
  baselineId: string,
): Promise<readonly BaselineItem[]> {
  return (await readItemsOfBaselines(tx, organisationId, [baselineId])).get(baselineId) ?? []
}

/** What some baselines remember, by baseline. */
export async function readItemsOfBaselines(
  tx: Tx,
  organisationId: string,
  baselineIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BaselineItem[]>> {
  const rows = await tx.query<ItemRow>({
    name: 'schedule_read_items_of_baselines',
    text: `
select i.baseline_id, i.item_id, i.start_at, i.finish_at, i.duration_min, i.effort_min, i.cost_minor, i.splits
from baseline_item i
where i.organisation_id = $1
  and i.baseline_id = any($2::uuid[])
order by i.baseline_id, i.item_id
limit 600000`,
    values: [organisationId, baselineIds],
  })
  const byBaseline = Map.groupBy(rows, (row) => row.baseline_id)
  return new Map([...byBaseline].map(([id, own]) => [id, own.map(toItem)]))
}

/** What so many of the oldest baselines of a project remember, and the newest; oldest first. */
export async function readBaselinesOf(
  tx: Tx,
  organisationId: string,
  { projectId, oldest }: { readonly projectId: string; readonly oldest: number },
): Promise<readonly (readonly BaselineItem[])[]> {
  const all = (await findBaselinesOf(tx, organisationId, projectId)).map(({ id }) => id)
  const ids = [...all.slice(0, -1).slice(0, oldest), ...all.slice(-1)]
  const items = await readItemsOfBaselines(tx, organisationId, ids)
  return ids.map((id) => items.get(id) ?? [])
}

function toItem(row: ItemRow): BaselineItem {
  return {
    itemId: row.item_id,
    startAt: row.start_at,
    finishAt: row.finish_at,
    durationMin: row.duration_min,
    effortMin: row.effort_min,
    costMinor: row.cost_minor,
    splits: row.splits,
  }
}
