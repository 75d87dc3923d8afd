import type { FinishedPiece } from '@millrace/core/practice'
import type { Tx } from '../../../platform/db/transaction.ts'
import { PRACTICE_FOLD } from './count-work.ts'

/**
 * The last five hundred finished items of a practice. What is confidential is left out, so that the norm is the
 * same whoever asks.
 */
export async function readFinishedPieces(
  tx: Tx,
  organisationId: string,
  practiceId: string,
): Promise<readonly FinishedPiece[]> {
  return await tx.query<FinishedPiece>({
    name: 'practice_read_finished_pieces',
    text: `
with finished as (
  select w.id, w.started_at, w.finished_at
  from practice_name n
  join work_item w on w.organisation_id = n.organisation_id and ${PRACTICE_FOLD} = n.fold
  where n.organisation_id = $1
    and n.practice_id = $2
    and w.practice is not null
    and w.state_group = 'done'
    and w.finished_at is not null
    and w.archived_at is null
    and w.seen_by is null
    and w.child_count = 0
    and not w.is_milestone
  order by w.finished_at desc, w.id
  limit 500
)
select s.minutes::float8 as "effortMin",
  (extract(epoch from f.finished_at - f.started_at) / 60)::float8 as "durationMin",
  coalesce(nullif(p.quantity, 0), 1)::float8 as units
from finished f
left join plan_item p on p.organisation_id = $1 and p.item_id = f.id
left join lateral (
  select sum(e.minutes) as minutes
  from time_entry e
  where e.organisation_id = $1
    and e.item_id = f.id
    and not e.is_running
) s on true
order by f.finished_at desc, f.id
limit 500`,
    values: [organisationId, practiceId],
  })
}
