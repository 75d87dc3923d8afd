import type { Tx } from '../../../platform/db/transaction.ts'

/** A project whose plan can be looked at. */
export type LiveProject = { readonly id: string; readonly key: string; readonly name: string }

/** The projects of an organisation that are not archived, or the one with a key. */
export async function findLiveProjects(
  tx: Tx,
  organisationId: string,
  key: string | null,
): Promise<readonly LiveProject[]> {
  return await tx.query<LiveProject>({
    name: 'schedule_find_live_projects',
    text: `
select c.id, c.key, c.name
from container c
where c.organisation_id = $1
  and c.kind = 'project'
  and c.archived_at is null
  and ($2::text is null or c.key = $2)
order by c.key
limit 100000`,
    values: [organisationId, key],
  })
}
