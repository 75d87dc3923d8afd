import type { InstanceFilter, InstanceView, ListedInstance } from '@millrace/contract'
import type { Activity, InstanceState, ProcessInstance } from '@millrace/core/process'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { presentInstance } from '../present.ts'
import {
  ACTIVITY_COLUMNS,
  type ActivityRow,
  INSTANCE_COLUMNS,
  type InstanceRow,
  toActivity,
  toInstance,
} from '../store/instances.ts'
import { FILTER_SQL, filterValues } from './instance-filter.ts'

/** The instances in which some items carry out a step. */
export async function findInstanceIdsOf(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ instance_id: string }>({
    name: 'process_find_instance_ids_of',
    text: `
select distinct a.instance_id
from process_activity a
where a.organisation_id = $1
  and a.item_id = any(${among('$2')})
order by a.instance_id`,
    values: [organisationId, itemIds],
  })
  return rows.map((row) => row.instance_id)
}

/** An instance, and the process it is of, which never changes. */
export type InstanceOfProcess = { readonly instance_id: string; readonly process_id: string }

/**
 * The instances in which something is to follow from what became of some items: where they are open in a step, and
 * those of `againIds` also where they no longer are.
 */
export async function findFollowing(
  tx: Tx,
  organisationId: string,
  of: { readonly itemIds: readonly string[]; readonly againIds: readonly string[] },
): Promise<readonly InstanceOfProcess[]> {
  return await tx.query<InstanceOfProcess>({
    name: 'process_find_following',
    text: `
select distinct a.instance_id, i.process_id
from process_activity a
join process_instance i on i.organisation_id = a.organisation_id and i.id = a.instance_id
where a.organisation_id = $1
  and a.item_id = any(${among('$2')})
  and (a.closed_at is null or a.item_id = any(${among('$3')}))
order by a.instance_id`,
    values: [organisationId, of.itemIds, of.againIds],
  })
}

/** Which of some items a running instance waits for. */
export async function findOpenSteps(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly { readonly key: string; readonly title: string }[]> {
  return await tx.query<{ key: string; title: string }>({
    name: 'process_find_open_steps',
    text: `
select w.key, i.title
from process_activity a
join process_instance i on i.organisation_id = a.organisation_id and i.id = a.instance_id and i.state = 'running'
join work_item w on w.organisation_id = a.organisation_id and w.id = a.item_id
where a.organisation_id = $1
  and a.item_id = any(${among('$2')})
  and a.closed_at is null
order by w.id
limit 1`,
    values: [organisationId, itemIds],
  })
}

/**
 * Locks the items that are open in some instances. Whoever moves an item locks it before its
 * instance; who begins with the instance does the same, so that the two cannot wait for each other.
 */
export async function lockOpenItemsOf(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<void> {
  await tx.query({
    name: 'process_lock_open_items_of',
    text: `
select w.id
from process_activity a
join work_item w on w.organisation_id = a.organisation_id and w.id = a.item_id
where a.organisation_id = $1
  and a.instance_id = any(${among('$2')})
  and a.closed_at is null
order by w.id
for no key update of w`,
    values: [organisationId, instanceIds],
  })
}

/** An activity, and whether somebody has begun to work on its item. */
export type KnownActivity = Activity & { readonly isStarted: boolean }

/** The activities of some instances, oldest first. */
export async function findActivitiesOf(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<readonly KnownActivity[]> {
  const rows = await tx.query<ActivityRow & { is_started: boolean }>({
    name: 'process_find_activities_of',
    text: `
select ${ACTIVITY_COLUMNS}, (
    select w.started_at is not null
    from work_item w
    where w.organisation_id = a.organisation_id
      and w.id = a.item_id) as is_started
from process_activity a
where a.organisation_id = $1
  and a.instance_id = any(${among('$2')})
order by a.opened_at, a.id`,
    values: [organisationId, instanceIds],
  })
  return rows.map((row) => ({ ...toActivity(row), isStarted: row.is_started }))
}

/** Instances by id, as people see them. */
export async function readInstances(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly InstanceView[]> {
  const rows = await tx.query<InstanceRow>({
    name: 'process_read_instances',
    text: `
select ${INSTANCE_COLUMNS}
from process_instance i
where i.organisation_id = $1
  and i.id = any($2::uuid[])
order by i.id`,
    values: [organisationId, ids],
  })
  return await withActivities(tx, organisationId, rows.map(toInstance))
}

/** Which page of a process's instances. */
export type InstancePage = {
  readonly organisationId: string
  readonly processId: string
  readonly filter: InstanceFilter
  readonly now: number
  readonly stepId: string | null
  readonly itemId: string | null
  /** Go on with instances numbered below this. */
  readonly below: number | null
  readonly limit: number
}

/** A page of instances, the last started first. */
export async function readInstancePage(tx: Tx, page: InstancePage): Promise<readonly ListedInstance[]> {
  const rows = await tx.query<InstanceRow & { model_number: number; incident_count: number }>({
    name: 'process_read_instance_page',
    text: `
select ${INSTANCE_COLUMNS}, (
    select m.number
    from process_version m
    where m.organisation_id = i.organisation_id
      and m.id = i.model_id) as model_number, (
    select count(*)::integer
    from process_incident n
    where n.organisation_id = i.organisation_id
      and n.instance_id = i.id) as incident_count
from process_instance i
where ${FILTER_SQL}
  and ($11::uuid is null or i.id in (
    select a.instance_id
    from process_activity a
    where a.organisation_id = $1
      and a.step_id = $11
      and a.closed_at is null))
  and ($12::uuid is null or i.id in (
    select a.instance_id
    from process_activity a
    where a.organisation_id = $1
      and a.item_id = $12))
  and ($13::integer is null or i.number < $13)
order by i.number desc
limit $14`,
    values: [
      ...[page.organisationId, page.processId, ...filterValues(page.filter, page.now)],
      ...[page.stepId, page.itemId, page.below, page.limit],
    ],
  })
  const views = await withActivities(tx, page.organisationId, rows.map(toInstance))
  const marks = new Map(rows.map((row) => [row.id, row]))
  return views.map((view) => ({
    ...view,
    modelNumber: marks.get(view.id)?.model_number ?? 0,
    incidentCount: marks.get(view.id)?.incident_count ?? 0,
  }))
}

async function withActivities(
  tx: Tx,
  organisationId: string,
  instances: readonly ProcessInstance[],
): Promise<readonly InstanceView[]> {
  const ids = instances.map((instance) => instance.id)
  const activities = await findActivitiesOf(tx, organisationId, ids)
  const byInstance = Map.groupBy(activities, (activity) => activity.instanceId)
  return instances.map((instance) =>
    presentInstance({ instance, activities: byInstance.get(instance.id) ?? [] }),
  )
}

/** How many instances of a process are in each state. */
export async function countInstances(
  tx: Tx,
  organisationId: string,
  processId: string,
): Promise<Readonly<Record<InstanceState, number>>> {
  const rows = await tx.query<{ state: InstanceState; count: number }>({
    name: 'process_count_instances',
    text: `
select i.state, count(*)::integer as count
from process_instance i
where i.organisation_id = $1
  and i.process_id = $2
group by i.state
order by i.state`,
    values: [organisationId, processId],
  })
  const count = (state: InstanceState) => rows.find((row) => row.state === state)?.count ?? 0
  return {
    running: count('running'),
    finished: count('finished'),
    cancelled: count('cancelled'),
    failed: count('failed'),
  }
}

/** Activities by id, with the process they belong to. */
export async function readActivities(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly { readonly activity: Activity; readonly processId: string }[]> {
  const rows = await tx.query<ActivityRow & { process_id: string }>({
    name: 'process_read_activities',
    text: `
select ${ACTIVITY_COLUMNS}, i.process_id
from process_activity a
join process_instance i on i.organisation_id = a.organisation_id and i.id = a.instance_id
where a.organisation_id = $1
  and a.id = any($2::uuid[])
order by a.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) => ({ activity: toActivity(row), processId: row.process_id }))
}
