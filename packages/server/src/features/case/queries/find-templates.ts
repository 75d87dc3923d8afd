import type { CaseTemplateView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { TemplateVersion } from '../store/templates.ts'

type Row = Omit<CaseTemplateView, 'stages'> & { readonly stages: readonly string[] | null }

const TEMPLATES = `
select t.id, t.name, t.description, t.version, t.archived_at as "archivedAt",
  d.id is not null as "hasDraft", p.number,
  (select array_agg(s.item ->> 'name' order by s.place)
   from jsonb_array_elements(coalesce(p.model, d.model) #> '{root,items}') with ordinality as s (item, place)
   where s.item ->> 'kind' = 'stage') as stages,
  (select count(*)::integer
   from case_template_version v
   join case_plan c on c.organisation_id = v.organisation_id and c.template_version_id = v.id
   where v.organisation_id = t.organisation_id
     and v.template_id = t.id) as cases
from case_template t
left join case_template_version d on d.organisation_id = t.organisation_id and d.template_id = t.id and d.state = 'draft'
left join lateral (
  select v.number, v.model
  from case_template_version v
  where v.organisation_id = t.organisation_id
    and v.template_id = t.id
    and v.state = 'published'
  order by v.number desc
  limit 1) p on true
where t.organisation_id = $1`

/** The templates of an organisation: those that are there, or those that were taken away. */
export async function listTemplateViews(
  tx: Tx,
  organisationId: string,
  archived: 'no' | 'also' | 'only',
): Promise<readonly CaseTemplateView[]> {
  const rows = await tx.query<Row>({
    name: 'case_list_template_views',
    text: `${TEMPLATES}
  and ($2 = 'also' or (t.archived_at is not null) = ($2 = 'only'))
order by lower(t.name), t.id
limit 500`,
    values: [organisationId, archived],
  })
  return rows.map(viewOf)
}

/** Some templates as lists show them. */
export async function findTemplateViews(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseTemplateView>> {
  const rows = await tx.query<Row>({
    name: 'case_find_template_views',
    text: `${TEMPLATES}
  and t.id = any($2::uuid[])
order by t.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, viewOf(row)]))
}

function viewOf({ stages, ...row }: Row): CaseTemplateView {
  return { ...row, stages: stages ?? [] }
}

/** The drafts of templates and what of them was published last. */
export async function findVersions(
  tx: Tx,
  organisationId: string,
  templateIds: readonly string[],
): Promise<readonly TemplateVersion[]> {
  return await tx.query<TemplateVersion>({
    name: 'case_find_template_versions',
    text: `
select distinct on (v.template_id, v.state) v.id, v.template_id as "templateId", v.number, v.model, v.note
from case_template_version v
where v.organisation_id = $1
  and v.template_id = any($2::uuid[])
order by v.template_id, v.state, v.number desc nulls last`,
    values: [organisationId, templateIds],
  })
}

/** The ids of templates by which some names are taken, by the name in small letters. */
export async function findNames(
  tx: Tx,
  organisationId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>({
    name: 'case_find_template_names',
    text: `
select t.id, lower(t.name) as name
from case_template t
where t.organisation_id = $1
  and t.archived_at is null
  and lower(t.name) = any($2::text[])
order by t.id`,
    values: [organisationId, names.map((name) => name.toLowerCase())],
  })
  return new Map(rows.map(({ id, name }) => [name, id]))
}
