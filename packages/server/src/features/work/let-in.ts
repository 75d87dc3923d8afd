import { type ContainerRole, raisedRole } from '@millrace/core/people'
import type { Unit } from '../../platform/commands/index.ts'
import { containerEvent, openAccess } from './container-events.ts'
import { presentGrant } from './present-container.ts'
import { listGrantsOf } from './queries/find-containers.ts'
import { clearGrantsOf, type GrantRow, insertGrants, lockContainers } from './store/containers.ts'

/**
 * Lets a person into containers without asking whether anybody may: whoever calls has made sure of
 * that. What they may do there already is raised, never lowered.
 */
export async function letIntoContainers(
  unit: Unit,
  entry: {
    readonly personId: string
    readonly containers: readonly { readonly containerId: string; readonly role: ContainerRole }[]
  },
): Promise<void> {
  if (entry.containers.length === 0) return
  const ids = entry.containers.map(({ containerId }) => containerId)
  const rows = await lockContainers(unit, ids)
  const known = (await listGrantsOf(unit.tx, unit.organisationId, ids)).filter(
    (grant) => grant.person_id === entry.personId,
  )
  const before = new Map(known.map((grant) => [grant.container_id, grant.role]))
  const grants = entry.containers.flatMap(({ containerId, role }): GrantRow[] => {
    const had = before.get(containerId) ?? null
    const next = raisedRole(had, role)
    const grant = { id: unit.newId<'Grant'>(), container_id: containerId, team_id: null, role: next }
    return rows.has(containerId) && next !== had ? [{ ...grant, person_id: entry.personId }] : []
  })
  if (grants.length === 0) return
  await clearGrantsOf(unit, grants)
  await insertGrants(unit, grants)
  for (const grant of grants) {
    const row = rows.get(grant.container_id)
    if (!row) continue
    unit.record([
      containerEvent(unit, row, { kind: 'work.access_granted', grant: presentGrant(grant) }),
      openAccess(unit, row.id),
    ])
  }
}
