import type { Variables } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** Something that was sent, as it stands in its table. */
export type MessageRow = {
  readonly id: string
  readonly kind: 'message' | 'signal'
  readonly name: string
  readonly key: string | null
  readonly variables: Variables
  /** Null: all. */
  readonly process_ids: readonly string[] | null
  readonly sender_id: string | null
  readonly sent_by: string | null
  readonly expires_at: number
}

/** Something that is sent now. */
export type NewMessage = MessageRow & { readonly message_id: string | null }

/**
 * Keeps what is sent until it has gone to those who wait.
 *
 * @returns the ids of those that were not sent before
 */
export async function insertMessages(
  unit: Unit,
  messages: readonly NewMessage[],
): Promise<ReadonlySet<string>> {
  if (messages.length === 0) return new Set()
  const rows = messages.map((message) => ({ ...message, expires_at: sqlMoment(message.expires_at) }))
  const inserted = await unit.tx.query<{ id: string }>({
    name: 'process_insert_messages',
    text: `
insert into process_message (organisation_id, id, kind, name, key, message_id, variables, process_ids, sender_id, sent_at,
  sent_by, expires_at)
select $1, r.id, r.kind, r.name, r.key, r.message_id, r.variables,
  case when r.process_ids is null then null else array(select json_array_elements_text(r.process_ids)::uuid) end,
  r.sender_id, $3::timestamptz, r.sent_by, r.expires_at
from json_to_recordset($2::json) as r (id uuid, kind text, name text, key text, message_id text, variables jsonb,
  process_ids json, sender_id uuid, sent_by uuid, expires_at timestamptz)
on conflict (organisation_id, name, key, message_id) where message_id is not null do nothing
returning id`,
    values: [unit.organisationId, JSON.stringify(rows), sqlMoment(unit.now)],
  })
  return new Set(inserted.map(({ id }) => id))
}

/** What has not been offered yet, or is kept and somebody waits for it now who may have it. */
const CAN_BE_GIVEN = `
(not m.is_offered
    or (m.expires_at > $2::timestamptz
      and (exists (
          select 1
          from process_wait w
          join process_instance i on i.organisation_id = w.organisation_id and i.id = w.instance_id
          where w.organisation_id = $1
            and w.kind = 'message'
            and w.name = m.name
            and w.key is not distinct from m.key
            and (m.process_ids is null or i.process_id = any(m.process_ids))
            and not exists (
              select 1
              from process_message_taken t
              where t.organisation_id = $1
                and t.message_id = m.id
                and t.process_id = i.process_id))
        or exists (
          select 1
          from process_start_event s
          where s.organisation_id = $1
            and s.kind = 'message'
            and s.name = m.name
            and (m.process_ids is null or s.process_id = any(m.process_ids))
            and not exists (
              select 1
              from process_message_taken t
              where t.organisation_id = $1
                and t.message_id = m.id
                and t.process_id = s.process_id)
            and not exists (
              select 1
              from process_message_taken t
              join process_instance i on i.organisation_id = t.organisation_id and i.id = t.instance_id
              where t.organisation_id = $1
                and t.process_id = s.process_id
                and t.begun_key = m.key
                and i.state = 'running')))))`

/**
 * Locks what may be given to somebody now, in the order in which it was sent; what somebody else gives is left to them.
 * Locked is by id alone, and then looked once more at who waits: where a lock has to look again at a row that was
 * changed meanwhile, PostgreSQL 18 cannot be trusted with questions inside of questions (its backend ends).
 */
export async function lockMessages(unit: Unit, limit: number): Promise<readonly MessageRow[]> {
  const found = await findGiveable(unit, limit)
  if (found.length === 0) return []
  const locked = await unit.tx.query<{ id: string }>({
    name: 'process_lock_messages',
    text: `
select m.id
from process_message m
where m.organisation_id = $1
  and m.id = any($2::uuid[])
order by m.id
for update skip locked`,
    values: [unit.organisationId, found],
  })
  return await unit.tx.query<MessageRow>({
    name: 'process_find_locked_messages',
    text: `
select m.id, m.kind, m.name, m.key, m.variables, m.process_ids, m.sender_id, m.sent_by, m.expires_at
from process_message m
where m.organisation_id = $1
  and m.id = any($3::uuid[])
  and ${CAN_BE_GIVEN}
order by m.sent_at, m.id`,
    values: [unit.organisationId, sqlMoment(unit.now), locked.map(({ id }) => id)],
  })
}

async function findGiveable(unit: Unit, limit: number): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'process_find_giveable_messages',
    text: `
select m.id
from process_message m
where m.organisation_id = $1
  and ${CAN_BE_GIVEN}
order by m.sent_at, m.id
limit $3`,
    values: [unit.organisationId, sqlMoment(unit.now), limit],
  })
  return rows.map(({ id }) => id)
}

/** Notes that messages were offered to all who waited for them. */
export function markOffered(unit: Unit, ids: readonly string[]): void {
  if (ids.length === 0) return
  unit.tx.send({
    name: 'process_mark_offered',
    text: `
update process_message m
set is_offered = true
where m.organisation_id = $1
  and m.id = any($2::uuid[])
  and not m.is_offered`,
    values: [unit.organisationId, ids],
  })
}

/** That a message has gone to a process. */
export type TakenRow = {
  readonly message_id: string
  readonly process_id: string
  readonly instance_id: string
  readonly begun_key: string | null
}

/** Notes to whom messages went. */
export function insertTaken(unit: Unit, taken: readonly TakenRow[]): void {
  if (taken.length === 0) return
  unit.tx.send({
    name: 'process_insert_taken',
    text: `
insert into process_message_taken (organisation_id, message_id, process_id, instance_id, begun_key)
select $1, r.message_id, r.process_id, r.instance_id, r.begun_key
from json_populate_recordset(null::process_message_taken, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(taken)],
  })
}

/** Forgets signals that were told, and messages that are over, also for whoever sends them again. */
export function forgetMessages(
  unit: Unit,
  gone: { readonly ids: readonly string[]; readonly before: number },
): void {
  unit.tx.send({
    name: 'process_forget_messages',
    text: `
delete from process_message m
where m.organisation_id = $1
  and (m.id = any($2::uuid[]) or (m.is_offered and m.expires_at < $3::timestamptz))`,
    values: [unit.organisationId, gone.ids, sqlMoment(gone.before)],
  })
}

/** A start event by which a message or signal begins instances. */
export type StartEventRow = {
  readonly process_id: string
  readonly node: string
  readonly kind: 'message' | 'signal'
  readonly name: string
}

/** The start events of processes become those of their newest versions. */
export function replaceStartEvents(
  unit: Unit,
  processIds: readonly string[],
  rows: readonly StartEventRow[],
): void {
  unit.tx.send({
    name: 'process_delete_start_events',
    text: `
delete from process_start_event s
where s.organisation_id = $1
  and s.process_id = any($2::uuid[])`,
    values: [unit.organisationId, processIds],
  })
  if (rows.length === 0) return
  unit.tx.send({
    name: 'process_insert_start_events',
    text: `
insert into process_start_event (organisation_id, process_id, node, kind, name)
select $1, r.process_id, r.node, r.kind, r.name
from json_populate_recordset(null::process_start_event, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
