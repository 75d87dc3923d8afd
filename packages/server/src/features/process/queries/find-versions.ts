import type { Tx } from '../../../platform/db/transaction.ts'

/** A published version of a process, by its number. */
export type VersionRow = { readonly id: string; readonly process_id: string; readonly number: number }

/** Published versions by their numbers; those that do not exist are absent. */
export async function findVersions(
  tx: Tx,
  organisationId: string,
  wanted: readonly { readonly processId: string; readonly number: number }[],
): Promise<readonly VersionRow[]> {
  return await tx.query<VersionRow>({
    name: 'process_find_versions',
    text: `
select m.id, m.process_id, m.number
from process_version m
join json_to_recordset($2::json) as r ("processId" uuid, number integer)
  on m.process_id = r."processId" and m.number = r.number
where m.organisation_id = $1
order by m.id`,
    values: [organisationId, JSON.stringify(wanted)],
  })
}

/** The versions by which something runs in some processes. */
export async function findRunningVersions(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly Pick<VersionRow, 'id' | 'process_id'>[]> {
  return await tx.query<Pick<VersionRow, 'id' | 'process_id'>>({
    name: 'process_find_running_versions',
    text: `
select m.id, m.process_id
from process_version m
where m.organisation_id = $1
  and m.process_id = any($2::uuid[])
  and m.state = 'published'
  and exists (
    select
    from process_instance i
    where i.organisation_id = m.organisation_id
      and i.model_id = m.id
      and i.state = 'running')
order by m.id`,
    values: [organisationId, processIds],
  })
}

/** The number of a version, and of the newest one of its process. */
export async function findVersionNumbers(
  tx: Tx,
  organisationId: string,
  modelId: string,
): Promise<{ readonly number: number; readonly newest: number }> {
  const [row] = await tx.query<{ number: number; newest: number }>({
    name: 'process_find_version_numbers',
    text: `
select m.number, (
  select max(n.number)
  from process_version n
  where n.organisation_id = m.organisation_id
    and n.process_id = m.process_id) as newest
from process_version m
where m.organisation_id = $1
  and m.id = $2`,
    values: [organisationId, modelId],
  })
  return row ?? { number: 0, newest: 0 }
}

/** How many running instances have something at each element. */
export async function countAtElements(
  tx: Tx,
  organisationId: string,
  modelId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ node: string; count: number }>({
    name: 'process_count_at_version',
    text: `
select t.node, count(distinct t.instance_id)::integer as count
from process_instance i
join process_token t on t.organisation_id = i.organisation_id and t.instance_id = i.id
where i.organisation_id = $1
  and i.model_id = $2
  and i.state = 'running'
group by t.node
order by t.node`,
    values: [organisationId, modelId],
  })
  return new Map(rows.map(({ node, count }) => [node, count]))
}
