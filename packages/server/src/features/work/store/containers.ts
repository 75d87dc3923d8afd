import type { AreaOfInterest } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'

/** What creating items needs to know of their home, and the numbers handed out there. */
export type Allocation = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly default_type_id: string
  readonly default_area: AreaOfInterest
  readonly archived_at: number | null
  /** The first of the numbers handed out. */
  readonly first_number: number
}

/** Hands out item numbers in several containers at once, locking them in the order of their ids. */
export async function allocateNumbers(
  unit: Unit,
  wanted: readonly { readonly id: string; readonly count: number }[],
): Promise<readonly Allocation[]> {
  return await unit.tx.query<Allocation>({
    name: 'work_allocate_numbers',
    text: `
update container c
set last_number = c.last_number + x.count
from (
  select id, count
  from json_to_recordset($2::json) as x (id uuid, count integer)
  order by id
) x
where c.organisation_id = $1
  and c.id = x.id
returning c.id, c.key, c.name, c.default_type_id, c.default_area, c.archived_at, c.last_number - x.count + 1 as first_number`,
    values: [unit.organisationId, JSON.stringify(wanted)],
  })
}

/** Keeps numbers up to one free for items that come with theirs. */
export async function reserveNumbers(
  unit: Unit,
  wanted: { readonly containerId: string; readonly upTo: number },
): Promise<void> {
  await unit.tx.query({
    text: `
update container c
set last_number = greatest(c.last_number, $3)
where c.organisation_id = $1
  and c.id = $2`,
    values: [unit.organisationId, wanted.containerId, wanted.upTo],
  })
}

export type ContainerRow = {
  readonly id: string
  readonly kind: 'project' | 'process' | 'case' | 'list'
  readonly key: string
  readonly name: string
  readonly description: string
  readonly state: 'planned' | 'active' | 'closed'
  readonly visibility: 'open' | 'private'
  readonly owner_id: string | null
  readonly team_id: string | null
  readonly default_type_id: string
  readonly default_area: AreaOfInterest
  readonly starts_on: string | null
  readonly due_on: string | null
  readonly subject: string | null
  readonly wished_end_state: string | null
  readonly origin: 'own' | 'demo' | 'import'
  readonly import_run_id: string | null
  readonly created_at: number
  readonly archived_at: number | null
  readonly version: number
}

/** The columns of `container c` that people see. */
export const CONTAINER_COLUMNS = [
  'id',
  'kind',
  'key',
  'name',
  'description',
  'state',
  'visibility',
  'owner_id',
  'team_id',
  'default_type_id',
  'default_area',
  'starts_on',
  'due_on',
  'subject',
  'wished_end_state',
  'origin',
  'import_run_id',
  'created_at',
  'archived_at',
  'version',
]
  .map((column) => `c.${column}`)
  .join(', ')

/** Locks containers for change. */
export async function lockContainers(unit: Unit, ids: readonly string[]): Promise<Map<string, ContainerRow>> {
  const rows = await unit.tx.query<ContainerRow>({
    name: 'work_lock_containers',
    text: `
select ${CONTAINER_COLUMNS}
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
order by c.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

const WRITTEN = [
  'id',
  'kind',
  'key',
  'name',
  'description',
  'state',
  'visibility',
  'owner_id',
  'team_id',
  'default_type_id',
  'default_area',
  'starts_on',
  'due_on',
  'subject',
  'wished_end_state',
  'origin',
  'import_run_id',
  'created_at',
  'archived_at',
  'version',
]

/** Adds containers, or writes the new state of locked ones. */
export async function saveContainers(unit: Unit, rows: readonly ContainerRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = rows.map((row) => ({
    ...row,
    created_at: new Date(row.created_at).toISOString(),
    archived_at: row.archived_at === null ? null : new Date(row.archived_at).toISOString(),
  }))
  await unit.tx.query({
    name: 'work_save_containers',
    text: `
insert into container (organisation_id, ${WRITTEN.join(', ')})
select $1, ${WRITTEN.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::container, $2::json) r
on conflict (organisation_id, id) do update
set ${WRITTEN.slice(3)
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}`,
    values: [unit.organisationId, JSON.stringify(json)],
  })
}

export type GrantRow = {
  readonly id: string
  readonly container_id: string
  readonly person_id: string | null
  readonly team_id: string | null
  readonly role: 'viewer' | 'commenter' | 'contributor' | 'manager'
}

/** Takes back what the same persons and teams had in the same containers, to make room for new grants. */
export async function clearGrantsOf(unit: Unit, grants: readonly GrantRow[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from container_grant g
using json_populate_recordset(null::container_grant, $2::json) n
where g.organisation_id = $1
  and g.container_id = n.container_id
  and (g.person_id = n.person_id or g.team_id = n.team_id)`,
    values: [unit.organisationId, JSON.stringify(grants)],
  })
}

/** Lets people or teams in. */
export async function insertGrants(unit: Unit, grants: readonly GrantRow[]): Promise<void> {
  await unit.tx.query({
    text: `
insert into container_grant (organisation_id, id, container_id, person_id, team_id, role)
select $1, n.id, n.container_id, n.person_id, n.team_id, n.role
from json_populate_recordset(null::container_grant, $2::json) n`,
    values: [unit.organisationId, JSON.stringify(grants)],
  })
}

/** Takes access back. */
export async function removeGrants(unit: Unit, ids: readonly string[]): Promise<readonly GrantRow[]> {
  return await unit.tx.query<GrantRow>({
    text: `
delete from container_grant
where organisation_id = $1
  and id = any($2::uuid[])
returning id, container_id, person_id, team_id, role`,
    values: [unit.organisationId, ids],
  })
}
