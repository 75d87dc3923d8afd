import type { CaseModel } from '@millrace/core/case'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A plan that cases begin by. */
export type CaseTemplate = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly createdAt: number
  readonly createdBy: string | null
  readonly archivedAt: number | null
  readonly version: number
}

/** One wording of a template: the draft, or one that was published under a number. */
export type TemplateVersion = {
  readonly id: string
  readonly templateId: string
  readonly number: number | null
  readonly model: CaseModel
  readonly note: string
}

/** Writes templates, new ones and changed ones. Ids that another organisation has are its own matter. */
export async function saveTemplates(unit: Unit, templates: readonly CaseTemplate[]): Promise<void> {
  const rows = templates.map((one) => ({
    ...{ id: one.id, name: one.name, description: one.description, version: one.version },
    ...{ created_at: sqlMoment(one.createdAt), created_by: one.createdBy },
    archived_at: sqlMoment(one.archivedAt),
  }))
  await unit.tx.query({
    name: 'case_save_templates',
    text: `
insert into case_template as t (organisation_id, id, name, description, created_at, created_by, archived_at, version)
select $1, r.id, r.name, r.description, r.created_at, r.created_by, r.archived_at, r.version
from json_populate_recordset(null::case_template, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    description = excluded.description,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Writes wordings of templates, new ones and changed ones. */
export async function saveVersions(unit: Unit, versions: readonly TemplateVersion[]): Promise<void> {
  if (versions.length === 0) return
  const rows = versions.map(({ templateId, number, ...one }) => ({
    ...{ ...one, number, template_id: templateId, state: number === null ? 'draft' : 'published' },
    ...{ changed_at: sqlMoment(unit.now), changed_by: unit.principal.personId },
  }))
  await unit.tx.query({
    name: 'case_save_template_versions',
    text: `
insert into case_template_version as v (organisation_id, id, template_id, number, state, model, note, changed_at, changed_by)
select $1, r.id, r.template_id, r.number, r.state, r.model, r.note, r.changed_at, r.changed_by
from json_populate_recordset(null::case_template_version, $2::json) r
on conflict (organisation_id, id) do update
set number = excluded.number,
    state = excluded.state,
    model = excluded.model,
    note = excluded.note,
    changed_at = excluded.changed_at,
    changed_by = excluded.changed_by`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Locks templates, always in the order of their ids. */
export async function lockTemplates(
  unit: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseTemplate>> {
  const rows = await unit.tx.query<CaseTemplate>({
    name: 'case_lock_templates',
    text: `
select t.id, t.name, t.description, t.created_at as "createdAt", t.created_by as "createdBy",
  t.archived_at as "archivedAt", t.version
from case_template t
where t.organisation_id = $1
  and t.id = any($2::uuid[])
order by t.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}
