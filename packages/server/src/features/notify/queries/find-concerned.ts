import type { Handover } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'

/**
 * Who followed items or had a part in them, by the item that everything of them goes to. Whoever said
 * that they do not follow is not among them.
 */
export async function findConcerned(
  tx: Tx,
  organisationId: string,
  handovers: readonly Handover[],
): Promise<readonly { readonly itemId: string; readonly personId: string }[]> {
  const rows = await tx.query<{ into_id: string; person_id: string }>({
    text: `
select distinct h.into_id, p.person_id
from unnest($2::uuid[], $3::uuid[]) as h (from_id, into_id)
join work_item w on w.organisation_id = $1 and w.id = h.from_id
cross join lateral (
  select f.person_id
  from following f
  where f.organisation_id = $1
    and f.item_id = h.from_id
    and f.is_following
  union
  select part
  from unnest(array[w.responsible_id, w.accountable_id, w.requester_id, w.created_by]) as part
  where part is not null
) p
where not exists (
  select from following f
  where f.organisation_id = $1
    and f.item_id = h.from_id
    and f.person_id = p.person_id
    and not f.is_following
)
order by 1, 2`,
    values: [organisationId, handovers.map(({ fromId }) => fromId), handovers.map(({ intoId }) => intoId)],
  })
  return rows.map((row) => ({ itemId: row.into_id, personId: row.person_id }))
}
