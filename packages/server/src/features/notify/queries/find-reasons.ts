import { type FollowReason, isFollowing } from '@millrace/core/notify'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What one person has to do with the news of an item. */
export type Standing = {
  readonly reasons: readonly FollowReason[]
  readonly choice: boolean | null
  readonly isFollowing: boolean
}

type Row = {
  readonly item_id: string
  readonly reasons: readonly FollowReason[]
  readonly choice: boolean | null
}

/** What a person has to do with the news of some items, by item. */
export async function findStandings(
  tx: Tx,
  organisationId: string,
  of: { readonly personId: string; readonly itemIds: readonly string[] },
): Promise<ReadonlyMap<string, Standing>> {
  if (of.itemIds.length === 0) return new Map()
  const rows = await tx.query<Row>({
    name: 'notify_find_standings',
    text: `
select w.id as item_id, f.is_following as choice,
  array_remove(array[
    case when w.responsible_id = $2 then 'responsible' end,
    case when w.accountable_id = $2 then 'accountable' end,
    case when w.requester_id = $2 then 'requester' end,
    case when w.created_by = $2 and w.origin = 'own' then 'author' end,
    case when exists (
      select 1
      from comment m
      where m.organisation_id = $1
        and m.item_id = w.id
        and m.removed_at is null
        and m.mentions @> array[$2::uuid]) then 'mentioned' end,
    case when exists (
      select 1
      from comment m
      where m.organisation_id = $1
        and m.item_id = w.id
        and m.removed_at is null
        and m.author_id = $2) then 'commenter' end,
    case when f.is_following then 'follower' end
  ], null) as reasons
from work_item w
left join following f on f.organisation_id = $1 and f.item_id = w.id and f.person_id = $2
where w.organisation_id = $1
  and w.id = any(${among('$3')})
order by w.id`,
    values: [organisationId, of.personId, of.itemIds],
  })
  return new Map(
    rows.map(({ item_id: itemId, reasons, choice }) => [
      itemId,
      { reasons, choice, isFollowing: isFollowing(reasons, choice) },
    ]),
  )
}
