import type { MuteView, ReminderView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

type MuteRow = { readonly container_id: string | null; readonly kind: MuteView['kind'] }

/** What a person muted. */
export async function readMutes(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<readonly MuteView[]> {
  const rows = await tx.query<MuteRow>({
    name: 'notify_read_mutes',
    text: `
select m.container_id, m.kind
from mute m
where m.organisation_id = $1
  and m.person_id = $2
order by m.container_id nulls first, m.kind
limit 2000`,
    values: [organisationId, personId],
  })
  return rows.map(({ container_id: containerId, kind }) => ({ containerId, kind }))
}

type ReminderRow = {
  readonly id: string
  readonly item_id: string
  readonly remind_at: number
  readonly note: string
}

/** When a person wants to be reminded of an item, soonest first. */
export async function readReminders(
  tx: Tx,
  organisationId: string,
  of: { readonly personId: string; readonly itemId: string },
): Promise<readonly ReminderView[]> {
  const rows = await tx.query<ReminderRow>({
    name: 'notify_read_reminders',
    text: `
select r.id, r.item_id, r.remind_at, r.note
from reminder r
where r.organisation_id = $1
  and r.person_id = $2
  and r.item_id = $3
order by r.remind_at, r.id
limit 100`,
    values: [organisationId, of.personId, of.itemId],
  })
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    remindAt: row.remind_at,
    note: row.note,
  }))
}

/** When somebody was last nudged about each of some items, by item and person. */
export async function readNudges(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ item_id: string; person_id: string; nudged_at: number }>({
    name: 'notify_read_nudges',
    text: `
select n.item_id, n.person_id, n.nudged_at
from nudge n
where n.organisation_id = $1
  and n.item_id = any($2::uuid[])
order by n.item_id, n.person_id`,
    values: [organisationId, itemIds],
  })
  return new Map(rows.map((row) => [nudgeKey(row.item_id, row.person_id), row.nudged_at]))
}

/** The key of the map above. */
export function nudgeKey(itemId: string, personId: string | null): string {
  return `${itemId} ${personId ?? ''}`
}
