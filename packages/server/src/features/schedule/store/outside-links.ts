import type { Unit } from '../../../platform/commands/index.ts'
import type { LeadingOut } from '../queries/find-leading-out.ts'

/** Keeps of some links which projects they lead out of or into. */
export async function keepOutsideLinks(unit: Unit, links: readonly LeadingOut[]): Promise<void> {
  if (links.length === 0) return
  // Deleting and inserting in one statement, a row that stays would collide with itself.
  await unit.tx.query({
    name: 'schedule_delete_outside_links',
    text: `
delete from plan_outside_link x
where x.organisation_id = $1
  and x.relation_id = any($2::uuid[])`,
    values: [unit.organisationId, [...new Set(links.map(({ relationId }) => relationId))]],
  })
  const leading = links.flatMap(({ relationId, projectId }) =>
    projectId === null ? [] : [{ relation_id: relationId, project_id: projectId }],
  )
  if (leading.length === 0) return
  await unit.tx.query({
    name: 'schedule_insert_outside_links',
    text: `
insert into plan_outside_link (organisation_id, project_id, relation_id)
select distinct $1::uuid, r.project_id, r.relation_id
from json_populate_recordset(null::plan_outside_link, $2::json) r
on conflict do nothing`,
    values: [unit.organisationId, JSON.stringify(leading)],
  })
}
