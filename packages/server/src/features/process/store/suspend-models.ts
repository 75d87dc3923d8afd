import type { Unit } from '../../../platform/commands/index.ts'
import type { ProcessModel } from './models.ts'
import { suspensionRow } from './suspension.ts'

/** Writes whether instances begin by versions. */
export function suspendModels(unit: Unit, models: readonly ProcessModel[]): void {
  if (models.length === 0) return
  const last = [...new Map(models.map((model) => [model.id, model])).values()]
  unit.tx.send({
    name: 'process_suspend_models',
    text: `
update process_version m
set suspended_at = r.suspended_at,
    suspended_by = r.suspended_by,
    suspend_reason = r.suspend_reason,
    version = r.version
from json_populate_recordset(null::process_version, $2::json) r
where m.organisation_id = $1
  and m.id = r.id`,
    values: [
      unit.organisationId,
      JSON.stringify(
        last.map(({ id, version, suspension }) => ({ id, version, ...suspensionRow(suspension) })),
      ),
    ],
  })
}
