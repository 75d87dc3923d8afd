import { operations } from '@millrace/contract'
import { checkContainer } from '@millrace/core/work'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { touchAccess } from '../../identity/index.ts'
import { containerEvent, openAccess, presentOwn } from '../container-events.ts'
import { findContainers, findTakenKeys } from '../queries/find-containers.ts'
import { usualTypeId } from '../queries/usual-type.ts'
import { type ContainerRow, insertGrants, saveContainers } from '../store/containers.ts'

type Input = Parameters<Parameters<typeof command<(typeof operations)['work.createContainer']>>[1]>[1][number]

/** Opens containers. Whoever opens a private one manages it. */
export const createContainer = command(operations['work.createContainer'], async (unit, inputs) => {
  const taken = await findTakenKeys(
    unit,
    inputs.map((input) => input.key),
  )
  await refuseExisting(unit, inputs)
  const typeId = await usualTypeId(unit)
  const rows = inputs.map((input, index) => {
    if (taken.has(input.key)) refuse('work.key_taken', { key: input.key }, index)
    taken.add(input.key)
    const row = newRow(unit, input, typeId)
    accepted(
      checkContainer({
        ...row,
        startsOn: row.starts_on,
        dueOn: row.due_on,
        wishedEndState: row.wished_end_state,
      }),
      index,
    )
    return row
  })
  await saveContainers(unit, rows)
  const grants = rows.map((row) => ({
    id: unit.newId<'Grant'>(),
    container_id: row.id,
    person_id: unit.principal.personId,
    team_id: null,
    role: 'manager' as const,
  }))
  await insertGrants(unit, grants)
  await touchAccess(unit)
  for (const row of rows) unit.openContainer(row.id, 'manager')
  unit.record([
    ...rows.map((row) => containerEvent(unit, row, { kind: 'work.container_created' })),
    ...rows.map((row) => openAccess(unit, row.id)),
  ])
  return rows.map(presentOwn)
})

/** Saving writes over what has the same id, which may be anybody's. */
async function refuseExisting(unit: Unit, inputs: readonly Input[]): Promise<void> {
  const ids = inputs.map((input) => input.id)
  const existing = new Set((await findContainers(unit.tx, unit.organisationId, ids)).map(({ id }) => id))
  const index = ids.findIndex((id, at) => existing.has(id) || ids.indexOf(id) < at)
  if (index !== -1) refuse('platform.exists', { what: 'container' }, index)
}

function newRow(unit: Unit, input: Input, typeId: string): ContainerRow {
  return {
    id: input.id,
    kind: input.kind,
    key: input.key,
    name: input.name,
    ...settingsOf(input),
    owner_id: input.ownerId === undefined ? unit.principal.personId : input.ownerId,
    default_type_id: input.defaultTypeId ?? typeId,
    default_area: input.defaultArea ?? '2.3',
    origin: unit.origin.kind,
    import_run_id: unit.origin.kind === 'import' ? unit.origin.runId : null,
    created_at: unit.now,
    archived_at: null,
    version: 1,
  }
}

function settingsOf(input: Input) {
  return {
    description: input.description ?? '',
    state: input.state ?? 'active',
    visibility: input.visibility ?? 'open',
    team_id: input.teamId ?? null,
    starts_on: input.startsOn ?? null,
    due_on: input.dueOn ?? null,
    subject: input.subject ?? null,
    wished_end_state: input.wishedEndState ?? null,
  } as const
}
