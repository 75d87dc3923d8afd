import type { Unit } from '../../../platform/commands/index.ts'
import type { JobRow } from './jobs.ts'

/** Says of what instances wait for whether it is looked at: nothing of a suspended one is. */
export function markWaits(
  unit: Unit,
  instances: readonly { readonly id: string; readonly isSuspended: boolean }[],
): void {
  if (instances.length === 0) return
  unit.tx.send({
    name: 'process_mark_waits',
    text: `
update process_wait w
set is_suspended = r.is_suspended
from unnest($2::uuid[], $3::boolean[]) as r (id, is_suspended)
where w.organisation_id = $1
  and w.instance_id = r.id
  and w.is_suspended <> r.is_suspended`,
    values: valuesOf(unit, instances),
  })
}

/**
 * The same of their jobs.
 *
 * @returns those that wait and may be given to somebody again
 */
export async function markJobs(
  unit: Unit,
  instances: readonly { readonly id: string; readonly isSuspended: boolean }[],
): Promise<readonly Pick<JobRow, 'id' | 'kind' | 'failures' | 'due_at'>[]> {
  if (instances.length === 0) return []
  const rows = await unit.tx.query<
    Pick<JobRow, 'id' | 'kind' | 'failures' | 'due_at' | 'state' | 'is_suspended'>
  >({
    name: 'process_mark_jobs',
    text: `
update process_job j
set is_suspended = r.is_suspended
from unnest($2::uuid[], $3::boolean[]) as r (id, is_suspended)
where j.organisation_id = $1
  and j.instance_id = r.id
  and j.is_suspended <> r.is_suspended
returning j.id, j.kind, j.failures, j.due_at, j.state, j.is_suspended`,
    values: valuesOf(unit, instances),
  })
  return rows.filter((row) => row.state === 'waiting' && !row.is_suspended)
}

function valuesOf(
  unit: Unit,
  instances: readonly { readonly id: string; readonly isSuspended: boolean }[],
): readonly unknown[] {
  return [unit.organisationId, instances.map(({ id }) => id), instances.map(({ isSuspended }) => isSuspended)]
}
