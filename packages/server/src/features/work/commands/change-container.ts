import { operations } from '@millrace/contract'
import { checkContainer } from '@millrace/core/work'
import {
  accepted,
  command,
  mayInContainers,
  type Principal,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { touchAccess } from '../../identity/index.ts'
import { containerEvent, openAccess } from '../container-events.ts'
import { presentContainer, presentGrant } from '../present-container.ts'
import { listGrantsOf } from '../queries/find-containers.ts'
import {
  type ContainerRow,
  clearGrantsOf,
  type GrantRow,
  insertGrants,
  lockContainers,
  removeGrants,
  saveContainers,
} from '../store/containers.ts'

/** The container, when the person may manage it; otherwise it is refused or as if it were not there. */
function managed({ access }: Principal, row: ContainerRow | undefined, index: number): ContainerRow {
  if (!row || !mayInContainers(access, 'container.read', [row.id])) {
    return refuse('platform.not_found', { what: 'container' }, index)
  }
  if (!mayInContainers(access, 'container.manage', [row.id])) {
    refuse('platform.not_allowed', { permission: 'container.manage' }, index)
  }
  return row
}

async function changeEach(
  unit: Unit,
  ids: readonly string[],
  rule: { readonly kind: string; readonly next: (row: ContainerRow, index: number) => ContainerRow },
) {
  const rows = await lockContainers(unit, ids)
  const results = ids.map((id, index) => {
    const before = managed(unit.principal, rows.get(id), index)
    const after = { ...rule.next(before, index), version: before.version + 1 }
    rows.set(id, after)
    unit.record([containerEvent(unit, after, { kind: rule.kind, stateBefore: before.state })])
    if (before.visibility !== after.visibility) unit.record([openAccess(unit, id)])
    return id
  })
  await saveContainers(
    unit,
    [...new Set(results)].flatMap((id) => rows.get(id) ?? []),
  )
  await touchAccess(unit)
  return results.map((id, index) => {
    const row = rows.get(id)
    return (
      (row && presentContainer(row, unit.principal.access)) ??
      refuse('platform.not_found', { what: 'container' }, index)
    )
  })
}

/** Changes containers. */
export const changeContainer = command(operations['work.changeContainer'], (unit, inputs) =>
  changeEach(
    unit,
    inputs.map((input) => input.id),
    {
      kind: 'work.container_changed',
      next: (row, index) => {
        if (row.archived_at !== null) refuse('work.container_archived', { name: row.name }, index)
        const next = patched(row, inputs[index]?.patch ?? {})
        accepted(
          checkContainer({
            ...next,
            startsOn: next.starts_on,
            dueOn: next.due_on,
            wishedEndState: next.wished_end_state,
          }),
          index,
        )
        return next
      },
    },
  ),
)

type Patch = Parameters<
  Parameters<typeof command<(typeof operations)['work.changeContainer']>>[1]
>[1][number]['patch']

function patched(row: ContainerRow, patch: Patch): ContainerRow {
  return {
    ...row,
    name: patch.name ?? row.name,
    description: patch.description ?? row.description,
    state: patch.state ?? row.state,
    visibility: patch.visibility ?? row.visibility,
    owner_id: given(patch.ownerId, row.owner_id),
    team_id: given(patch.teamId, row.team_id),
    default_type_id: patch.defaultTypeId ?? row.default_type_id,
    default_area: patch.defaultArea ?? row.default_area,
    starts_on: given(patch.startsOn, row.starts_on),
    due_on: given(patch.dueOn, row.due_on),
    subject: given(patch.subject, row.subject),
    wished_end_state: given(patch.wishedEndState, row.wished_end_state),
  }
}

function given<Value>(value: Value | undefined, otherwise: Value): Value {
  return value === undefined ? otherwise : value
}

/** Archives containers. */
export const archiveContainer = command(operations['work.archiveContainer'], (unit, inputs) =>
  changeEach(
    unit,
    inputs.map((input) => input.id),
    {
      kind: 'work.container_archived',
      next: (row) => ({ ...row, archived_at: row.archived_at ?? unit.now }),
    },
  ),
)

/** Restores containers. */
export const restoreContainer = command(operations['work.restoreContainer'], (unit, inputs) =>
  changeEach(
    unit,
    inputs.map((input) => input.id),
    {
      kind: 'work.container_restored',
      next: (row) => ({ ...row, archived_at: null }),
    },
  ),
)

/** Lets people and teams into containers. */
export const grantAccess = command(operations['work.grantAccess'], async (unit, inputs) => {
  const rows = await lockContainers(
    unit,
    inputs.map((input) => input.containerId),
  )
  const grants = inputs.map((input, index): GrantRow => {
    managed(unit.principal, rows.get(input.containerId), index)
    if ((input.personId === null) === (input.teamId === null)) {
      refuse('platform.input_wrong', { detail: 'name either a person or a team' }, index)
    }
    return {
      id: input.id,
      container_id: input.containerId,
      person_id: input.personId,
      team_id: input.teamId,
      role: input.role,
    }
  })
  await clearGrantsOf(unit, grants)
  await insertGrants(unit, grants)
  await touchAccess(unit)
  await keepManaged(unit, rows)
  recordGrants(unit, rows, { kind: 'work.access_granted', grants })
  return grants.map(presentGrant)
})

/** Takes access back. */
export const revokeAccess = command(operations['work.revokeAccess'], async (unit, inputs) => {
  const rows = await lockContainers(
    unit,
    inputs.map((input) => input.containerId),
  )
  inputs.forEach((input, index) => {
    managed(unit.principal, rows.get(input.containerId), index)
  })
  const removed = await removeGrants(
    unit,
    inputs.map((input) => input.id),
  )
  const known = new Map(removed.map((grant) => [grant.id, grant]))
  inputs.forEach((input, index) => {
    if (known.get(input.id)?.container_id !== input.containerId)
      refuse('platform.not_found', { what: 'grant' }, index)
  })
  await touchAccess(unit)
  await keepManaged(unit, rows)
  recordGrants(unit, rows, { kind: 'work.access_revoked', grants: removed })
  return inputs.map(() => ({}))
})

async function keepManaged(unit: Unit, rows: ReadonlyMap<string, ContainerRow>): Promise<void> {
  const managers = (await listGrantsOf(unit.tx, unit.organisationId, [...rows.keys()])).filter(
    (grant) => grant.role === 'manager',
  )
  for (const row of rows.values()) {
    const isManaged = managers.some((grant) => grant.container_id === row.id)
    if (row.visibility === 'private' && !isManaged) refuse('work.last_manager')
  }
}

function recordGrants(
  unit: Unit,
  rows: ReadonlyMap<string, ContainerRow>,
  change: { readonly kind: string; readonly grants: readonly GrantRow[] },
): void {
  for (const grant of change.grants) {
    const row = rows.get(grant.container_id)
    if (row)
      unit.record([
        containerEvent(unit, row, { kind: change.kind, grant: presentGrant(grant) }),
        openAccess(unit, row.id),
      ])
  }
}
