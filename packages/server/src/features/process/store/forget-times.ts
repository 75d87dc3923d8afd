import type { Unit } from '../../../platform/commands/index.ts'

type Gone = { readonly instanceIds: readonly string[]; readonly processIds: readonly string[] }

/** Deletes how instances stood against service levels, and what started them. */
export async function deleteTimesOf(unit: Unit, gone: Gone): Promise<void> {
  const values = [unit.organisationId, gone.instanceIds, gone.processIds]
  await unit.tx.query({
    text: `
delete from process_level_clock k
where k.organisation_id = $1
  and k.instance_id in (
    select i.id
    from process_instance i
    where i.organisation_id = $1
      and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[])))`,
    values,
  })
  await unit.tx.query({
    text: `
delete from process_schedule_start s
where s.organisation_id = $1
  and s.instance_id in (
    select i.id
    from process_instance i
    where i.organisation_id = $1
      and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[])))`,
    values,
  })
}

/** Deletes the service levels of processes, and tells which they were. */
export async function deleteLevelsOf(unit: Unit, processIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from process_level l
where l.organisation_id = $1
  and l.process_id = any($2::uuid[])
returning l.id`,
    values: [unit.organisationId, processIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes the schedules of processes, and tells which they were. */
export async function deleteSchedulesOf(
  unit: Unit,
  processIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from process_schedule s
where s.organisation_id = $1
  and s.process_id = any($2::uuid[])
returning s.id`,
    values: [unit.organisationId, processIds],
  })
  return rows.map(({ id }) => id)
}
