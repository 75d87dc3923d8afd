import type { StateGroup } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'

export type VisitRow = {
  readonly state_id: string
  readonly state_group: StateGroup
  readonly owner_id: string | null
  readonly entered_at: number
  readonly left_at: number | null
}

/** Where an item has been, oldest first. */
export async function readVisits(
  tx: Tx,
  organisationId: string,
  itemId: string,
): Promise<readonly VisitRow[]> {
  return await tx.query<VisitRow>({
    name: 'work_read_visits',
    text: `
select v.state_id, v.state_group, v.owner_id, v.entered_at, v.left_at
from visit v
where v.organisation_id = $1
  and v.item_id = $2
order by v.entered_at, v.left_at, v.id
limit 1000`,
    values: [organisationId, itemId],
  })
}

export type RollUp = {
  readonly items: number
  readonly done: number
  readonly effortMin: number
  readonly effortLowMin: number
  readonly effortHighMin: number
  readonly doneEffortMin: number
}

/** Sums over all sub-items at any depth. Effort counts on the leaves, so that nothing is counted twice. */
export async function readRollUp(tx: Tx, organisationId: string, itemId: string): Promise<RollUp> {
  const rows = await tx.query<RollUp>({
    name: 'work_read_roll_up',
    text: `
with recursive under as (
  select w.id, w.parent_id, w.state_group, w.effort_min, w.effort_low_min, w.effort_high_min, 1 as depth
  from work_item w
  where w.organisation_id = $1
    and w.parent_id = $2
    and w.archived_at is null
  union all
  select w.id, w.parent_id, w.state_group, w.effort_min, w.effort_low_min, w.effort_high_min, under.depth + 1
  from under
  join work_item w on w.organisation_id = $1 and w.parent_id = under.id
  where w.archived_at is null
    and under.depth < 1000
), counted as (
  -- By what is seen here, which may be more than an item counts among its sub-items.
  select u.*, u.id not in (select p.parent_id from under p) as is_leaf
  from under u
)
select count(*)::integer as items,
  (count(*) filter (where state_group = 'done'))::integer as done,
  coalesce(sum(effort_min) filter (where is_leaf), 0)::bigint as "effortMin",
  coalesce(sum(coalesce(effort_low_min, effort_min)) filter (where is_leaf), 0)::bigint as "effortLowMin",
  coalesce(sum(coalesce(effort_high_min, effort_min)) filter (where is_leaf), 0)::bigint as "effortHighMin",
  coalesce(sum(effort_min) filter (where is_leaf and state_group = 'done'), 0)::bigint as "doneEffortMin"
from counted`,
    values: [organisationId, itemId],
  })
  return rows[0] ?? { items: 0, done: 0, effortMin: 0, effortLowMin: 0, effortHighMin: 0, doneEffortMin: 0 }
}

/** The moments at which blockers of an item opened and closed, oldest first. */
export async function readBlockedSpans(
  tx: Tx,
  organisationId: string,
  itemId: string,
): Promise<readonly { readonly from: number; readonly until: number | null }[]> {
  return await tx.query<{ from: number; until: number | null }>({
    name: 'work_read_blocked_spans',
    text: `
select b.at as from, u.at as until
from event b
left join event u on u.organisation_id = $1
  and u.subject_id = $2
  and u.kind = 'work.unblocked'
  and u.data ->> 'blockerId' = b.data -> 'blocker' ->> 'id'
where b.organisation_id = $1
  and b.subject_id = $2
  and b.kind = 'work.blocked'
order by b.at, b.seq
limit 1000`,
    values: [organisationId, itemId],
  })
}
