import type { Unit } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { CONTAINER_COLUMNS, type ContainerRow, type GrantRow } from '../store/containers.ts'

/** Which of these keys are in use. */
export async function findTakenKeys(unit: Unit, keys: readonly string[]): Promise<Set<string>> {
  const rows = await unit.tx.query<{ key: string }>({
    text: `
select c.key
from container c
where c.organisation_id = $1
  and c.key = any($2::text[])`,
    values: [unit.organisationId, keys],
  })
  return new Set(rows.map((row) => row.key))
}

/** The container of a key. */
export async function findContainerId(tx: Tx, organisationId: string, key: string): Promise<string | null> {
  const rows = await tx.query<{ id: string }>({
    name: 'work_find_container_id',
    text: `
select c.id
from container c
where c.organisation_id = $1
  and c.key = $2`,
    values: [organisationId, key],
  })
  return rows[0]?.id ?? null
}

/** Containers by id. */
export async function findContainers(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly ContainerRow[]> {
  return await tx.query<ContainerRow>({
    name: 'work_find_containers',
    text: `
select ${CONTAINER_COLUMNS}
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
order by c.id`,
    values: [organisationId, ids],
  })
}

/** The containers somebody may see (null: all of them), archived ones included. */
export async function listVisibleContainers(
  tx: Tx,
  organisationId: string,
  visible: readonly string[] | null,
): Promise<readonly ContainerRow[]> {
  return await tx.query<ContainerRow>({
    name: 'work_list_visible_containers',
    text: `
select ${CONTAINER_COLUMNS}
from container c
where c.organisation_id = $1
  and ($2::uuid[] is null or c.id = any($2::uuid[]))
order by c.name, c.id
limit 20000`,
    values: [organisationId, visible],
  })
}

/** Who was let into some containers. */
export async function listGrantsOf(
  tx: Tx,
  organisationId: string,
  containerIds: readonly string[],
): Promise<readonly GrantRow[]> {
  return await tx.query<GrantRow>({
    name: 'work_list_grants_of',
    text: `
select g.id, g.container_id, g.person_id, g.team_id, g.role
from container_grant g
where g.organisation_id = $1
  and g.container_id = any($2::uuid[])
order by g.container_id, g.id
limit 20000`,
    values: [organisationId, containerIds],
  })
}
