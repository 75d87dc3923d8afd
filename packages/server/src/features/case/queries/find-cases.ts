import type { Unit } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A case, as far as its plan needs it. */
export type Case = {
  readonly id: string
  readonly name: string
  readonly state: 'planned' | 'active' | 'closed'
  readonly is_archived: boolean
}

/** The cases among some containers, locked, so that none is closed while its plan changes. */
export async function lockCases(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  const rows = await unit.tx.query<Case>({
    name: 'case_lock_cases',
    text: `
select c.id, c.name, c.state, c.archived_at is not null as is_archived
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.kind = 'case'
order by c.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The cases among some containers. */
export async function findCases(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly Case[]> {
  return await tx.query<Case>({
    name: 'case_find_cases',
    text: `
select c.id, c.name, c.state, c.archived_at is not null as is_archived
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.kind = 'case'
order by c.id`,
    values: [organisationId, ids],
  })
}
