import type { FavouriteView } from '@millrace/contract'
import { type Access, mayInContainers } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A favourite with what it points to, as far as that decides who may see it. */
export type FoundFavourite = {
  readonly id: string
  readonly person_id: string
  readonly container_id: string | null
  readonly item_id: string | null
  readonly view_id: string | null
  readonly rank: string
  readonly item_key: string | null
  readonly item_title: string | null
  readonly item_containers: readonly string[] | null
  readonly view_container: string | null
  readonly view_owner: string | null
  readonly is_view_shared: boolean | null
}

/** Favourites by id, or all of one person, in their order. */
export async function findFavourites(
  tx: Tx,
  organisationId: string,
  which: { readonly ids: readonly string[] } | { readonly personId: string },
): Promise<readonly FoundFavourite[]> {
  return await tx.query<FoundFavourite>({
    name: 'work_find_favourites',
    text: `
select f.id, f.person_id, f.container_id, f.item_id, f.view_id, f.rank, w.key as item_key, w.title as item_title,
  w.container_ids as item_containers, v.container_id as view_container, v.owner_id as view_owner,
  v.is_shared as is_view_shared
from favourite f
left join work_item w on w.organisation_id = f.organisation_id and w.id = f.item_id
left join saved_view v on v.organisation_id = f.organisation_id and v.id = f.view_id
where f.organisation_id = $1
  and ($2::uuid[] is null or f.id = any($2::uuid[]))
  and ($3::uuid is null or f.person_id = $3)
order by f.rank, f.id
limit 1000`,
    values: [organisationId, 'ids' in which ? which.ids : null, 'personId' in which ? which.personId : null],
  })
}

/** Whether somebody sees a favourite: it is theirs, and they see what it points to. */
export function seesFavourite(
  who: { readonly personId: string; readonly access: Access },
  row: FoundFavourite,
): boolean {
  if (row.person_id !== who.personId) return false
  if (row.container_id !== null) return mayInContainers(who.access, 'container.read', [row.container_id])
  if (row.item_id !== null) return mayInContainers(who.access, 'container.read', row.item_containers ?? [])
  if (!row.is_view_shared && row.view_owner !== who.personId) return false
  return row.view_container === null || mayInContainers(who.access, 'container.read', [row.view_container])
}

/** A favourite as its person sees it. */
export function presentFavourite(row: FoundFavourite): FavouriteView {
  const { id, rank, container_id: containerId, item_id: itemId, view_id: viewId } = row
  const base = { id, rank, item: null }
  if (containerId !== null) return { ...base, kind: 'container', targetId: containerId }
  if (itemId === null) return { ...base, kind: 'view', targetId: viewId ?? '' }
  return {
    ...base,
    kind: 'item',
    targetId: itemId,
    item: { key: row.item_key ?? '', title: row.item_title ?? '', containerIds: row.item_containers ?? [] },
  }
}
