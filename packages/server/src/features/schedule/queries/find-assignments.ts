import type { AssignmentView, ResourceView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ASSIGNMENT } from './resource-columns.ts'

/** A resource on an item, and what kind of resource that is; whoever is still to be chosen works. */
export type AssignmentRow = AssignmentView & {
  readonly projectId: string
  readonly kind: ResourceView['kind']
}

/** Assignments by what they are on, or by their own ids. */
export async function findAssignments(
  tx: Tx,
  organisationId: string,
  of: { readonly itemIds: readonly string[]; readonly ids: readonly string[] },
): Promise<readonly AssignmentRow[]> {
  return await tx.query<AssignmentRow>({
    name: 'schedule_find_assignments',
    text: `
select ${ASSIGNMENT}, a.project_id as "projectId", coalesce(r.kind, 'work') as kind
from assignment a
left join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
where a.organisation_id = $1
  and (a.item_id = any($2::uuid[]) or a.id = any($3::uuid[]))
order by a.item_id, a.id
limit 100000`,
    values: [organisationId, of.itemIds, of.ids],
  })
}
