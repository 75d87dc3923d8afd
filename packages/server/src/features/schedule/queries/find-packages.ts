import type { PhasedWork, PhasePlace, Ranges } from '@millrace/core/schedule'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** The projects among some that are planned in waves: those where nobody said otherwise. */
export async function findProjectsInWaves(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_projects_in_waves',
    text: `
select c.id
from container c
left join project_plan s on s.organisation_id = c.organisation_id and s.project_id = c.id
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.kind = 'project'
  and coalesce(s.has_rolling_wave, true)
order by c.id`,
    values: [organisationId, projectIds],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Whether a project is planned in waves. */
export async function hasRollingWave(tx: Tx, organisationId: string, projectId: string): Promise<boolean> {
  return (await findProjectsInWaves(tx, organisationId, [projectId])).has(projectId)
}

/** The items that were put into some phases themselves. */
export async function findPlaced(
  tx: Tx,
  organisationId: string,
  phaseIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_placed',
    text: `
select i.item_id as id
from phase_item i
where i.organisation_id = $1
  and i.phase_id = any($2::uuid[])
order by i.item_id
limit 50000`,
    values: [organisationId, phaseIds],
  })
  return rows.map(({ id }) => id)
}

/** Some items, and what lies above each as far as the first that was put into a phase. */
const ABOVE = `above as (
  select w.id as item_id, w.parent_id, i.phase_id
  from work_item w
  left join phase_item i on i.organisation_id = w.organisation_id and i.item_id = w.id
  where w.organisation_id = $1
    and w.id = any(${among('$2')})
  union all
  select a.item_id, w.parent_id, i.phase_id
  from above a
  join work_item w on w.organisation_id = $1 and w.id = a.parent_id
  left join phase_item i on i.organisation_id = w.organisation_id and i.item_id = w.id
  where a.phase_id is null
)`

/** A package: the item `w`, its plan `p`, its ranges `k`, in the phase `h`. */
const PACKAGE = `w.id as "itemId", w.title, h.name as "phaseName", w.responsible_id as "responsibleId",
  w.starts_on as "startsOn", w.due_on as "dueOn", w.effort_min as "effortMin",
  w.effort_low_min as "effortLowMin", w.effort_high_min as "effortHighMin",
  -- Dates that were calculated go with the next calculation; what people said stays.
  coalesce(p.is_manual and coalesce(p.start_at, p.finish_at) is not null, false)
    or p.duration_min is not null
    or p.constraint_at is not null
    or p.deadline_at is not null
    or p.levelled_at is not null as "isDatedByPlan",
  coalesce(p.splits <> '[]', false) as "isSplit",
  coalesce(w.state_group in ('inProgress', 'done')
    or p.actual_start_at is not null
    or p.actual_finish_at is not null
    or p.remaining_min is not null
    or p.percent_complete > 0, false) as "hasBegun",
  k.duration_low_min as "durationLowMin", k.duration_high_min as "durationHighMin", k.people_low as "peopleLow",
  k.people_high as "peopleHigh", k.cost_low_minor as "costLowMinor", k.cost_high_minor as "costHighMinor",
  exists (
    select 1
    from assignment a
    join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
    where a.organisation_id = $1
      and a.item_id = w.id
      and r.person_id is not null) as "isAssignedByPlan"`

/**
 * What of some items, and of everything under them, lies in later phases of projects planned in
 * waves. The phases are held until the end of the transaction, so that none becomes a later one
 * meanwhile.
 */
export async function findPackages(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly PhasedWork[]> {
  const rows = await tx.query<Omit<PhasedWork, 'ranges'> & Ranges>({
    name: 'schedule_find_packages',
    text: `with recursive ${ABOVE},
below as (
  select a.item_id, a.phase_id
  from above a
  where a.phase_id is not null
  union
  select w.id, coalesce(i.phase_id, b.phase_id)
  from below b
  join work_item w on w.organisation_id = $1 and w.parent_id = b.item_id
  left join phase_item i on i.organisation_id = w.organisation_id and i.item_id = w.id
)
select ${PACKAGE}
from below b
join phase h on h.organisation_id = $1 and h.id = b.phase_id and h.state = 'later'
join work_item w on w.organisation_id = $1 and w.id = b.item_id and w.archived_at is null
left join project_plan s on s.organisation_id = h.organisation_id and s.project_id = h.project_id
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
left join plan_package k on k.organisation_id = w.organisation_id and k.item_id = w.id
where coalesce(s.has_rolling_wave, true)
order by w.rank, w.id
limit 50000
for share of h`,
    values: [organisationId, itemIds],
  })
  return rows.map((row) => ({ ...row, ranges: row }))
}

/**
 * Where some items are in phases of projects planned in waves, by themselves or by what they lie under. Items that
 * are in none are absent.
 */
export async function findPhasePlaces(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, PhasePlace>> {
  const rows = await tx.query<PhasePlace & { readonly id: string }>({
    name: 'schedule_find_phase_places',
    text: PLACES,
    values: [organisationId, itemIds],
  })
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** The same; the phases are held, as with packages. */
export async function holdPhasePlaces(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, PhasePlace>> {
  const rows = await tx.query<PhasePlace & { readonly id: string }>({
    name: 'schedule_hold_phase_places',
    text: `${PLACES}
for share of h`,
    values: [organisationId, itemIds],
  })
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

const PLACES = `with recursive ${ABOVE}
select a.item_id as id, h.name as "phaseName", h.state = 'later' as "isLater"
from above a
join phase h on h.organisation_id = $1 and h.id = a.phase_id
left join project_plan s on s.organisation_id = h.organisation_id and s.project_id = h.project_id
where coalesce(s.has_rolling_wave, true)
order by a.item_id`

/** How many items that are not archived were put into some phases, by phase. */
export async function findPhaseUse(
  tx: Tx,
  organisationId: string,
  phaseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; count: number }>({
    name: 'schedule_find_phase_use',
    text: `
select i.phase_id as id, count(*)::integer as count
from phase_item i
join work_item w on w.organisation_id = i.organisation_id and w.id = i.item_id and w.archived_at is null
where i.organisation_id = $1
  and i.phase_id = any($2::uuid[])
group by i.phase_id
order by i.phase_id`,
    values: [organisationId, phaseIds],
  })
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** An item, and what it is in. */
export type ItemPlace = {
  readonly key: string
  readonly title: string
  readonly containerIds: readonly string[]
  /** Whether it was put into a phase itself. */
  readonly isPlaced: boolean
}

/** Containers of items, by item. */
export async function findContainersOf(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, ItemPlace>> {
  const rows = await tx.query<ItemPlace & { readonly id: string }>({
    name: 'schedule_find_containers_of',
    text: `
select w.id, w.key, w.title, w.container_ids as "containerIds", i.item_id is not null as "isPlaced"
from work_item w
left join phase_item i on i.organisation_id = w.organisation_id and i.item_id = w.id
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, itemIds],
  })
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
