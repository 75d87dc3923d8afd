import type { ItemPlaceView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

/** The places of an item: on a plan, in instances of processes, in cases; in that order, the latest instance first. */
export async function findPlaces(
  tx: Tx,
  organisationId: string,
  itemId: string,
): Promise<readonly ItemPlaceView[]> {
  const [plans, activities, cases] = await Promise.all([
    readPlanPlaces(tx, organisationId, itemId),
    readProcessPlaces(tx, organisationId, itemId),
    readCasePlaces(tx, organisationId, itemId),
  ])
  return [
    ...plans.map((row) => ({ kind: 'plan' as const, ...row })),
    ...activities.map((row) => ({ kind: 'process' as const, ...row })),
    ...cases.map((row) => ({ kind: 'case' as const, ...row })),
  ]
}

type PlanPlace = { readonly containerId: string; readonly wbs: string }

/** The number is that of the outline (`numberOutline` in core): 1 more than the siblings before, from the top down. */
async function readPlanPlaces(tx: Tx, organisationId: string, itemId: string) {
  return await tx.query<PlanPlace>({
    name: 'work_read_plan_places',
    text: `
with recursive way as (
  select c.id as project_id, w.id, w.parent_id, w.rank, 1 as steps
  from work_item w
  join container c on c.organisation_id = w.organisation_id and c.id = any(w.container_ids) and c.kind = 'project'
  where w.organisation_id = $1
    and w.id = $2
    and w.archived_at is null
  union all
  select y.project_id, w.id, w.parent_id, w.rank, y.steps + 1
  from way y
  join work_item w on w.organisation_id = $1 and w.id = y.parent_id
  where w.container_ids @> array[y.project_id]
    and w.archived_at is null
)
select y.project_id as "containerId", string_agg(n.place::text, '.' order by y.steps desc) as wbs
from way y
left join way above on above.project_id = y.project_id and above.steps = y.steps + 1
cross join lateral (
  select count(*) as place
  from work_item s
  where s.organisation_id = $1
    and s.container_ids @> array[y.project_id]
    and s.archived_at is null
    and (s.rank, s.id) <= (y.rank, y.id)
    and case
      when above.id is not null then s.parent_id = above.id
      else not exists (
        select 1
        from work_item p
        where p.organisation_id = $1
          and p.id = s.parent_id
          and p.container_ids @> array[y.project_id]
          and p.archived_at is null
      )
    end
) n
group by y.project_id
order by y.project_id`,
    values: [organisationId, itemId],
  })
}

type ProcessPlace = {
  readonly containerId: string
  readonly instanceNumber: number
  readonly instanceId: string
  readonly instanceTitle: string
  readonly instanceDueAt: number | null
  readonly step: string
  readonly place: number
  readonly steps: number
}

/** A step that was taken out of the instance's order meanwhile has no place in it any more, and counts as 0. */
async function readProcessPlaces(tx: Tx, organisationId: string, itemId: string) {
  return await tx.query<ProcessPlace>({
    name: 'work_read_process_places',
    text: `
select i.process_id as "containerId", i.id as "instanceId", i.number as "instanceNumber", i.title as "instanceTitle",
  i.due_at as "instanceDueAt", s.name as step,
  coalesce(array_position(i.step_ids, a.step_id), 0) as place, cardinality(i.step_ids) as steps
from process_activity a
join process_instance i on i.organisation_id = a.organisation_id and i.id = a.instance_id
join process_step s on s.organisation_id = a.organisation_id and s.id = a.step_id
where a.organisation_id = $1
  and a.item_id = $2
order by a.opened_at desc, a.id
limit 20`,
    values: [organisationId, itemId],
  })
}

type CasePlace = {
  readonly containerId: string
  readonly stage: string | null
  readonly isDiscretionary: boolean
  readonly isRequired: boolean
}

async function readCasePlaces(tx: Tx, organisationId: string, itemId: string) {
  return await tx.query<CasePlace>({
    name: 'work_read_case_places',
    text: `
select distinct on (o.case_id, o.def) o.case_id as "containerId",
  jsonb_path_query_first(
    p.model,
    '$.** ? (@.content.items[*].id == $def || @.content.discretionary[*].item.id == $def).name',
    o.vars
  ) #>> '{}' as stage,
  jsonb_path_exists(p.model, '$.**.discretionary[*].item ? (@.id == $def)', o.vars) as "isDiscretionary",
  o.is_required as "isRequired"
from (
  select i.case_id, i.def, i.is_required, jsonb_build_object('def', i.def) as vars, i.row_id
  from case_plan_item i
  where i.organisation_id = $1
    and i.item_id = $2
  union all
  select a.case_id, a.def, false, jsonb_build_object('def', a.def), 0
  from case_adopted_item a
  where a.organisation_id = $1
    and a.item_id = $2) o
join case_plan p on p.organisation_id = $1 and p.case_id = o.case_id
order by o.case_id, o.def, o.row_id desc
limit 20`,
    values: [organisationId, itemId],
  })
}
