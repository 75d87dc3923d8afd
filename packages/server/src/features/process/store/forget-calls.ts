import type { Unit } from '../../../platform/commands/index.ts'
import type { ProcessesToForget } from './forget.ts'

/** Deletes what services are asked for on behalf of instances, and which messages they have had. */
export function deleteCalls(unit: Unit, gone: ProcessesToForget): void {
  const values = [unit.organisationId, gone.instanceIds, gone.processIds]
  unit.tx.send({
    text: `
delete from process_job j
where j.organisation_id = $1
  and (j.instance_id = any($2::uuid[]) or j.process_id = any($3::uuid[]))`,
    values,
  })
  unit.tx.send({
    text: `
delete from process_message_taken t
where t.organisation_id = $1
  and (t.instance_id = any($2::uuid[]) or t.process_id = any($3::uuid[]))`,
    values,
  })
  unit.tx.send({
    text: `
delete from process_start_event s
where s.organisation_id = $1
  and s.process_id = any($2::uuid[])`,
    values: [unit.organisationId, gone.processIds],
  })
}
