import type { LevelClock } from '@millrace/core/process'
import type { Tx } from '../../../platform/db/transaction.ts'
import { CLOCK_COLUMNS, type ClockRow, toClock } from '../store/level-clocks.ts'

/** How much stands how against a level. */
export type LevelCounts = {
  readonly running: number
  readonly paused: number
  readonly atRisk: number
  readonly breached: number
  readonly kept: number
  readonly late: number
  readonly missed: number
}

/** How much stands how against some levels at a moment. */
export async function readLevelCounts(
  tx: Tx,
  organisationId: string,
  of: { readonly ids: readonly string[]; readonly now: number },
): Promise<ReadonlyMap<string, LevelCounts>> {
  const rows = await tx.query<LevelCounts & { readonly level_id: string }>({
    name: 'process_read_level_counts',
    text: `
select k.level_id,
  count(*) filter (where k.state = 'running')::integer as running,
  count(*) filter (where k.state = 'paused')::integer as paused,
  count(*) filter (where k.state = 'at-risk')::integer as "atRisk",
  count(*) filter (where k.state = 'breached')::integer as breached,
  count(*) filter (where k.state = 'kept')::integer as kept,
  count(*) filter (where k.state = 'late')::integer as late,
  count(*) filter (where k.state = 'missed')::integer as missed
from (
  select k.level_id, ${stateAt('to_timestamp($3 / 1000.0)')} as state
  from process_level_clock k
  where k.organisation_id = $1
    and k.level_id = any($2::uuid[])) k
group by k.level_id
order by k.level_id`,
    values: [organisationId, of.ids, of.now],
  })
  return new Map(rows.map(({ level_id: levelId, ...counts }) => [levelId, counts]))
}

/** How a clock stands at a moment, as `levelState` of core says it. */
function stateAt(now: string): string {
  return `case
    when k.ended_at > k.due_at then 'missed'
    when k.ended_at > k.goal_at then 'late'
    when k.ended_at is not null then 'kept'
    when coalesce(k.paused_at, ${now}) > k.due_at then 'breached'
    when k.paused_at is not null then 'paused'
    when ${now} >= coalesce(k.warn_at, k.goal_at) then 'at-risk'
    else 'running'
  end`
}

/** What of a level was done in a month. */
export type LevelMonth = {
  readonly level_id: string
  readonly month: string
  readonly kept: number
  readonly late: number
  readonly missed: number
}

/** How some levels were kept in each of the last twelve months, the last one first. */
export async function readLevelMonths(
  tx: Tx,
  organisationId: string,
  of: { readonly ids: readonly string[]; readonly now: number; readonly timeZone: string },
): Promise<readonly LevelMonth[]> {
  return await tx.query<LevelMonth>({
    name: 'process_read_level_months',
    text: `
select k.level_id, to_char(k.ended_at at time zone $4, 'YYYY-MM') as month,
  count(*) filter (where k.ended_at <= coalesce(k.goal_at, k.due_at))::integer as kept,
  count(*) filter (where k.ended_at > k.goal_at and k.ended_at <= k.due_at)::integer as late,
  count(*) filter (where k.ended_at > k.due_at)::integer as missed
from process_level_clock k
where k.organisation_id = $1
  and k.level_id = any($2::uuid[])
  and k.ended_at >= date_trunc('month', to_timestamp($3 / 1000.0) at time zone $4) at time zone $4 - interval '11 months'
group by k.level_id, month
order by month desc, k.level_id`,
    values: [organisationId, of.ids, of.now, of.timeZone],
  })
}

/** Which page of what runs against service levels. */
export type ClockPage = {
  readonly organisationId: string
  readonly processId: string
  readonly now: number
  readonly state: 'open' | 'at-risk' | 'breached'
  readonly levelId: string | null
  readonly after: { readonly dueAt: number; readonly id: string } | null
  readonly limit: number
}

type OpenClock = {
  readonly clock: LevelClock
  readonly number: number
  readonly title: string
  readonly stepId: string | null
  readonly stepName: string | null
  readonly itemId: string | null
}

/** A page of what runs against the levels of a process, what is due first at the top. */
export async function readOpenClocks(tx: Tx, page: ClockPage): Promise<readonly OpenClock[]> {
  type Row = ClockRow & {
    readonly number: number
    readonly title: string
    readonly step_id: string | null
    readonly step_name: string | null
    readonly item_id: string | null
  }
  const rows = await tx.query<Row>({
    name: 'process_read_open_clocks',
    text: `
select ${CLOCK_COLUMNS}, i.number, i.title, l.step_id, s.name as step_name, a.item_id
from process_level l
join process_level_clock k on k.organisation_id = l.organisation_id and k.level_id = l.id and k.ended_at is null
join process_instance i on i.organisation_id = k.organisation_id and i.id = k.instance_id
left join process_step s on s.organisation_id = l.organisation_id and s.id = l.step_id
left join process_activity a on a.organisation_id = k.organisation_id and a.id = k.activity_id
where l.organisation_id = $1
  and l.process_id = $2
  and l.archived_at is null
  and ($3::uuid is null or l.id = $3)
  and ($4::text = 'open' or ${stateAt('to_timestamp($5 / 1000.0)')} = $4)
  and ($6::bigint is null or (k.due_at, k.id) > (to_timestamp($6 / 1000.0), $7::uuid))
order by k.due_at, k.id
limit $8`,
    values: [
      page.organisationId,
      page.processId,
      page.levelId,
      page.state,
      page.now,
      page.after?.dueAt ?? null,
      page.after?.id ?? null,
      page.limit,
    ],
  })
  return rows.map(({ number, title, step_id: stepId, step_name: stepName, item_id: itemId, ...row }) => ({
    ...{ clock: toClock(row), number, title, stepId, stepName, itemId },
  }))
}
