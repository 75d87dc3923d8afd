import type { ContainerView, GrantView } from '@millrace/contract'
import { type Access, roleIn } from '../../platform/commands/index.ts'
import type { ContainerRow, GrantRow } from './store/containers.ts'

/** A container as one person sees it, or null when it is not shared with them. */
export function presentContainer(row: ContainerRow, access: Access): ContainerView | null {
  const myRole = roleIn(access, row.id)
  if (myRole === null) return null
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    name: row.name,
    description: row.description,
    state: row.state,
    visibility: row.visibility,
    ownerId: row.owner_id,
    teamId: row.team_id,
    defaultTypeId: row.default_type_id,
    defaultArea: row.default_area,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    subject: row.subject,
    wishedEndState: row.wished_end_state,
    origin: row.origin,
    importRunId: row.import_run_id,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    version: row.version,
    myRole,
  }
}

/** A grant as everybody who may see the container sees it. */
export function presentGrant(row: GrantRow): GrantView {
  return {
    id: row.id,
    containerId: row.container_id,
    personId: row.person_id,
    teamId: row.team_id,
    role: row.role,
  }
}
