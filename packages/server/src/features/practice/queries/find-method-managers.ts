import { operations } from '@millrace/contract'
import { query } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** The method managers of an organisation. */
export async function findMethodManagers(tx: Tx, organisationId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'practice_find_method_managers',
    text: `
select k.person_id as id
from method_manager k
where k.organisation_id = $1
order by k.person_id`,
    values: [organisationId],
  })
  return rows.map(({ id }) => id)
}

/** Which of some people there are and can be given rights: guests cannot. */
export async function findColleagues(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'practice_find_colleagues',
    text: `
select p.id
from person p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
  and p.org_role <> 'guest'
order by p.id`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Who keeps the catalogue besides those who run the organisation. */
export const listMethodManagers = query(
  operations['practice.listMethodManagers'],
  async ({ tx, organisationId }) => ({ personIds: await findMethodManagers(tx, organisationId) }),
)
