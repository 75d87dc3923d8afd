import type { HistoryEntry, InstanceState } from '@millrace/core/process'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { InstanceRow } from '../store/instances.ts'

/** Which instance. */
type One = { readonly organisationId: string; readonly instanceId: string }

/** Since when the tokens of an instance are where they are. */
export async function findTokenMoments(tx: Tx, one: One): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.query<{ id: number; since: number }>({
    name: 'process_find_token_moments',
    text: `
select t.id, t.since
from process_token t
where t.organisation_id = $1
  and t.instance_id = $2
order by t.id`,
    values: [one.organisationId, one.instanceId],
  })
  return new Map(rows.map(({ id, since }) => [id, since]))
}

/** The part of where an instance is that its own row keeps. */
export type KeptRow = Pick<
  InstanceRow,
  'id' | 'model_id' | 'number' | 'title' | 'state' | 'scopes' | 'done' | 'next_id' | 'suspended_at' | 'held'
>

/** What the rows of some instances keep of where they are. */
export async function findKeptStates(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<readonly KeptRow[]> {
  return await tx.query<KeptRow>({
    name: 'process_find_kept_states',
    text: `
select i.id, i.model_id, i.number, i.title, i.state, i.scopes, i.done, i.next_id,
  i.suspended_at, i.held
from process_instance i
where i.organisation_id = $1
  and i.id = any($2::uuid[])
order by i.id`,
    values: [organisationId, instanceIds],
  })
}

export type WorkRow = {
  readonly item_id: string
  readonly token: number
  readonly key: string
  readonly title: string
  readonly step_name: string
  readonly opened_at: number
  readonly started_at: number | null
  readonly closed_at: number | null
  readonly responsible_id: string | null
}

/** What people did and do in an instance, oldest first: as far as the wall before confidential items shows it. */
export async function findWork(tx: Tx, one: One): Promise<readonly WorkRow[]> {
  return await tx.query<WorkRow>({
    name: 'process_find_work',
    text: `
select a.item_id, a.token_id as token, w.key, w.title, s.name as step_name, a.opened_at, w.started_at, a.closed_at, w.responsible_id
from process_activity a
join process_step s on s.organisation_id = a.organisation_id and s.id = a.step_id
join work_item w on w.organisation_id = a.organisation_id and w.id = a.item_id
where a.organisation_id = $1
  and a.instance_id = $2
order by a.opened_at, a.token_id, a.id
limit 1000`,
    values: [one.organisationId, one.instanceId],
  })
}

export type RelatedRow = {
  readonly id: string
  readonly process_id: string
  readonly number: number
  readonly title: string
  readonly state: InstanceState
  readonly is_parent: boolean
}

/** The instance that called one, and those that it called. */
export async function findRelated(tx: Tx, one: One): Promise<readonly RelatedRow[]> {
  return await tx.query<RelatedRow>({
    name: 'process_find_related',
    text: `
select r.id, r.process_id, r.number, r.title, r.state, r.id = o.parent_id as is_parent
from process_instance o
join process_instance r on r.organisation_id = o.organisation_id and (r.id = o.parent_id or r.parent_id = o.id)
where o.organisation_id = $1
  and o.id = $2
order by r.id
limit 200`,
    values: [one.organisationId, one.instanceId],
  })
}

export type InstanceFileRow = {
  readonly id: string
  readonly item_id: string
  readonly name: string
  readonly uploaded_at: number
  readonly file_count: number
}

/** The newest files of the items of an instance, with how many there are. */
export async function findInstanceFiles(tx: Tx, one: One): Promise<readonly InstanceFileRow[]> {
  return await tx.query<InstanceFileRow>({
    name: 'process_find_instance_files',
    text: `
select f.id, f.item_id, f.name, f.uploaded_at, count(*) over ()::integer as file_count
from file f
where f.organisation_id = $1
  and f.removed_at is null
  and f.item_id in (
    select a.item_id
    from process_activity a
    where a.organisation_id = $1
      and a.instance_id = $2)
order by f.uploaded_at desc, f.id desc
limit 20`,
    values: [one.organisationId, one.instanceId],
  })
}

export type SumsRow = {
  readonly effort_min: number
  readonly spent_min: number
  readonly cost_of_delay_minor: number
}

/** What the items of an instance sum up to. */
export async function readInstanceSums(tx: Tx, one: One): Promise<SumsRow> {
  const [row] = await tx.query<SumsRow>({
    name: 'process_read_instance_sums',
    text: `
select coalesce(sum(w.effort_min), 0)::integer as effort_min,
  coalesce(sum(w.cost_of_delay_minor) filter (where w.finished_at is null and w.archived_at is null), 0)::float8
    as cost_of_delay_minor,
  coalesce(sum(t.minutes), 0)::integer as spent_min
from work_item w
cross join lateral (
  select sum(e.minutes) as minutes
  from time_entry e
  where e.organisation_id = w.organisation_id
    and e.item_id = w.id) t
where w.organisation_id = $1
  and w.id in (
    select a.item_id
    from process_activity a
    where a.organisation_id = $1
      and a.instance_id = $2)`,
    values: [one.organisationId, one.instanceId],
  })
  return row ?? { effort_min: 0, spent_min: 0, cost_of_delay_minor: 0 }
}

export type StepEntryRow = {
  readonly seq: number
  readonly at: number
  readonly actor: { readonly kind: string; readonly personId?: string }
  readonly model_id: string
  readonly model_number: number
  readonly command: Readonly<Record<string, unknown>> & { readonly kind: string }
  readonly reason: string | null
  readonly happened: readonly { readonly kind: string; readonly at: string; readonly tokenId: number }[]
}

/** A page of the history of an instance, the newest first. */
export async function readHistoryPage(
  tx: Tx,
  page: One & { readonly below: number | null; readonly limit: number },
): Promise<readonly StepEntryRow[]> {
  return await tx.query<StepEntryRow>({
    name: 'process_read_history_page',
    text: `
select h.seq, h.at, h.actor, h.model_id, m.number as model_number, h.command, h.reason, h.happened
from process_history h
join process_version m on m.organisation_id = h.organisation_id and m.id = h.model_id
where h.organisation_id = $1
  and h.instance_id = $2
  and ($3::integer is null or h.seq < $3)
order by h.seq desc
limit $4`,
    values: [page.organisationId, page.instanceId, page.below, page.limit],
  })
}

/** The beginning of the history of an instance, as it can be gone through again. */
export async function readFirstEntries(
  tx: Tx,
  { organisationId, instanceId, limit }: One & { readonly limit: number },
): Promise<readonly (HistoryEntry & { readonly seq: number })[]> {
  return await tx.query<HistoryEntry & { seq: number }>({
    name: 'process_read_first_entries',
    text: `
select h.seq, h.at, h.actor, h.model_id as "modelId", h.command, h.dues, h.happened, h.reason
from process_history h
where h.organisation_id = $1
  and h.instance_id = $2
order by h.seq
limit $3`,
    values: [organisationId, instanceId, limit],
  })
}
