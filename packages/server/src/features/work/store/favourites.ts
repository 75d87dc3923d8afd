import type { Handover } from '@millrace/core/work'
import { handoverValues, type Unit } from '../../../platform/commands/index.ts'

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

/** Lets favourites lead to other items, where the person does not have that one already; tells which. */
export async function moveFavourites(
  unit: Unit,
  handovers: readonly Handover[],
): Promise<readonly { readonly kind: 'favourite'; readonly id: string; readonly intoId: string }[]> {
  const rows = await unit.tx.query<{ id: string; item_id: string }>({
    text: `
update favourite f
set item_id = h.into_id
from (
  select distinct on (o.person_id, h.into_id) o.id, h.into_id
  from unnest($2::uuid[], $3::uuid[]) as h (from_id, into_id)
  join favourite o on o.organisation_id = $1 and o.item_id = h.from_id
  where not exists (
    select from favourite own
    where own.organisation_id = $1
      and own.person_id = o.person_id
      and own.item_id = h.into_id
  )
  order by o.person_id, h.into_id, o.rank
) h
where f.organisation_id = $1
  and f.id = h.id
returning f.id, f.item_id`,
    values: handoverValues(unit, handovers),
  })
  return rows.map(({ id, item_id: intoId }) => ({ kind: 'favourite', id, intoId }))
}

/** Deletes favourites. */
export async function deleteFavourites(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: 'delete from favourite f where f.organisation_id = $1 and f.id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}
