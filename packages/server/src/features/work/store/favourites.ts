import type { Unit } from '../../../platform/commands/index.ts'

/** A favourite as its row. */
export type FavouriteRow = {
  readonly id: string
  readonly person_id: string
  readonly container_id: string | null
  readonly item_id: string | null
  readonly view_id: string | null
  readonly rank: string
}

/** Adds favourites; what the person has already is left as it is. */
export async function insertFavourites(unit: Unit, rows: readonly FavouriteRow[]): Promise<void> {
  await unit.tx.query({
    text: `
insert into favourite (organisation_id, id, person_id, container_id, item_id, view_id, rank)
select $1, r.id, r.person_id, r.container_id, r.item_id, r.view_id, r.rank
from json_populate_recordset(null::favourite, $2::json) r
on conflict (organisation_id, person_id, container_id, item_id, view_id) do nothing`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Gives favourites other places. */
export async function rankFavourites(
  unit: Unit,
  rows: readonly { readonly id: string; readonly rank: string }[],
): Promise<void> {
  await unit.tx.query({
    text: `
update favourite f
set rank = r.rank
from json_populate_recordset(null::favourite, $2::json) r
where f.organisation_id = $1
  and f.id = r.id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Deletes favourites. */
export async function deleteFavourites(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: 'delete from favourite f where f.organisation_id = $1 and f.id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}
