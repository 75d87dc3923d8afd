import type { AssignmentView, PlanItemView, PlanView, RelationView, ResourceView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { type KeptCalendar, presentCalendar } from '../working-calendars.ts'
import { ASSIGNMENT, RESOURCE } from './resource-columns.ts'

/** The dependencies between some items: both ends are among them. */
export async function readLinks(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly RelationView[]> {
  const links = await tx.query<RelationView>({
    name: 'schedule_read_links',
    text: `
select r.id, r.from_id as "fromId", r.to_id as "toId", r.kind, r.link_type as "linkType", r.lag, r.lag_unit as "lagUnit"
from relation r
where r.organisation_id = $1
  and r.from_id = any($2::uuid[])
  and r.kind = 'precedes'
order by r.id
limit 400000`,
    values: [organisationId, itemIds],
  })
  // Asked of the database, the second end would be looked up among the items once for every link.
  const here = new Set(itemIds)
  return links.filter((link) => here.has(link.toId))
}

/** The dependencies that some items have, with whatever. */
export async function readLinksOf(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly RelationView[]> {
  return await tx.query<RelationView>({
    name: 'schedule_read_links_of',
    text: `
select r.id, r.from_id as "fromId", r.to_id as "toId", r.kind, r.link_type as "linkType", r.lag, r.lag_unit as "lagUnit"
from relation r
where r.organisation_id = $1
  and (r.from_id = any($2::uuid[]) or r.to_id = any($2::uuid[]))
  and r.kind = 'precedes'
order by r.id
limit 400000`,
    values: [organisationId, itemIds],
  })
}

/**
 * The calendars of a project, and those that all projects may go by. Those that cannot be read are the standard week of a
 * time zone.
 */
export async function readCalendars(
  tx: Tx,
  organisationId: string,
  { projectId, timeZone }: { readonly projectId: string; readonly timeZone: string },
): Promise<PlanView['calendars']> {
  const kept = await tx.query<KeptCalendar>({
    name: 'schedule_read_calendars',
    text: `
select c.id, c.project_id as "containerId", c.base_id as "baseId", c.name, c.definition
from calendar c
where c.organisation_id = $1
  and (c.project_id = $2 or c.project_id is null)
order by c.name, c.id
limit 10000`,
    values: [organisationId, projectId],
  })
  return kept.map((calendar) => presentCalendar(calendar, timeZone))
}

/** The resources of a project, and of those that all share whoever does something in it, may do it, or is in a crew that does. */
export async function readResources(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<readonly ResourceView[]> {
  return await tx.query<ResourceView>({
    name: 'schedule_read_resources',
    text: `
with here as (
  select a.id, a.resource_id, a.alternative_skill
  from assignment a
  where a.organisation_id = $1
    and a.project_id = $2
),
named as (
  select h.resource_id as id
  from here h
  union
  select l.resource_id
  from here h
  join assignment_alternative l on l.organisation_id = $1 and l.assignment_id = h.id
  union
  select s.id
  from resource s
  where s.organisation_id = $1
    and s.project_id is null
    and s.skills && array(select h.alternative_skill from here h where h.alternative_skill is not null)
)
select ${RESOURCE}
from resource r
where r.organisation_id = $1
  and (
    r.project_id = $2
    or (r.project_id is null and (
      r.id in (select n.id from named n)
      or r.id in (
        select m.member_id
        from resource_member m
        join resource crew on crew.organisation_id = $1 and crew.id = m.crew_id
        where m.organisation_id = $1
          and (crew.project_id = $2 or crew.id in (select n.id from named n))))))
order by r.name, r.id
limit 10000`,
    values: [organisationId, projectId],
  })
}

/** Who and what is assigned to the items of a project. */
export async function readAssignments(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<readonly AssignmentView[]> {
  return await tx.query<AssignmentView>({
    name: 'schedule_read_assignments',
    text: `
select ${ASSIGNMENT}
from assignment a
where a.organisation_id = $1
  and a.project_id = $2
order by a.item_id, a.id
limit 200000`,
    values: [organisationId, projectId],
  })
}

/** Who and what is assigned to some of the items of a project. */
export async function readAssignmentsOf(
  tx: Tx,
  organisationId: string,
  { projectId, itemIds }: { readonly projectId: string; readonly itemIds: readonly string[] },
): Promise<readonly AssignmentView[]> {
  return await tx.query<AssignmentView>({
    name: 'schedule_read_assignments_of',
    text: `
select ${ASSIGNMENT}
from assignment a
where a.organisation_id = $1
  and a.project_id = $2
  and a.item_id = any($3::uuid[])
order by a.id
limit 200000`,
    values: [organisationId, projectId, itemIds],
  })
}

/** What plans say about some items. */
export async function findPlanItems(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly PlanItemView[]> {
  return await tx.query<PlanItemView>({
    name: 'schedule_find_plan_items',
    text: `
select p.item_id as id, p.project_id as "containerId", p.wbs as "wbsCode", p.start_at as "startAt",
  p.finish_at as "finishAt", p.duration_min as "durationMin", p.percent_complete as "percentComplete",
  p.is_manual as "isManual", p.constraint_kind as "constraintKind", p.constraint_at as "constraintAt",
  p.deadline_at as "deadlineAt", p.calendar_id as "calendarId", p.fixed_cost_minor as "fixedCostMinor",
  p.cost_minor as "costMinor", p.is_elapsed as "isElapsed", p.is_hammock as "isHammock", p.levelled_at as "levelledAt",
  p.actual_start_at as "actualStartAt", p.actual_finish_at as "actualFinishAt", p.remaining_min as "remainingMin",
  p.splits, p.resume_at as "resumeAt",
  p.task_type as "taskType", p.is_effort_driven as "isEffortDriven", p.quantity, p.quantity_unit as "quantityUnit",
  p.norm_min as "normMin"
from plan_item p
where p.organisation_id = $1
  and p.item_id = any($2::uuid[])
order by p.item_id`,
    values: [organisationId, itemIds],
  })
}
