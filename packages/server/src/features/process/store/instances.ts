import type { Activity, Held, InstanceState, ProcessInstance } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { among } from '../../../platform/db/among.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { KeptDone, KeptScope } from './engine-rows.ts'
import { suspensionRow, toSuspension } from './suspension.ts'

export type InstanceRow = {
  readonly id: string
  readonly process_id: string
  readonly model_id: string
  readonly number: number
  readonly title: string
  readonly state: InstanceState
  readonly step_ids: readonly string[]
  readonly business_key: string | null
  readonly parent_id: string | null
  readonly parent_token_id: number | null
  readonly started_at: number
  readonly started_by: string | null
  readonly due_at: number | null
  readonly ended_at: number | null
  readonly suspended_at: number | null
  readonly suspended_by: string | null
  readonly suspend_reason: string | null
  readonly version: number
  readonly scopes: readonly KeptScope[]
  readonly done: readonly KeptDone[]
  readonly next_id: number
  readonly held: readonly Held[]
  readonly entries: number
}

/** Where the engine is in an instance, as its row keeps it. */
export type KeptState = Pick<InstanceRow, 'scopes' | 'done' | 'next_id' | 'held' | 'entries'>

const OWN = [
  'id',
  'process_id',
  'model_id',
  'number',
  'title',
  'state',
  'step_ids',
  'business_key',
  'parent_id',
  'parent_token_id',
  'started_at',
  'started_by',
  'due_at',
  'ended_at',
  'suspended_at',
  'suspended_by',
  'suspend_reason',
  'version',
]
const KEPT = ['scopes', 'done', 'next_id', 'held', 'entries']
/** The columns of `process_instance i` that people see. */
export const INSTANCE_COLUMNS = OWN.map((column) => `i.${column}`).join(', ')

/** The instance of a row. */
export function toInstance(row: Omit<InstanceRow, keyof KeptState>): ProcessInstance {
  return {
    id: row.id,
    processId: row.process_id,
    modelId: row.model_id,
    number: row.number,
    title: row.title,
    state: row.state,
    stepIds: row.step_ids,
    businessKey: row.business_key,
    parent: row.parent_id === null ? null : { instanceId: row.parent_id, tokenId: row.parent_token_id ?? 0 },
    startedAt: row.started_at,
    startedBy: row.started_by,
    dueAt: row.due_at,
    endedAt: row.ended_at,
    suspension: toSuspension(row),
    version: row.version,
  }
}

/**
 * Locks instances for change with all that called them, always in the order of their ids: whoever calls is older than
 * what is called.
 */
export async function lockInstances(unit: Unit, ids: readonly string[]): Promise<readonly InstanceRow[]> {
  return await unit.tx.query<InstanceRow>({
    name: 'process_lock_instances',
    text: `
with recursive wanted (id, parent_id) as (
  select i.id, i.parent_id
  from process_instance i
  where i.organisation_id = $1
    and i.id = any(${among('$2')})
  union
  select i.id, i.parent_id
  from wanted w
  join process_instance i on i.organisation_id = $1 and i.id = w.parent_id)
select ${INSTANCE_COLUMNS}, ${KEPT.map((column) => `i.${column}`).join(', ')}
from process_instance i
where i.organisation_id = $1
  and i.id = any((select array_agg(w.id) from wanted w)::uuid[])
order by i.id
for no key update`,
    values: [unit.organisationId, ids],
  })
}

/** An instance with where the engine is in it. */
export type StoredInstance = { readonly instance: ProcessInstance; readonly kept: KeptState }

/** Adds instances. */
export function insertInstances(unit: Unit, stored: readonly StoredInstance[]): void {
  if (stored.length === 0) return
  unit.tx.send({
    name: 'process_insert_instances',
    text: `
insert into process_instance (organisation_id, ${[...OWN, ...KEPT].join(', ')}, origin)
select $1, ${[...OWN, ...KEPT].map((column) => `r.${column}`).join(', ')}, $3
from json_populate_recordset(null::process_instance, $2::json) r`,
    values: [
      unit.organisationId,
      JSON.stringify(
        stored.map(({ instance: one, kept }) => ({
          id: one.id,
          process_id: one.processId,
          model_id: one.modelId,
          number: one.number,
          title: one.title,
          state: one.state,
          step_ids: one.stepIds,
          business_key: one.businessKey,
          parent_id: one.parent?.instanceId ?? null,
          parent_token_id: one.parent?.tokenId ?? null,
          started_at: sqlMoment(one.startedAt),
          started_by: one.startedBy,
          due_at: sqlMoment(one.dueAt),
          ended_at: sqlMoment(one.endedAt),
          ...suspensionRow(one.suspension),
          version: one.version,
          ...kept,
        })),
      ),
      unit.origin.kind,
    ],
  })
}

/** Writes the new state of locked instances. */
export function updateInstances(unit: Unit, stored: readonly StoredInstance[]): void {
  if (stored.length === 0) return
  unit.tx.send({
    name: 'process_update_instances',
    text: `
update process_instance i
set state = r.state,
    model_id = r.model_id,
    step_ids = r.step_ids,
    ended_at = r.ended_at,
    suspended_at = r.suspended_at,
    suspended_by = r.suspended_by,
    suspend_reason = r.suspend_reason,
    version = r.version,
    scopes = r.scopes,
    done = r.done,
    next_id = r.next_id,
    held = r.held,
    entries = r.entries
from json_populate_recordset(null::process_instance, $2::json) r
where i.organisation_id = $1
  and i.id = any(${among('$3')})
  and i.id = r.id`,
    // The ids once more: of an array the planner takes for granted that it is short, and looks them up by index.
    values: [
      unit.organisationId,
      JSON.stringify(
        stored.map(({ instance: { id, state, modelId, stepIds, endedAt, suspension, version }, kept }) => ({
          ...{ id, state, model_id: modelId, step_ids: stepIds, ended_at: sqlMoment(endedAt), version },
          ...suspensionRow(suspension),
          ...kept,
        })),
      ),
      stored.map(({ instance }) => instance.id),
    ],
  })
}

export type ActivityRow = {
  readonly id: string
  readonly instance_id: string
  readonly step_id: string
  readonly item_id: string
  readonly token_id: number
  readonly opened_at: number
  readonly closed_at: number | null
}

/** The columns of `process_activity a`. */
export const ACTIVITY_COLUMNS =
  'a.id, a.instance_id, a.step_id, a.item_id, a.token_id, a.opened_at, a.closed_at'

/** The activity of a row. */
export function toActivity(row: ActivityRow): Activity {
  return {
    id: row.id,
    instanceId: row.instance_id,
    stepId: row.step_id,
    itemId: row.item_id,
    tokenId: row.token_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}

/** Adds activities, or closes and reopens those that are there. */
export function saveActivities(unit: Unit, activities: readonly Activity[]): void {
  if (activities.length === 0) return
  unit.tx.send({
    name: 'process_save_activities',
    text: `
insert into process_activity (organisation_id, id, instance_id, step_id, item_id, token_id, opened_at, closed_at)
select $1, r.id, r.instance_id, r.step_id, r.item_id, r.token_id, r.opened_at, r.closed_at
from json_populate_recordset(null::process_activity, $2::json) r
on conflict (organisation_id, id) do update
set step_id = excluded.step_id,
    closed_at = excluded.closed_at`,
    values: [
      unit.organisationId,
      JSON.stringify(
        activities.map((one) => ({
          id: one.id,
          instance_id: one.instanceId,
          step_id: one.stepId,
          item_id: one.itemId,
          token_id: one.tokenId,
          opened_at: sqlMoment(one.openedAt),
          closed_at: sqlMoment(one.closedAt),
        })),
      ),
    ],
  })
}

/** Forgets activities that were taken back before they began; the journal remembers them. */
export function deleteActivities(unit: Unit, ids: readonly string[]): void {
  if (ids.length === 0) return
  unit.tx.send({
    name: 'process_delete_activities',
    text: `
delete from process_activity
where organisation_id = $1
  and id = any(${among('$2')})`,
    values: [unit.organisationId, ids],
  })
}
