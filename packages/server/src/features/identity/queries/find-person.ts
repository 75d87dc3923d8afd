import type { Tx } from '../../../platform/db/transaction.ts'

/** The id of the person with this e-mail, in lower case. */
export async function findPersonByEmail(
  tx: Tx,
  organisationId: string,
  email: string,
): Promise<string | null> {
  const rows = await tx.query<{ id: string }>({
    text: `
select p.id
from person p
where p.organisation_id = $1
  and lower(p.email) = $2`,
    values: [organisationId, email],
  })
  return rows[0]?.id ?? null
}

/** The id of an owner who has not left: the one who came first. */
export async function findSomeOwner(tx: Tx, organisationId: string): Promise<string | null> {
  const rows = await tx.query<{ id: string }>({
    text: `
select p.id
from person p
where p.organisation_id = $1
  and p.org_role = 'owner'
  and p.status = 'active'
order by p.created_at, p.id
limit 1`,
    values: [organisationId],
  })
  return rows[0]?.id ?? null
}
