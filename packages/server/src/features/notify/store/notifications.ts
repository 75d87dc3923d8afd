import type { TellReason } from '@millrace/core/notify'
import { hiddenItems, type Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** One thing that happened, as a line keeps it. */
export type LineEvent = {
  readonly id: string
  readonly kind: string
  readonly at: number
  readonly personId: string | null
  readonly commentId: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** What a line is, or what joins the line of that id. */
export type LineEntry = {
  readonly id: string
  readonly personId: string
  readonly itemId: string | null
  /** What it is about where there is no item. */
  readonly instanceId: string | null
  readonly reason: TellReason
  readonly isMention: boolean
  readonly events: readonly LineEvent[]
  readonly lastAt: number
  readonly alertedOn: string | null
}

/**
 * Adds lines, and events to lines. Two transactions that add to one line at the same time both
 * succeed, for the database appends; always in the order of ids, so that they wait for each other
 * in one direction.
 */
export async function putLines(unit: Unit, entries: readonly LineEntry[]): Promise<void> {
  const rows = entries
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => ({
      id: entry.id,
      person_id: entry.personId,
      item_id: entry.itemId,
      instance_id: entry.instanceId,
      reason: entry.reason,
      is_mention: entry.isMention,
      events: entry.events,
      last_at: sqlMoment(entry.lastAt),
      alerted_on: entry.alertedOn,
    }))
  await unit.tx.query({
    name: 'notify_put_lines',
    text: `
insert into notification (organisation_id, id, person_id, item_id, instance_id, reason, is_mention, events, last_at, alerted_on)
select $1, r.id, r.person_id, r.item_id, r.instance_id, r.reason, r.is_mention, r.events, r.last_at, r.alerted_on
from json_populate_recordset(null::notification, $2::json) r
on conflict (organisation_id, id) do update
set events = notification.events || excluded.events,
    last_at = greatest(notification.last_at, excluded.last_at),
    alerted_on = coalesce(excluded.alerted_on, notification.alerted_on),
    is_mention = notification.is_mention or excluded.is_mention,
    reason = case when excluded.reason = 'addressed' then excluded.reason else notification.reason end,
    read_at = null,
    version = notification.version + 1`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Marks lines of a person as read, and tells which of them are theirs. */
export async function readLines(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'notify_read_lines',
    text: `
update notification
set read_at = coalesce(read_at, $4),
    snoozed_until = null,
    version = version + 1
where organisation_id = $1
  and person_id = $2
  and id = any($3::uuid[])
returning id`,
    values: [unit.organisationId, unit.principal.personId, ids, sqlMoment(unit.now)],
  })
  return rows.map(({ id }) => id)
}

/** Marks lines of a person as unread and no longer put off, and tells which of them are theirs. */
export async function unreadLines(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'notify_unread_lines',
    text: `
update notification
set read_at = null,
    snoozed_until = null,
    version = version + 1
where organisation_id = $1
  and person_id = $2
  and id = any($3::uuid[])
returning id`,
    values: [unit.organisationId, unit.principal.personId, ids],
  })
  return rows.map(({ id }) => id)
}

/** Marks all lines of a person that came until a moment as read, but those put off, and tells which they were. */
export async function readAllLines(unit: Unit, until: number): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'notify_read_all_lines',
    text: `
update notification
set read_at = $4,
    version = version + 1
where organisation_id = $1
  and person_id = $2
  and last_at <= $3
  and read_at is null
  and snoozed_until is null
  and (item_id is null or item_id <> all($5::uuid[]))
returning id`,
    values: [
      ...[unit.organisationId, unit.principal.personId, sqlMoment(until), sqlMoment(unit.now)],
      [...hiddenItems(unit.principal.access)],
    ],
  })
  return rows.map(({ id }) => id)
}

/** Puts lines of a person off, and tells which of them are theirs. */
export async function snoozeLines(
  unit: Unit,
  snoozes: readonly { readonly id: string; readonly until: number }[],
): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'notify_snooze_lines',
    text: `
update notification n
set snoozed_until = s.until,
    read_at = null,
    version = n.version + 1
from unnest($3::uuid[], $4::timestamptz[]) as s (id, until)
where n.organisation_id = $1
  and n.person_id = $2
  and n.id = s.id
returning n.id`,
    values: [
      unit.organisationId,
      unit.principal.personId,
      snoozes.map(({ id }) => id),
      snoozes.map(({ until }) => sqlMoment(until)),
    ],
  })
  return rows.map(({ id }) => id)
}

/** Brings a person's lines back whose time has come, on top of the others, and tells which they were. */
export async function wakeLines(unit: Unit): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'notify_wake_lines',
    text: `
update notification
set snoozed_until = null,
    last_at = $3,
    version = version + 1
where organisation_id = $1
  and person_id = $2
  and read_at is null
  and snoozed_until <= $3
returning id`,
    values: [unit.organisationId, unit.principal.personId, sqlMoment(unit.now)],
  })
  return rows.map(({ id }) => id)
}
