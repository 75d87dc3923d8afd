import type { MuteView, ReminderView } from '@millrace/contract'
import type { Handover } from '@millrace/core/work'
import { handoverValues, type Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** Keeps what the person says about following items; said last counts. */
export async function keepChoices(
  unit: Unit,
  choices: readonly { readonly itemId: string; readonly isFollowing: boolean }[],
): Promise<void> {
  const last = [...new Map(choices.map((choice) => [choice.itemId, choice.isFollowing]))]
  await unit.tx.query({
    name: 'notify_keep_choices',
    text: `
insert into following (organisation_id, item_id, person_id, is_following)
select $1, c.item_id, $2, c.is_following
from unnest($3::uuid[], $4::boolean[]) as c (item_id, is_following)
on conflict (organisation_id, item_id, person_id) do update
set is_following = excluded.is_following`,
    values: [
      unit.organisationId,
      unit.principal.personId,
      last.map(([itemId]) => itemId),
      last.map(([, isFollowing]) => isFollowing),
    ],
  })
}

/** Lets people follow items, unless they said something about them already. */
export async function addFollowers(
  unit: Unit,
  followers: readonly { readonly itemId: string; readonly personId: string }[],
): Promise<void> {
  await unit.tx.query({
    text: `
insert into following (organisation_id, item_id, person_id, is_following)
select $1, f.item_id, f.person_id, true
from unnest($2::uuid[], $3::uuid[]) as f (item_id, person_id)
on conflict (organisation_id, item_id, person_id) do nothing`,
    values: [
      unit.organisationId,
      followers.map(({ itemId }) => itemId),
      followers.map(({ personId }) => personId),
    ],
  })
}

/** Lets all reminders of items lead to other items. */
export async function moveReminders(unit: Unit, handovers: readonly Handover[]): Promise<void> {
  await unit.tx.query({
    text: `
update reminder r
set item_id = h.into_id
from unnest($2::uuid[], $3::uuid[]) as h (from_id, into_id)
where r.organisation_id = $1
  and r.item_id = h.from_id`,
    values: handoverValues(unit, handovers),
  })
}

/** Mutes for the person; what is muted already stays so. */
export async function insertMutes(unit: Unit, mutes: readonly MuteView[]): Promise<void> {
  await unit.tx.query({
    name: 'notify_insert_mutes',
    text: `
insert into mute (organisation_id, id, person_id, container_id, kind)
select $1, m.id, $2, m.container_id, m.kind
from unnest($3::uuid[], $4::uuid[], $5::text[]) as m (id, container_id, kind)
on conflict (organisation_id, person_id, container_id, kind) do nothing`,
    values: [
      unit.organisationId,
      unit.principal.personId,
      mutes.map(() => unit.newId<'Mute'>()),
      mutes.map(({ containerId }) => containerId),
      mutes.map(({ kind }) => kind),
    ],
  })
}

/** Lifts mutes of the person. */
export async function deleteMutes(unit: Unit, mutes: readonly MuteView[]): Promise<void> {
  await unit.tx.query({
    name: 'notify_delete_mutes',
    text: `
delete from mute m
using unnest($3::uuid[], $4::text[]) as lifted (container_id, kind)
where m.organisation_id = $1
  and m.person_id = $2
  and m.container_id is not distinct from lifted.container_id
  and m.kind is not distinct from lifted.kind`,
    values: [
      unit.organisationId,
      unit.principal.personId,
      mutes.map(({ containerId }) => containerId),
      mutes.map(({ kind }) => kind),
    ],
  })
}

/** Sets reminders of the person or moves them, and tells which of them are theirs. */
export async function putReminders(
  unit: Unit,
  reminders: readonly ReminderView[],
): Promise<ReadonlySet<string>> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'notify_put_reminders',
    text: `
insert into reminder as kept (organisation_id, id, person_id, item_id, remind_at, note)
select $1, r.id, $2, r.item_id, r.remind_at, r.note
from unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[]) as r (id, item_id, remind_at, note)
on conflict (organisation_id, id) do update
set remind_at = excluded.remind_at,
    note = excluded.note
where kept.person_id = $2
  and kept.item_id = excluded.item_id
returning id`,
    values: [
      unit.organisationId,
      unit.principal.personId,
      reminders.map(({ id }) => id),
      reminders.map(({ itemId }) => itemId),
      reminders.map(({ remindAt }) => sqlMoment(remindAt)),
      reminders.map(({ note }) => note),
    ],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Deletes reminders of the person, and tells which of them were theirs. */
export async function deleteReminders(unit: Unit, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'notify_delete_reminders',
    text: `
delete from reminder
where organisation_id = $1
  and person_id = $2
  and id = any($3::uuid[])
returning id`,
    values: [unit.organisationId, unit.principal.personId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** A reminder whose time has come. */
export type DueReminder = { readonly item_id: string; readonly note: string }

/** Takes the person's reminders whose time has come. */
export async function takeReminders(unit: Unit): Promise<readonly DueReminder[]> {
  return await unit.tx.query<DueReminder>({
    name: 'notify_take_reminders',
    text: `
delete from reminder
where organisation_id = $1
  and person_id = $2
  and remind_at <= $3
returning item_id, note`,
    values: [unit.organisationId, unit.principal.personId, sqlMoment(unit.now)],
  })
}

/** Notes that people are nudged about items. */
export async function keepNudges(
  unit: Unit,
  nudges: readonly { readonly itemId: string; readonly personId: string }[],
): Promise<void> {
  await unit.tx.query({
    name: 'notify_keep_nudges',
    text: `
insert into nudge (organisation_id, item_id, person_id, nudged_at)
select $1, n.item_id, n.person_id, $4
from unnest($2::uuid[], $3::uuid[]) as n (item_id, person_id)
on conflict (organisation_id, item_id, person_id) do update
set nudged_at = excluded.nudged_at`,
    values: [
      unit.organisationId,
      nudges.map(({ itemId }) => itemId),
      nudges.map(({ personId }) => personId),
      sqlMoment(unit.now),
    ],
  })
}

/** Lets one nudge about an item wait for the other, so that the second sees the first. */
export async function lockNudges(unit: Unit, itemIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'notify_lock_nudges',
    text: `
select pg_advisory_xact_lock(hashtextextended($1::text || i.id, 0))
from unnest($2::text[]) as i (id)
order by i.id`,
    values: [unit.organisationId, [...new Set(itemIds)].toSorted()],
  })
}
