import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { TemplateRow } from '../template-content.ts'

/** Adds templates, or writes their new state. */
export async function saveTemplates(unit: Unit, rows: readonly TemplateRow[]): Promise<void> {
  if (rows.length === 0) return
  const all = rows.map((row) => ({ ...row, created_at: sqlMoment(row.created_at) }))
  await unit.tx.query({
    name: 'work_save_templates',
    text: `
insert into template (organisation_id, id, kind, name, description, place_id, created_by, content, created_at, version)
select $1, r.id, r.kind, r.name, r.description, r.place_id, r.created_by, r.content, r.created_at, r.version
from json_populate_recordset(null::template, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    description = excluded.description,
    place_id = excluded.place_id,
    content = excluded.content,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(all)],
  })
}

/** Deletes templates. */
export async function deleteTemplates(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'work_delete_templates',
    text: 'delete from template where organisation_id = $1 and id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}
