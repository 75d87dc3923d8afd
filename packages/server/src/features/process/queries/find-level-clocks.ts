import type { LevelClock } from '@millrace/core/process'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { CLOCK_COLUMNS, type ClockRow, toClock } from '../store/level-clocks.ts'

/** The clocks of some instances, locked. Whoever locks them has locked items and instances before. */
export async function lockClocksOf(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<readonly LevelClock[]> {
  const rows = await tx.query<ClockRow>({
    name: 'process_lock_clocks_of',
    text: `
select ${CLOCK_COLUMNS}
from process_level_clock k
where k.organisation_id = $1
  and k.instance_id = any(${among('$2')})
order by k.id
for update`,
    values: [organisationId, instanceIds],
  })
  return rows.map(toClock)
}

/** A piece of the running clocks, locked, in the order of their ids. */
export async function lockRunningClocks(
  tx: Tx,
  organisationId: string,
  of: { readonly after: string; readonly limit: number },
): Promise<readonly LevelClock[]> {
  const rows = await tx.query<ClockRow>({
    name: 'process_lock_running_clocks',
    text: `
select ${CLOCK_COLUMNS}
from process_level_clock k
where k.organisation_id = $1
  and k.ended_at is null
  and k.id > $2
order by k.id
limit $3
for update`,
    values: [organisationId, of.after, of.limit],
  })
  return rows.map(toClock)
}

/**
 * Instances with clocks that somebody has to look at, none of them in the hands of another worker: each is taken by
 * a lock that only workers ask for, so that nobody waits and nothing is locked out of order.
 */
export async function claimDueClocks(
  tx: Tx,
  organisationId: string,
  of: { readonly now: number; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ instance_id: string }>({
    name: 'process_claim_due_clocks',
    text: `
with due as materialized (
  select k.instance_id, min(k.next_at) as next_at
  from process_level_clock k
  where k.organisation_id = $1
    and k.next_at <= to_timestamp($2 / 1000.0)
  group by k.instance_id
  order by 2
  limit $3::integer * 4
)
select d.instance_id
from due d
where pg_try_advisory_xact_lock(hashtextextended(d.instance_id::text, 61))
limit $3`,
    values: [organisationId, of.now, of.limit],
  })
  return rows.map((row) => row.instance_id)
}

/** When a clock has to be looked at next; null: none runs. */
export async function nextClockLook(tx: Tx, organisationId: string): Promise<number | null> {
  const [row] = await tx.query<{ next_at: number | null }>({
    name: 'process_next_clock_look',
    text: `
select min(k.next_at) as next_at
from process_level_clock k
where k.organisation_id = $1
  and k.next_at is not null`,
    values: [organisationId],
  })
  return row?.next_at ?? null
}

/** Running work of processes that no clock of a level counts yet. */
export type Uncounted = {
  readonly level_id: string
  readonly instance_id: string
  readonly activity_id: string | null
  readonly begun_at: number
}

/** What runs without a clock: its level was set while it ran. */
export async function findUncounted(
  tx: Tx,
  organisationId: string,
  limit: number,
): Promise<readonly Uncounted[]> {
  return await tx.query<Uncounted>({
    name: 'process_find_uncounted',
    text: `
select r.level_id, r.instance_id, r.activity_id, r.begun_at
from (
  select l.id as level_id, i.id as instance_id, null::uuid as activity_id, i.started_at as begun_at
  from process_level l
  join process_instance i on i.organisation_id = l.organisation_id and i.process_id = l.process_id and i.state = 'running'
  where l.organisation_id = $1
    and l.archived_at is null
    and l.step_id is null
  union all
  select l.id, a.instance_id, a.id, a.opened_at
  from process_level l
  join process_activity a on a.organisation_id = l.organisation_id and a.step_id = l.step_id and a.closed_at is null
  join process_instance i on i.organisation_id = a.organisation_id and i.id = a.instance_id and i.state = 'running'
  where l.organisation_id = $1
    and l.archived_at is null) r
where not exists (
  select 1
  from process_level_clock k
  where k.organisation_id = $1
    and k.level_id = r.level_id
    and k.instance_id = r.instance_id
    and k.activity_id is not distinct from r.activity_id)
order by r.begun_at, r.instance_id
limit $2`,
    values: [organisationId, limit],
  })
}

/** An item of an instance, with whom to tell about it. */
export type InstanceItem = {
  readonly instance_id: string
  readonly process_id: string
  readonly title: string
  readonly started_by: string | null
  /** Null: the instance never had an item, and its owner is responsible. */
  readonly activity_id: string | null
  readonly item_id: string | null
  readonly responsible_id: string | null
  readonly is_open: boolean
  readonly is_waiting: boolean
}

/** The items in which some instances are, and the last one of those that are in none. */
export async function findInstanceItems(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<readonly InstanceItem[]> {
  return await tx.query<InstanceItem>({
    name: 'process_find_instance_items',
    text: `
select i.id as instance_id, i.process_id, i.title, i.started_by, a.id as activity_id, a.item_id,
  w.responsible_id, a.closed_at is null as is_open, w.waiting_for is not null as is_waiting
from process_instance i
join lateral (
  select a.id, a.item_id, a.closed_at, row_number() over (order by a.closed_at desc nulls first, a.opened_at desc, a.id) as place
  from process_activity a
  where a.organisation_id = $1
    and a.instance_id = i.id) a on a.closed_at is null or a.place = 1
join work_item w on w.organisation_id = $1 and w.id = a.item_id
where i.organisation_id = $1
  and i.id = any($2::uuid[])
order by i.id, a.place`,
    values: [organisationId, instanceIds],
  })
}

/** Instances that never had an item, with whoever owns their process. */
export async function findInstancesAlone(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<readonly InstanceItem[]> {
  if (instanceIds.length === 0) return []
  return await tx.query<InstanceItem>({
    name: 'process_find_instances_alone',
    text: `
select i.id as instance_id, i.process_id, i.title, i.started_by, null::uuid as activity_id, null::uuid as item_id,
  c.owner_id as responsible_id, false as is_open, false as is_waiting
from process_instance i
join container c on c.organisation_id = i.organisation_id and c.id = i.process_id
where i.organisation_id = $1
  and i.id = any($2::uuid[])
order by i.id`,
    values: [organisationId, instanceIds],
  })
}

/** Who is in some teams. */
export async function findTeamMembers(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
): Promise<readonly { readonly team_id: string; readonly person_id: string }[]> {
  return await tx.query<{ team_id: string; person_id: string }>({
    name: 'process_find_team_members',
    text: `
select m.team_id, m.person_id
from team_member m
where m.organisation_id = $1
  and m.team_id = any($2::uuid[])
order by m.team_id, m.person_id`,
    values: [organisationId, teamIds],
  })
}
