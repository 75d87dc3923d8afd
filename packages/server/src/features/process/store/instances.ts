import type { Activity, InstanceState, ProcessInstance } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

export type InstanceRow = {
  readonly id: string
  readonly process_id: string
  readonly number: number
  readonly title: string
  readonly state: InstanceState
  readonly step_ids: readonly string[]
  readonly started_at: number
  readonly started_by: string | null
  readonly due_at: number | null
  readonly ended_at: number | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'process_id',
  'number',
  'title',
  'state',
  'step_ids',
  'started_at',
  'started_by',
  'due_at',
  'ended_at',
  'version',
]
/** The columns of `process_instance i`. */
export const INSTANCE_COLUMNS = COLUMNS.map((column) => `i.${column}`).join(', ')

/** The instance of a row. */
export function toInstance(row: InstanceRow): ProcessInstance {
  return {
    id: row.id,
    processId: row.process_id,
    number: row.number,
    title: row.title,
    state: row.state,
    stepIds: row.step_ids,
    startedAt: row.started_at,
    startedBy: row.started_by,
    dueAt: row.due_at,
    endedAt: row.ended_at,
    version: row.version,
  }
}

/** Locks instances for change, always in the order of their ids. */
export async function lockInstances(unit: Unit, ids: readonly string[]): Promise<readonly ProcessInstance[]> {
  const rows = await unit.tx.query<InstanceRow>({
    name: 'process_lock_instances',
    text: `
select ${INSTANCE_COLUMNS}
from process_instance i
where i.organisation_id = $1
  and i.id = any($2::uuid[])
order by i.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return rows.map(toInstance)
}

/** Adds instances. */
export async function insertInstances(unit: Unit, instances: readonly ProcessInstance[]): Promise<void> {
  if (instances.length === 0) return
  await unit.tx.query({
    name: 'process_insert_instances',
    text: `
insert into process_instance (organisation_id, ${COLUMNS.join(', ')}, origin)
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}, $3
from json_populate_recordset(null::process_instance, $2::json) r`,
    values: [
      unit.organisationId,
      JSON.stringify(
        instances.map((one) => ({
          id: one.id,
          process_id: one.processId,
          number: one.number,
          title: one.title,
          state: one.state,
          step_ids: one.stepIds,
          started_at: sqlMoment(one.startedAt),
          started_by: one.startedBy,
          due_at: sqlMoment(one.dueAt),
          ended_at: sqlMoment(one.endedAt),
          version: one.version,
        })),
      ),
      unit.origin.kind,
    ],
  })
}

/** Writes the new state of locked instances. */
export async function updateInstances(unit: Unit, instances: readonly ProcessInstance[]): Promise<void> {
  if (instances.length === 0) return
  await unit.tx.query({
    name: 'process_update_instances',
    text: `
update process_instance i
set state = r.state,
    ended_at = r.ended_at,
    version = r.version
from json_to_recordset($2::json) as r (id uuid, state text, ended_at timestamptz, version integer)
where i.organisation_id = $1
  and i.id = r.id`,
    values: [
      unit.organisationId,
      JSON.stringify(
        instances.map(({ id, state, endedAt, version }) => ({
          id,
          state,
          ended_at: sqlMoment(endedAt),
          version,
        })),
      ),
    ],
  })
}

export type ActivityRow = {
  readonly id: string
  readonly instance_id: string
  readonly step_id: string
  readonly item_id: string
  readonly opened_at: number
  readonly closed_at: number | null
}

/** The columns of `process_activity a`. */
export const ACTIVITY_COLUMNS = 'a.id, a.instance_id, a.step_id, a.item_id, a.opened_at, a.closed_at'

/** The activity of a row. */
export function toActivity(row: ActivityRow): Activity {
  return {
    id: row.id,
    instanceId: row.instance_id,
    stepId: row.step_id,
    itemId: row.item_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}

/** Adds activities, or closes and reopens those that are there. */
export async function saveActivities(unit: Unit, activities: readonly Activity[]): Promise<void> {
  if (activities.length === 0) return
  await unit.tx.query({
    name: 'process_save_activities',
    text: `
insert into process_activity (organisation_id, id, instance_id, step_id, item_id, opened_at, closed_at)
select $1, r.id, r.instance_id, r.step_id, r.item_id, r.opened_at, r.closed_at
from json_populate_recordset(null::process_activity, $2::json) r
on conflict (organisation_id, id) do update
set closed_at = excluded.closed_at`,
    values: [
      unit.organisationId,
      JSON.stringify(
        activities.map((one) => ({
          id: one.id,
          instance_id: one.instanceId,
          step_id: one.stepId,
          item_id: one.itemId,
          opened_at: sqlMoment(one.openedAt),
          closed_at: sqlMoment(one.closedAt),
        })),
      ),
    ],
  })
}

/** Forgets activities that were taken back before they began; the journal remembers them. */
export async function deleteActivities(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await unit.tx.query({
    name: 'process_delete_activities',
    text: `
delete from process_activity
where organisation_id = $1
  and id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}
