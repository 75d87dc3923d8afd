import type { Unit } from '../../../platform/commands/index.ts'

/** Deletes what was decided for instances, or in processes, that go. */
export async function deleteDecisionLog(
  unit: Unit,
  gone: { readonly instanceIds: readonly string[]; readonly processIds: readonly string[] },
): Promise<void> {
  await unit.tx.query({
    text: `
delete from process_decision_log l
where l.organisation_id = $1
  and (l.process_id = any($3::uuid[])
    or l.instance_id = any($2::uuid[])
    or l.instance_id in (
      select i.id
      from process_instance i
      where i.organisation_id = $1
        and i.process_id = any($3::uuid[])))`,
    values: [unit.organisationId, gone.instanceIds, gone.processIds],
  })
}

/** Deletes the decision models of processes with everything beside them, and tells which they were. */
export async function deleteDecisionsOf(
  unit: Unit,
  processIds: readonly string[],
): Promise<readonly string[]> {
  const values = [unit.organisationId, processIds]
  await unit.tx.query({
    text: `
delete from process_decision_case c
using process_decision d
where c.organisation_id = $1
  and d.organisation_id = $1
  and d.id = c.decision_id
  and d.process_id = any($2::uuid[])`,
    values,
  })
  await unit.tx.query({
    text: `
delete from process_decision_version v
using process_decision d
where v.organisation_id = $1
  and d.organisation_id = $1
  and d.id = v.decision_id
  and d.process_id = any($2::uuid[])`,
    values,
  })
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from process_decision d
where d.organisation_id = $1
  and d.process_id = any($2::uuid[])
returning d.id`,
    values,
  })
  return rows.map(({ id }) => id)
}
