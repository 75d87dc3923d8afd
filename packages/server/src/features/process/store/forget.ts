import type { Unit } from '../../../platform/commands/index.ts'

/** Which parts of processes are forgotten. */
export type ProcessesToForget = {
  readonly itemIds: readonly string[]
  readonly instanceIds: readonly string[]
  /** Containers whose steps and instances all go. */
  readonly processIds: readonly string[]
}

/** Deletes which item carried out which step, of items and of instances that go. */
export async function deleteActivities(unit: Unit, gone: ProcessesToForget): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from process_activity a
where a.organisation_id = $1
  and (a.item_id = any($2::uuid[])
    or a.instance_id = any($3::uuid[])
    or a.instance_id in (
      select i.id
      from process_instance i
      where i.organisation_id = $1
        and i.process_id = any($4::uuid[])))
returning a.id`,
    values: [unit.organisationId, gone.itemIds, gone.instanceIds, gone.processIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes where instances are and how they came there. */
export function deleteEngineRows(unit: Unit, gone: ProcessesToForget): void {
  const values = [unit.organisationId, gone.instanceIds, gone.processIds]
  unit.tx.send({
    text: `
delete from process_token t
where t.organisation_id = $1
  and t.instance_id in (
    select i.id
    from process_instance i
    where i.organisation_id = $1
      and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[])))`,
    values,
  })
  unit.tx.send({
    text: `
delete from process_wait t
where t.organisation_id = $1
  and t.instance_id in (
    select i.id
    from process_instance i
    where i.organisation_id = $1
      and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[])))`,
    values,
  })
  unit.tx.send({
    text: `
delete from process_incident t
where t.organisation_id = $1
  and t.instance_id in (
    select i.id
    from process_instance i
    where i.organisation_id = $1
      and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[])))`,
    values,
  })
  unit.tx.send({
    text: `
delete from process_history t
where t.organisation_id = $1
  and t.instance_id in (
    select i.id
    from process_instance i
    where i.organisation_id = $1
      and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[])))`,
    values,
  })
}

/** Deletes instances, and tells which they were. */
export async function deleteInstances(unit: Unit, gone: ProcessesToForget): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from process_instance i
where i.organisation_id = $1
  and (i.id = any($2::uuid[]) or i.process_id = any($3::uuid[]))
returning i.id`,
    values: [unit.organisationId, gone.instanceIds, gone.processIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes the versions of the models of processes. */
export async function deleteModelsOf(unit: Unit, processIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from process_version m
where m.organisation_id = $1
  and m.process_id = any($2::uuid[])
returning m.id`,
    values: [unit.organisationId, processIds],
  })
  return rows.map(({ id }) => id)
}

/** Deletes the steps of processes, and tells which they were. */
export async function deleteStepsOf(unit: Unit, processIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from process_step s
where s.organisation_id = $1
  and s.process_id = any($2::uuid[])
returning s.id`,
    values: [unit.organisationId, processIds],
  })
  return rows.map(({ id }) => id)
}
