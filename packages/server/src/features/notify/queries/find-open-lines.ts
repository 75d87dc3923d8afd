import type { Tx } from '../../../platform/db/transaction.ts'

/** The latest unread line of a person about an item or an instance. */
export type OpenLineRow = {
  readonly id: string
  readonly subject_id: string
  readonly person_id: string
  readonly last_at: number
  readonly event_count: number
  readonly is_snoozed: boolean
  readonly is_alert: boolean
}

/** For each of some people and items or instances the latest unread line, if there is one. */
export async function findOpenLines(
  tx: Tx,
  organisationId: string,
  of: { readonly subjectIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<readonly OpenLineRow[]> {
  return await tx.query<OpenLineRow>({
    name: 'notify_find_open_lines',
    text: `
select distinct on (n.item_id, n.instance_id, n.person_id) n.id, coalesce(n.item_id, n.instance_id) as subject_id, n.person_id, n.last_at,
  jsonb_array_length(n.events) as event_count,
  n.snoozed_until is not null as is_snoozed,
  n.alerted_on is not null as is_alert
from notification n
where n.organisation_id = $1
  and (n.item_id = any($2::uuid[]) or n.instance_id = any($2::uuid[]))
  and n.person_id = any($3::uuid[])
  and n.read_at is null
order by n.item_id, n.instance_id, n.person_id, n.last_at desc, n.id desc`,
    values: [organisationId, of.subjectIds, of.personIds],
  })
}
