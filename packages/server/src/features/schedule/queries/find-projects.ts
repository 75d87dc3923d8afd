import type { Unit } from '../../../platform/commands/index.ts'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A project, as far as its plan needs it. */
export type Project = { readonly id: string; readonly name: string; readonly is_archived: boolean }

/** The projects among some containers, locked, so that baselines and phases of one project follow each other. */
export async function lockProjects(
  unit: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Project>> {
  const rows = await unit.tx.query<Project>({
    name: 'schedule_lock_projects',
    text: `
select c.id, c.name, c.archived_at is not null as is_archived
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.kind = 'project'
order by c.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * The projects among some containers, and those that some items are in. `isPlanned`: only those whose plan
 * people have begun to make.
 */
export async function findProjectsOf(
  tx: Tx,
  organisationId: string,
  of: {
    readonly containerIds: readonly string[]
    readonly itemIds: readonly string[]
    readonly isPlanned: boolean
  },
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_projects_of',
    text: `
select c.id
from container c
where c.organisation_id = $1
  and c.kind = 'project'
  and c.id in (
    select unnest(${among('$2')})
    union
    select unnest(w.container_ids)
    from work_item w
    where w.organisation_id = $1
      and w.id = any(${among('$3')}))
  and (
    not $4
    or exists (
      select 1
      from project_plan s
      where s.organisation_id = $1
        and s.project_id = c.id
        and s.version > 0))
order by c.id`,
    values: [organisationId, of.containerIds, of.itemIds, of.isPlanned],
  })
  return rows.map(({ id }) => id)
}
