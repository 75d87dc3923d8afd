import type { Tx } from '../../../platform/db/transaction.ts'

/** The names of the teams that somebody belongs to: roles of cases go by them. */
export async function findTeamNames(
  tx: Tx,
  organisationId: string,
  personId: string | null,
): Promise<readonly string[]> {
  if (personId === null) return []
  const rows = await tx.query<{ name: string }>({
    name: 'case_find_team_names',
    text: `
select t.name
from team_member m
join team t on t.organisation_id = m.organisation_id and t.id = m.team_id
where m.organisation_id = $1
  and m.person_id = $2
order by t.name
limit 200`,
    values: [organisationId, personId],
  })
  return rows.map(({ name }) => name)
}
