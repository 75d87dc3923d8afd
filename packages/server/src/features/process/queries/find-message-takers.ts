import { type MessageStart, type MessageTakers, type MessageWait, takenBy } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { MessageRow } from '../store/messages.ts'

type WaitRow = {
  readonly process_id: string
  readonly instance_id: string
  readonly id: number
  readonly name: string
  readonly key: string | null
}

type StartRow = { readonly process_id: string; readonly node: string; readonly name: string }

/** Of those who wait for the same, so many are looked at in one turn. */
const WAITS_MAX = 5_000

/** Who may be given some messages: the instance that began first comes first. */
export async function findMessageTakers(unit: Unit, messages: readonly MessageRow[]): Promise<MessageTakers> {
  const { tx, organisationId } = unit
  const ids = messages.map(({ id }) => id)
  const names = [...new Set(messages.map(({ name }) => name))]
  const [waits, starts, taken, begun] = await Promise.all([
    findMessageWaits(tx, organisationId, messages),
    findStarts(tx, organisationId, { kind: 'message', names }),
    findTaken(tx, organisationId, ids),
    findBegun(tx, organisationId, messages),
  ])
  return { waits, starts, taken, begun }
}

async function findMessageWaits(
  tx: Tx,
  organisationId: string,
  messages: readonly MessageRow[],
): Promise<readonly MessageWait[]> {
  const wanted = messages.map(({ name, key }) => ({ name, key }))
  const rows = await tx.query<WaitRow>({
    name: 'process_find_message_waits',
    text: `
select i.process_id, w.instance_id, w.id, w.name, w.key
from (select distinct r.name, r.key from json_to_recordset($2::json) as r (name text, key text)) r
join process_wait w on w.organisation_id = $1 and w.kind = 'message' and w.name = r.name and w.key is not distinct from r.key
join process_instance i on i.organisation_id = w.organisation_id and i.id = w.instance_id
where not i.held @> jsonb_build_array(jsonb_build_object('kind', 'happen', 'waitId', w.id))
order by w.instance_id, w.id
limit $3`,
    values: [organisationId, JSON.stringify(wanted), WAITS_MAX],
  })
  return rows.map((row) => ({
    ...{ processId: row.process_id, instanceId: row.instance_id, waitId: row.id },
    ...{ name: row.name, key: row.key },
  }))
}

/** The start events by which messages or signals of some names begin instances. */
export async function findStarts(
  tx: Tx,
  organisationId: string,
  wanted: { readonly kind: 'message' | 'signal'; readonly names: readonly string[] },
): Promise<readonly MessageStart[]> {
  const rows = await tx.query<StartRow>({
    name: 'process_find_starts',
    text: `
select s.process_id, s.node, s.name
from process_start_event s
join container c on c.organisation_id = s.organisation_id and c.id = s.process_id and c.archived_at is null
  and c.state <> 'closed'
join lateral (
  select v.suspended_at
  from process_version v
  where v.organisation_id = s.organisation_id
    and v.process_id = s.process_id
    and v.state = 'published'
  order by v.number desc
  limit 1) v on v.suspended_at is null
where s.organisation_id = $1
  and s.kind = $2
  and s.name = any($3::text[])
order by s.process_id, s.node`,
    values: [organisationId, wanted.kind, wanted.names],
  })
  return rows.map((row) => ({ processId: row.process_id, node: row.node, name: row.name }))
}

async function findTaken(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ message_id: string; process_id: string }>({
    name: 'process_find_taken',
    text: `
select t.message_id, t.process_id
from process_message_taken t
where t.organisation_id = $1
  and t.message_id = any($2::uuid[])
order by t.message_id, t.process_id`,
    values: [organisationId, ids],
  })
  return new Set(rows.map((row) => takenBy(row.process_id, row.message_id)))
}

async function findBegun(
  tx: Tx,
  organisationId: string,
  messages: readonly MessageRow[],
): Promise<ReadonlySet<string>> {
  const keys = [...new Set(messages.flatMap(({ key }) => (key === null ? [] : [key])))]
  if (keys.length === 0) return new Set()
  const rows = await tx.query<{ process_id: string; begun_key: string }>({
    name: 'process_find_begun',
    text: `
select distinct t.process_id, t.begun_key
from process_message_taken t
join process_instance i on i.organisation_id = t.organisation_id and i.id = t.instance_id and i.state = 'running'
where t.organisation_id = $1
  and t.begun_key = any($2::text[])
order by t.process_id, t.begun_key`,
    values: [organisationId, keys],
  })
  return new Set(rows.map((row) => takenBy(row.process_id, row.begun_key)))
}

/** What waits for signals of some names, the instance that began first first. */
export async function findSignalWaits(
  tx: Tx,
  organisationId: string,
  names: readonly string[],
): Promise<readonly MessageWait[]> {
  const rows = await tx.query<WaitRow>({
    name: 'process_find_signal_waits',
    text: `
select i.process_id, w.instance_id, w.id, w.name, w.key
from process_wait w
join process_instance i on i.organisation_id = w.organisation_id and i.id = w.instance_id
where w.organisation_id = $1
  and w.kind = 'signal'
  and w.name = any($2::text[])
order by w.instance_id, w.id
limit 100000`,
    values: [organisationId, names],
  })
  return rows.map((row) => ({
    ...{ processId: row.process_id, instanceId: row.instance_id, waitId: row.id },
    ...{ name: row.name, key: row.key },
  }))
}

/** The messages that were sent before under the same ids, by what they are told apart by. */
export async function findSentBefore(
  unit: Unit,
  wanted: readonly {
    readonly name: string
    readonly key: string | null
    readonly message_id: string | null
  }[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await unit.tx.query<{ id: string; name: string; key: string | null; message_id: string }>({
    name: 'process_find_sent_before',
    text: `
select m.id, m.name, m.key, m.message_id
from json_to_recordset($2::json) as r (name text, key text, message_id text)
join process_message m on m.organisation_id = $1 and m.name = r.name and m.key is not distinct from r.key
  and m.message_id = r.message_id
order by m.id`,
    values: [unit.organisationId, JSON.stringify(wanted)],
  })
  return new Map(rows.map((row) => [sentAs(row), row.id]))
}

/** By what messages are told apart that are sent again. */
export function sentAs(message: {
  readonly name: string
  readonly key: string | null
  readonly message_id: string | null
}): string {
  return JSON.stringify([message.name, message.key, message.message_id])
}

/** Whether a message is kept that somebody who waits now may take. */
export async function isMessageKept(unit: Unit, names: readonly string[]): Promise<boolean> {
  const rows = await unit.tx.query<{ is_kept: boolean }>({
    name: 'process_is_message_kept',
    text: `
select exists (
  select 1
  from process_message m
  where m.organisation_id = $1
    and m.kind = 'message'
    and m.name = any($2::text[])
    and m.expires_at > to_timestamp($3 / 1000.0)) as is_kept`,
    values: [unit.organisationId, names, unit.now],
  })
  return rows[0]?.is_kept ?? false
}

/** The messages by which instances of some processes begin. */
export async function findStartNames(unit: Unit, processIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ name: string }>({
    name: 'process_find_start_names',
    text: `
select distinct s.name
from process_start_event s
where s.organisation_id = $1
  and s.process_id = any($2::uuid[])
  and s.kind = 'message'
order by s.name`,
    values: [unit.organisationId, processIds],
  })
  return rows.map((row) => row.name)
}
