import type { PracticeEffectView } from '@millrace/contract'
import type { FlowPiece } from '@millrace/core/practice'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { PRACTICE_FOLD } from './count-work.ts'

type Moment = PracticeEffectView['moments'][number]

/** When something about a practice changed: a version after the first, a unit that took it up, a type that follows it. */
export async function readMoments(
  tx: Tx,
  organisationId: string,
  practiceId: string,
): Promise<readonly Moment[]> {
  return await tx.query<Moment>({
    name: 'practice_read_moments',
    text: `
select v.published_at as at, 'version' as kind, v.number, null::uuid as "teamId", null::uuid as "typeId"
from practice_version v
where v.organisation_id = $1
  and v.practice_id = $2
  and v.number > 1
union all
select s.at, 'inUse', null, a.team_id, null
from practice_adoption a
join practice_adoption_step s on s.organisation_id = a.organisation_id and s.adoption_id = a.id
where a.organisation_id = $1
  and a.practice_id = $2
  and s.kind = 'move'
  and s.to_state = 'inUse'
union all
select c.at, 'type', null, null, c.type_id
from practice_change c
where c.organisation_id = $1
  and c.to_id = $2
order by 1 desc
limit 100`,
    values: [organisationId, practiceId],
  })
}

type Piece = FlowPiece & { readonly isAfter: boolean }

/**
 * The last five hundred finished items of a practice on each side of a moment, with whether they came back after they
 * had been finished. What was begun before and finished after is on neither side. Without what is confidential.
 */
export async function readFlowPieces(
  tx: Tx,
  organisationId: string,
  about: { readonly practiceId: string; readonly since: number },
): Promise<{ readonly before: readonly FlowPiece[]; readonly after: readonly FlowPiece[] }> {
  const rows = await tx.query<Piece>({
    name: 'practice_read_flow_pieces',
    text: `
with finished as (
  select w.id, w.started_at, w.finished_at, w.started_at >= $3::timestamptz as is_after,
    row_number() over (partition by w.started_at >= $3::timestamptz order by w.finished_at desc, w.id) as nth
  from practice_name n
  join work_item w on w.organisation_id = n.organisation_id and ${PRACTICE_FOLD} = n.fold
  where n.organisation_id = $1
    and n.practice_id = $2
    and w.practice is not null
    and w.state_group = 'done'
    and w.started_at is not null
    and (w.started_at >= $3::timestamptz or w.finished_at < $3::timestamptz)
    and w.archived_at is null
    and w.seen_by is null
    and w.child_count = 0
    and not w.is_milestone
)
select f.is_after as "isAfter", (extract(epoch from f.finished_at - f.started_at) / 60)::float8 as "cycleMin",
  exists (
    select
    from event e
    where e.organisation_id = $1
      and e.subject_id = f.id
      and e.kind = 'work.moved'
      and e.data ->> 'fromGroup' = 'done'
  ) as "cameBack",
  (
    select sum(t.minutes)::float8
    from time_entry t
    where t.organisation_id = $1
      and t.item_id = f.id
      and not t.is_running
  ) as "spentMin"
from finished f
where f.nth <= 500
order by f.finished_at, f.id
limit 1000`,
    values: [organisationId, about.practiceId, sqlMoment(about.since)],
  })
  return { before: rows.filter(({ isAfter }) => !isAfter), after: rows.filter(({ isAfter }) => isAfter) }
}
