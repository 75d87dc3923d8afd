import type { Unit } from '../../../platform/commands/index.ts'

/** Deletes all news, wishes and nudges about items, for good. */
export async function deleteAbout(unit: Unit, itemIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
with followings as (
  delete from following f where f.organisation_id = $1 and f.item_id = any($2::uuid[])
), reminders as (
  delete from reminder r where r.organisation_id = $1 and r.item_id = any($2::uuid[])
), nudges as (
  delete from nudge u where u.organisation_id = $1 and u.item_id = any($2::uuid[])
)
delete from notification n
where n.organisation_id = $1
  and n.item_id = any($2::uuid[])`,
    values: [unit.organisationId, itemIds],
  })
}

/** Deletes all news about instances, for good. */
export async function deleteAboutInstances(unit: Unit, gone: InstancesToForget): Promise<void> {
  await unit.tx.query({
    text: `
delete from notification n
using process_instance i
where n.organisation_id = $1
  and i.organisation_id = $1
  and i.id = n.instance_id
  and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[]))`,
    values: [unit.organisationId, gone.instanceIds, gone.containerIds],
  })
}

/** Instances that go: by themselves, or with their processes. */
export type InstancesToForget = {
  readonly instanceIds: readonly string[]
  readonly containerIds: readonly string[]
}

/** Deletes what was muted of containers, for good. */
export async function deleteMutesOf(unit: Unit, containerIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from mute m
where m.organisation_id = $1
  and m.container_id = any($2::uuid[])`,
    values: [unit.organisationId, containerIds],
  })
}

/** Deletes the inboxes of people with all their wishes, for good. */
export async function deleteInboxes(unit: Unit, personIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
with followings as (
  delete from following f where f.organisation_id = $1 and f.person_id = any($2::uuid[])
), reminders as (
  delete from reminder r where r.organisation_id = $1 and r.person_id = any($2::uuid[])
), nudges as (
  delete from nudge u where u.organisation_id = $1 and u.person_id = any($2::uuid[])
), mutes as (
  delete from mute m where m.organisation_id = $1 and m.person_id = any($2::uuid[])
)
delete from notification n
where n.organisation_id = $1
  and n.person_id = any($2::uuid[])`,
    values: [unit.organisationId, personIds],
  })
}
