import type { AreaMark } from '@millrace/core/practice'
import type { AreaOfInterest } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { type Onlooker, PRACTICE_FOLD } from './count-work.ts'

/** What an organisation calls a row or a column of the 3x3 table. */
export type AreaLabel = { readonly axis: 'row' | 'column'; readonly place: number; readonly name: string }

/** Own words for rows and columns. */
export async function findAreaLabels(tx: Tx, organisationId: string): Promise<readonly AreaLabel[]> {
  return await tx.query<AreaLabel>({
    name: 'practice_find_area_labels',
    text: `
select l.axis, l.place, l.name
from area_label l
where l.organisation_id = $1
order by l.axis, l.place`,
    values: [organisationId],
  })
}

/** What was said of a cell. */
export type MarkedArea = { readonly area: AreaOfInterest; readonly mark: AreaMark; readonly note: string }

/** The marks of the organisation, or of a container. */
export async function findAreaMarks(
  tx: Tx,
  organisationId: string,
  containerId: string | null,
): Promise<readonly MarkedArea[]> {
  return await tx.query<MarkedArea>({
    name: 'practice_find_area_marks',
    text: `
select m.area, m.mark, m.note
from area_mark m
where m.organisation_id = $1
  and m.container_id is not distinct from $2::uuid
order by m.area`,
    values: [organisationId, containerId],
  })
}

/** The work of an area: how much is open, and how long people were at it lately. */
export type AreaWork = {
  readonly area: AreaOfInterest
  readonly openCount: number
  readonly spentMin: number
}

/** The work of each area that somebody sees, with the time spent since a day. */
export async function readAreaWork(
  tx: Tx,
  { organisationId, containerIds }: Onlooker,
  sinceOn: string,
): Promise<readonly AreaWork[]> {
  return await tx.query<AreaWork>({
    name: 'practice_read_area_work',
    text: `
with open_work as (
  select w.area, count(*)::integer as count
  from work_item w
  where w.organisation_id = $1
    and w.archived_at is null
    and w.state_group <> 'done'
    and ($2::uuid[] is null or w.container_ids && $2)
  group by w.area
), spent as (
  select w.area, sum(e.minutes)::integer as minutes
  from time_entry e
  join work_item w on w.organisation_id = e.organisation_id and w.id = e.item_id
  where e.organisation_id = $1
    and e.day >= $3::date
    and not e.is_running
    and ($2::uuid[] is null or w.container_ids && $2)
  group by w.area
)
select coalesce(o.area, s.area) as area, coalesce(o.count, 0) as "openCount",
  coalesce(s.minutes, 0) as "spentMin"
from open_work o
full join spent s on s.area = o.area
order by 1
limit 9`,
    values: [organisationId, containerIds, sinceOn],
  })
}

/** The practices that items of a container name. */
export async function findPracticesAtWork(
  tx: Tx,
  organisationId: string,
  containerId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'practice_find_at_work',
    text: `
select distinct n.practice_id as id
from work_item w
join practice_name n on n.organisation_id = w.organisation_id and n.fold = ${PRACTICE_FOLD}
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.practice is not null
  and w.archived_at is null
order by 1
limit 10000`,
    values: [organisationId, containerId],
  })
  return new Set(rows.map(({ id }) => id))
}
