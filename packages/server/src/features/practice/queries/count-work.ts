import type { Tx } from '../../../platform/db/transaction.ts'

/** The practice that an item names, as texts are compared. */
export const PRACTICE_FOLD = "coalesce(w.folds ->> 'practice', w.practice)"

/** Whose items are counted. */
export type Onlooker = {
  readonly organisationId: string
  /** The containers that the person sees; null: all. */
  readonly containerIds: readonly string[] | null
}

/** How many open items name each practice. */
export async function countOpenWork(
  tx: Tx,
  { organisationId, containerIds }: Onlooker,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ readonly id: string; readonly count: number }>({
    name: 'practice_count_open_work',
    text: `
select n.practice_id as id, count(*)::integer as count
from practice_name n
join work_item w on w.organisation_id = n.organisation_id and ${PRACTICE_FOLD} = n.fold
where n.organisation_id = $1
  and w.practice is not null
  and w.archived_at is null
  and w.state_group <> 'done'
  and ($2::uuid[] is null or w.container_ids && $2)
group by n.practice_id
order by n.practice_id`,
    values: [organisationId, containerIds],
  })
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Texts that items name as their practice and the catalogue does not know. */
export async function findUndescribed(
  tx: Tx,
  { organisationId, containerIds }: Onlooker,
): Promise<readonly { readonly name: string; readonly count: number }[]> {
  return await tx.query({
    name: 'practice_find_undescribed',
    text: `
select min(btrim(w.practice)) as name, count(*)::integer as count
from work_item w
left join practice_name n on n.organisation_id = w.organisation_id and n.fold = ${PRACTICE_FOLD}
where w.organisation_id = $1
  and w.practice is not null
  and ${PRACTICE_FOLD} <> ''
  and w.archived_at is null
  and n.fold is null
  and ($2::uuid[] is null or w.container_ids && $2)
group by ${PRACTICE_FOLD}
order by count(*) desc, 1
limit 500`,
    values: [organisationId, containerIds],
  })
}
