import type { Tx } from '../../../platform/db/transaction.ts'

/** What a removal is about: everything of one import run, or of the demo story. */
export type MadeBy = { readonly kind: 'import'; readonly runId: string } | { readonly kind: 'demo' }

/** Something that a run or the demo made. */
export type MadeRow = { readonly kind: MadeKind; readonly id: string; readonly name: string }

export type MadeKind =
  | 'item'
  | 'container'
  | 'instance'
  | 'person'
  | 'team'
  | 'label'
  | 'field'
  | 'type'
  | 'resource'
  | 'calendar'
  | 'baseline'
  | 'practice'
  | 'artifactType'

/** Far more than an organisation holds: it only keeps a mistake from filling the memory. */
const LIMIT = 5_000_000

/** Everything an import run made, as the run noted it, as far as it is still there. */
async function findMadeByRun(tx: Tx, organisationId: string, runId: string): Promise<readonly MadeRow[]> {
  return await tx.query<MadeRow>({
    text: `
select 'item' as kind, w.id, w.key || ' ' || w.title as name
from work_item w
where w.organisation_id = $1
  and w.import_run_id = $2
union all
select 'container', c.id, c.name
from container c
where c.organisation_id = $1
  and c.import_run_id = $2
union all
select 'resource', r.id, r.name
from resource r
where r.organisation_id = $1
  and r.import_run_id = $2
union all
select m.entity, m.entity_id, coalesce(p.name, l.name, '')
from import_record m
left join person p on p.organisation_id = $1 and p.id = m.entity_id
left join label l on l.organisation_id = $1 and l.id = m.entity_id
where m.organisation_id = $1
  and m.run_id = $2
  and m.entity in ('person', 'label', 'calendar', 'baseline')
limit $3`,
    values: [organisationId, runId, LIMIT],
  })
}

/** Everything the demo story made. Items that carry out steps of its instances are part of it, whoever set them off. */
async function findDemo(tx: Tx, organisationId: string): Promise<readonly MadeRow[]> {
  return await tx.query<MadeRow>({
    text: `
select 'item' as kind, w.id, w.key || ' ' || w.title as name
from work_item w
where w.organisation_id = $1
  and w.origin = 'demo'
union
select 'item', w.id, w.key || ' ' || w.title
from process_instance i
join process_activity a on a.organisation_id = $1 and a.instance_id = i.id
join work_item w on w.organisation_id = $1 and w.id = a.item_id
where i.organisation_id = $1
  and i.origin = 'demo'
union all
select 'container', c.id, c.name
from container c
where c.organisation_id = $1
  and c.origin = 'demo'
union all
select 'instance', i.id, i.title
from process_instance i
where i.organisation_id = $1
  and i.origin = 'demo'
union all
select 'person', p.id, p.name
from person p
where p.organisation_id = $1
  and p.origin = 'demo'
union all
select 'team', t.id, t.name
from team t
where t.organisation_id = $1
  and t.origin = 'demo'
union all
select 'label', l.id, l.name
from label l
where l.organisation_id = $1
  and l.origin = 'demo'
union all
select 'field', f.id, f.name
from custom_field f
where f.organisation_id = $1
  and f.origin = 'demo'
union all
select 'type', t.id, t.name
from item_type t
where t.organisation_id = $1
  and t.origin = 'demo'
union all
select 'resource', r.id, r.name
from resource r
where r.organisation_id = $1
  and r.origin = 'demo'
limit $2`,
    values: [organisationId, LIMIT],
  })
}

/** What the demo story wrote into the catalogue of practices. */
async function findDemoPractices(tx: Tx, organisationId: string): Promise<readonly MadeRow[]> {
  return await tx.query<MadeRow>({
    text: `
select 'practice' as kind, p.id, p.name
from practice p
where p.organisation_id = $1
  and p.origin = 'demo'
union all
select 'artifactType', t.id, t.name
from artifact_type t
where t.organisation_id = $1
  and t.origin = 'demo'
limit $2`,
    values: [organisationId, LIMIT],
  })
}

/** Everything that a run or the demo made. */
export async function findMade(tx: Tx, organisationId: string, by: MadeBy): Promise<readonly MadeRow[]> {
  return by.kind === 'demo'
    ? [...(await findDemo(tx, organisationId)), ...(await findDemoPractices(tx, organisationId))]
    : await findMadeByRun(tx, organisationId, by.runId)
}
