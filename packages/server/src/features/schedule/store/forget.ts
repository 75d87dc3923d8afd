import type { Unit } from '../../../platform/commands/index.ts'

/** Whose plans are forgotten: of items, of whole projects, and single parts by their ids. */
export type PlansToForget = {
  readonly itemIds: readonly string[]
  readonly projectIds: readonly string[]
  readonly resourceIds: readonly string[]
  readonly calendarIds: readonly string[]
  readonly baselineIds: readonly string[]
}

/** Deletes baselines, and what any baseline remembers of the items. */
export async function deleteBaselines(unit: Unit, plans: PlansToForget): Promise<void> {
  await unit.tx.query({
    text: `
delete from baseline_item i
where i.organisation_id = $1
  and (i.item_id = any($2::uuid[])
    or i.baseline_id = any($4::uuid[])
    or i.baseline_id in (
      select b.id
      from baseline b
      where b.organisation_id = $1
        and b.project_id = any($3::uuid[])))`,
    values: [unit.organisationId, plans.itemIds, plans.projectIds, plans.baselineIds],
  })
  await unit.tx.query({
    text: `
delete from baseline b
where b.organisation_id = $1
  and (b.project_id = any($2::uuid[]) or b.id = any($3::uuid[]))`,
    values: [unit.organisationId, plans.projectIds, plans.baselineIds],
  })
}

/** Takes items, and all that is on the plans of projects, off them. */
export async function deletePlanned(unit: Unit, plans: PlansToForget): Promise<void> {
  const values = [unit.organisationId, plans.itemIds, plans.projectIds]
  await unit.tx.query({
    text: `
delete from assignment a
where a.organisation_id = $1
  and (a.item_id = any($2::uuid[]) or a.project_id = any($3::uuid[]))`,
    values,
  })
  await unit.tx.query({
    text: `
delete from plan_item p
where p.organisation_id = $1
  and (p.item_id = any($2::uuid[]) or p.project_id = any($3::uuid[]))`,
    values,
  })
  await unit.tx.query({
    text: `
delete from plan_package p
where p.organisation_id = $1
  and p.item_id = any($2::uuid[])`,
    values: [unit.organisationId, plans.itemIds],
  })
  await unit.tx.query({
    text: `
delete from phase_item i
where i.organisation_id = $1
  and (i.item_id = any($2::uuid[])
    or i.phase_id in (
      select p.id
      from phase p
      where p.organisation_id = $1
        and p.project_id = any($3::uuid[])))`,
    values,
  })
  await deleteFindings(unit, plans)
  await unit.tx.query({
    text: `
delete from project_plan p
where p.organisation_id = $1
  and p.project_id = any($2::uuid[])`,
    values: [unit.organisationId, plans.projectIds],
  })
  await deletePhasesOf(unit, plans.projectIds)
}

/** The phases of projects, with their gates and what was decided at those. */
async function deletePhasesOf(unit: Unit, projectIds: readonly string[]): Promise<void> {
  const values = [unit.organisationId, projectIds]
  await unit.tx.query({
    text: `
delete from gate_decision d
using phase p
where d.organisation_id = $1
  and p.organisation_id = $1
  and p.id = d.phase_id
  and p.project_id = any($2::uuid[])`,
    values,
  })
  await unit.tx.query({
    text: `
delete from phase_gate g
using phase p
where g.organisation_id = $1
  and p.organisation_id = $1
  and p.id = g.phase_id
  and p.project_id = any($2::uuid[])`,
    values,
  })
  await unit.tx.query({
    text: `
delete from phase p
where p.organisation_id = $1
  and p.project_id = any($2::uuid[])`,
    values,
  })
}

/** What was calculated for projects, and their risks. */
async function deleteFindings(unit: Unit, { itemIds, projectIds }: PlansToForget): Promise<void> {
  await unit.tx.query({
    text: `
delete from risk_item i
where i.organisation_id = $1
  and (i.item_id = any($2::uuid[])
    or i.risk_id in (
      select r.id
      from risk r
      where r.organisation_id = $1
        and r.project_id = any($3::uuid[])))`,
    values: [unit.organisationId, itemIds, projectIds],
  })
  await unit.tx.query({
    text: `
delete from risk r
where r.organisation_id = $1
  and r.project_id = any($2::uuid[])`,
    values: [unit.organisationId, projectIds],
  })
  await unit.tx.query({
    text: `
delete from plan_forecast f
where f.organisation_id = $1
  and f.project_id = any($2::uuid[])`,
    values: [unit.organisationId, projectIds],
  })
  await unit.tx.query({
    text: `
delete from plan_finding f
where f.organisation_id = $1
  and (f.item_id = any($2::uuid[]) or f.project_id = any($3::uuid[]))`,
    values: [unit.organisationId, itemIds, projectIds],
  })
  await unit.tx.query({
    text: `
delete from plan_figures f
where f.organisation_id = $1
  and f.project_id = any($2::uuid[])`,
    values: [unit.organisationId, projectIds],
  })
}

/** Deletes resources that nobody is assigned from any more. */
export async function deleteUnusedResources(unit: Unit, plans: PlansToForget): Promise<number> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from resource r
where r.organisation_id = $1
  and (r.project_id = any($2::uuid[]) or r.id = any($3::uuid[]))
  and not exists (
    select 1
    from assignment a
    where a.organisation_id = $1
      and a.resource_id = r.id)
returning r.id`,
    values: [unit.organisationId, plans.projectIds, plans.resourceIds],
  })
  return rows.length
}

/** Deletes calendars, unless something that stays refers to one of them. */
export async function deleteUnusedCalendars(unit: Unit, plans: PlansToForget): Promise<number> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
with wanted as (
  select c.id
  from calendar c
  where c.organisation_id = $1
    and (c.project_id = any($2::uuid[]) or c.id = any($3::uuid[]))
)
delete from calendar c
where c.organisation_id = $1
  and c.id in (select w.id from wanted w)
  and not exists (
    select 1
    from plan_item p
    where p.organisation_id = $1
      and p.calendar_id in (select w.id from wanted w))
  and not exists (
    select 1
    from resource r
    where r.organisation_id = $1
      and r.calendar_id in (select w.id from wanted w))
  and not exists (
    select 1
    from calendar o
    where o.organisation_id = $1
      and o.base_id in (select w.id from wanted w)
      and o.id not in (select w.id from wanted w))
returning c.id`,
    values: [unit.organisationId, plans.projectIds, plans.calendarIds],
  })
  return rows.length
}
