import { firstStateOf, type Workflow } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A case, as far as its plan needs it. */
export type Case = {
  readonly id: string
  readonly name: string
  readonly state: 'planned' | 'active' | 'closed'
  readonly isArchived: boolean
  readonly ownerId: string | null
  readonly teamId: string | null
  /** The state in which its steps open items, when its usual type has one that is ready. */
  readonly readyStateId: string | undefined
  readonly timeZone: string
}

type Row = Omit<Case, 'readyStateId'> & { readonly workflow: Workflow }

/** The cases among some containers. */
export async function findCases(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Case>> {
  const rows = await tx.query<Row>({
    name: 'case_find_cases',
    text: `
select c.id, c.name, c.state, c.archived_at is not null as "isArchived", c.owner_id as "ownerId",
  c.team_id as "teamId", t.workflow, o.time_zone as "timeZone"
from container c
join item_type t on t.organisation_id = c.organisation_id and t.id = c.default_type_id
join organisation o on o.id = c.organisation_id
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.kind = 'case'
order by c.id`,
    values: [organisationId, ids],
  })
  return new Map(
    rows.map(({ workflow, ...row }) => [
      row.id,
      { ...row, readyStateId: firstStateOf(workflow, 'ready')?.id },
    ]),
  )
}
