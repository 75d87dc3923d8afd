import type { EffortRange, EstimateShape, FinishedWork, ForecastFacts } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'

type EstimateRow = {
  readonly id: string
  readonly lowMin: number | null
  readonly likelyMin: number | null
  readonly highMin: number | null
  readonly shape: EstimateShape | null
  readonly kind: string
}

/** What is believed of the effort of items: ranges, how they are spread, and of which kind the items are. */
export async function readEstimates(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<Pick<ForecastFacts, 'ranges' | 'shapes' | 'kinds'>> {
  const rows = await tx.query<EstimateRow>({
    name: 'schedule_read_estimates',
    text: `
select w.id, w.effort_low_min as "lowMin", w.effort_min as "likelyMin", w.effort_high_min as "highMin",
  p.estimate_shape as shape, ${KIND} as kind
from work_item w
join item_type t on t.organisation_id = w.organisation_id and t.id = w.type_id
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id and p.project_id = $2
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null
order by w.id
limit 100000`,
    values: [organisationId, projectId],
  })
  return {
    ranges: new Map(rows.flatMap((row) => rangeOf(row))),
    shapes: new Map(rows.flatMap(({ id, shape }) => (shape === null ? [] : [[id, shape] as const]))),
    kinds: new Map(rows.map(({ id, kind }) => [id, kind])),
  }
}

/** A practice says more than a type; most items name none. */
const KIND = "coalesce(nullif(btrim(w.practice), ''), t.name)"

function rangeOf({ id, lowMin, likelyMin, highMin }: EstimateRow): readonly [string, EffortRange][] {
  return lowMin === null || highMin === null ? [] : [[id, { lowMin, likelyMin, highMin }]]
}

/**
 * Finished work of the kinds that a project has open items of, anywhere in the organisation: the last two hundred of
 * each kind. What is confidential is left out, so that the answer is the same whoever asks.
 */
export async function readFinishedWork(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<readonly FinishedWork[]> {
  return await tx.query<FinishedWork>({
    name: 'schedule_read_finished_work',
    text: `
with open_kind as (
  select distinct w.type_id, ${KIND} as kind
  from work_item w
  join item_type t on t.organisation_id = w.organisation_id and t.id = w.type_id
  where w.organisation_id = $1
    and w.container_ids @> array[$2::uuid]
    and w.archived_at is null
    and w.state_group <> 'done'
), finished as (
  select w.id, k.kind, w.effort_min, w.started_at, w.finished_at,
    row_number() over (partition by k.kind order by w.finished_at desc, w.id) as nth
  from work_item w
  join item_type t on t.organisation_id = w.organisation_id and t.id = w.type_id
  join open_kind k on k.type_id = w.type_id and k.kind = ${KIND}
  where w.organisation_id = $1
    and w.state_group = 'done'
    and w.finished_at is not null
    and w.archived_at is null
    and w.seen_by is null
    and w.child_count = 0
    and not w.is_milestone
)
select f.kind, f.effort_min as "effortMin", coalesce(s.minutes, 0)::integer as "spentMin",
  p.duration_min as "durationMin", f.started_at as "startedAt", f.finished_at as "finishedAt"
from finished f
left join plan_item p on p.organisation_id = $1 and p.item_id = f.id
left join lateral (
  select sum(e.minutes) as minutes
  from time_entry e
  where e.organisation_id = $1
    and e.item_id = f.id
    and not e.is_running
) s on true
where f.nth <= 200
order by f.kind, f.nth
limit 20000`,
    values: [organisationId, projectId],
  })
}
