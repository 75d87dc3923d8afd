import type { Unit } from '../../../platform/commands/index.ts'

/** Something a run made, and the line of the file it came from. */
export type MadeRecord = {
  readonly entity: 'item' | 'container' | 'label' | 'person' | 'calendar' | 'baseline'
  readonly entityId: string
  readonly line: number | null
}

/** Notes what a run made. */
export async function insertRecords(unit: Unit, runId: string, made: readonly MadeRecord[]): Promise<void> {
  if (made.length === 0) return
  await unit.tx.query({
    name: 'exchange_insert_records',
    text: `
insert into import_record (organisation_id, run_id, entity, entity_id, source_line)
select $1, $2, m.entity, m.entity_id, m.source_line
from json_to_recordset($3::json) as m (entity text, entity_id uuid, source_line integer)`,
    values: [
      unit.organisationId,
      runId,
      JSON.stringify(
        made.map(({ entity, entityId, line }) => ({ entity, entity_id: entityId, source_line: line })),
      ),
    ],
  })
}

/** Forgets the notes about what was taken back. What stays keeps its note. */
export async function deleteRecords(unit: Unit, runId: string, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from import_record
where organisation_id = $1
  and run_id = $2
  and entity_id = any($3::uuid[])`,
    values: [unit.organisationId, runId, ids],
  })
}
