import type { StructureLink, StructureTask } from '@millrace/core/schedule'
import type { Tx } from '../../platform/db/transaction.ts'
import { findConnectedProjects } from './queries/find-connected-projects.ts'
import {
  findStructureLinks,
  findStructureRows,
  type StructureLinkRow,
  type StructureRow,
} from './queries/find-structures.ts'

/** A plan without its times; or several that are tied to each other. */
export type Structure = {
  readonly tasks: readonly StructureTask[]
  readonly links: readonly (StructureLink & { readonly id: string })[]
}

/**
 * What lies below what, and waits for what, in those of some projects in which anything waits. Projects that are tied
 * to each other by links are one plan here, with all those between them.
 */
export async function readStructures(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly Structure[]> {
  const connected = await findConnectedProjects(tx, organisationId, projectIds)
  const groups = [...new Map([...connected.values()].map((ids) => [ids.join(' '), ids])).values()]
  const links = Map.groupBy(
    await findStructureLinks(tx, organisationId, groups.flat()),
    ({ projectId }) => projectId,
  )
  const ordered = groups.filter((ids) => ids.some((id) => links.has(id)))
  if (ordered.length === 0) return []
  const rows = Map.groupBy(
    await findStructureRows(tx, organisationId, ordered.flat()),
    ({ projectId }) => projectId,
  )
  return ordered.map((ids) =>
    joined(
      ids.map((id) => rows.get(id) ?? []),
      ids.flatMap((id) => links.get(id) ?? []),
    ),
  )
}

/** Plans as one. An item of several of them lies where the first has it below something. */
function joined(plans: readonly (readonly StructureRow[])[], links: readonly StructureLinkRow[]): Structure {
  const tasks = new Map<string, StructureTask>()
  const placesOf = new Map<string, Set<number>>()
  for (const [place, rows] of plans.entries()) {
    const here = new Set(rows.map(({ id }) => id))
    for (const row of rows) {
      const parentId = row.parentId !== null && here.has(row.parentId) ? row.parentId : null
      if ((tasks.get(row.id)?.parentId ?? null) === null) tasks.set(row.id, { ...row, parentId })
      placesOf.set(row.id, (placesOf.get(row.id) ?? new Set()).add(place))
    }
  }
  const isWithin = ({ fromId, toId }: StructureLink) =>
    placesOf.get(fromId)?.isDisjointFrom(placesOf.get(toId) ?? new Set()) === false
  // Nothing in another project waits for a hammock, nor does it reach there.
  const counts = (link: StructureLink) =>
    tasks.has(link.toId) && (tasks.get(link.fromId)?.kind !== 'hammock' || isWithin(link))
  const known = new Map(links.map((link) => [link.id, link]))
  return { tasks: [...tasks.values()], links: [...known.values()].filter(counts) }
}
