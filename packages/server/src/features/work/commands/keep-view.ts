import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { command, refuse, roleIn, type Unit } from '../../../platform/commands/index.ts'
import { presentView } from '../present-catalogue.ts'
import { readViews } from '../queries/read-catalogue.ts'
import { deleteViews, type SavedViewRow, saveViews } from '../store/catalogue.ts'

/** Keeps views under a name. */
export const saveView = command(operations['work.saveView'], async (unit, inputs) => {
  const existing = await readViews(
    unit.tx,
    unit.organisationId,
    inputs.map((input) => input.id),
  )
  if (existing.length > 0) refuse('platform.exists', { what: 'view' })
  const rows = inputs.map((input, index): SavedViewRow => {
    if (input.containerId !== null && roleIn(unit.principal.access, input.containerId) === null) {
      refuse('platform.not_found', { what: 'container' }, index)
    }
    return {
      id: input.id,
      container_id: input.containerId,
      owner_id: unit.principal.personId,
      name: input.name,
      is_shared: input.isShared,
      settings: input.settings,
      version: 1,
    }
  })
  await saveViews(unit, rows)
  unit.record(rows.map((row) => viewEvent(unit, 'work.view_saved', row)))
  return rows.map(presentView)
})

/** Changes kept views of one's own. */
export const changeView = command(operations['work.changeView'], async (unit, inputs) => {
  const found = await ownViews(
    unit,
    inputs.map((input) => input.id),
  )
  const rows = inputs.map(({ patch }, index): SavedViewRow => {
    const row = found[index] ?? refuse('platform.not_found', { what: 'view' }, index)
    return {
      ...row,
      name: patch.name ?? row.name,
      is_shared: patch.isShared ?? row.is_shared,
      settings: patch.settings ?? row.settings,
      version: row.version + 1,
    }
  })
  await saveViews(unit, rows)
  unit.record(rows.map((row) => viewEvent(unit, 'work.view_changed', row)))
  return rows.map(presentView)
})

/** Forgets kept views of one's own. */
export const removeView = command(operations['work.removeView'], async (unit, inputs) => {
  const rows = await ownViews(
    unit,
    inputs.map((input) => input.id),
  )
  await deleteViews(
    unit,
    rows.map((row) => row.id),
  )
  unit.record(rows.map((row) => viewEvent(unit, 'work.view_removed', row)))
  return inputs.map(() => ({}))
})

async function ownViews(unit: Unit, ids: readonly string[]): Promise<readonly SavedViewRow[]> {
  const found = new Map((await readViews(unit.tx, unit.organisationId, ids)).map((row) => [row.id, row]))
  return ids.map((id, index) => {
    const row = found.get(id)
    if (!row || (row.owner_id !== unit.principal.personId && !row.is_shared)) {
      return refuse('platform.not_found', { what: 'view' }, index)
    }
    if (row.owner_id !== unit.principal.personId)
      refuse('platform.not_allowed', { permission: 'own view' }, index)
    return row
  })
}

function viewEvent(unit: Unit, kind: string, row: SavedViewRow): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'view', id: row.id },
    containerId: row.container_id,
    data: { name: row.name },
  }
}
