import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import {
  changeView as decideChange,
  mayForgetView,
  type ViewChange,
  type ViewEditor,
} from '@millrace/core/work'
import {
  accepted,
  command,
  mayInContainers,
  mayInOrganisation,
  refuse,
  roleIn,
  type Unit,
} from '../../../platform/commands/index.ts'
import { presentView } from '../present-catalogue.ts'
import { readViews } from '../queries/read-catalogue.ts'
import { deleteViews, endDefaults, type SavedViewRow, saveViews } from '../store/catalogue.ts'

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
    const { isShared, isLocked, isDefault } = input
    const row = {
      id: input.id,
      container_id: input.containerId,
      owner_id: unit.principal.personId,
      name: input.name,
      is_shared: isShared,
      is_locked: isLocked,
      is_default: false,
      settings: input.settings,
      version: 1,
    }
    return isDefault ? decided(unit, { row, change: { isDefault }, index }) : row
  })
  return (await keep(unit, rows, 'work.view_saved')).map(presentView)
})

/** Changes kept views. */
export const changeView = command(operations['work.changeView'], async (unit, inputs) => {
  const found = await visibleViews(
    unit,
    inputs.map((input) => input.id),
  )
  const rows = inputs.map(({ patch }, index): SavedViewRow => {
    const { name, settings, ...change } = patch
    const row = found[index] ?? refuse('platform.not_found', { what: 'view' }, index)
    const after = decided(unit, { row, change, index })
    return {
      ...after,
      name: name ?? row.name,
      settings: settings ?? row.settings,
      version: row.version + 1,
    }
  })
  return (await keep(unit, rows, 'work.view_changed')).map(presentView)
})

/** Forgets kept views. */
export const removeView = command(operations['work.removeView'], async (unit, inputs) => {
  const rows = await visibleViews(
    unit,
    inputs.map((input) => input.id),
  )
  rows.forEach((row, index) => {
    if (!mayForgetView(presentView(row), editorOf(unit, row)))
      refuse('platform.not_allowed', { permission: 'own view' }, index)
  })
  await deleteViews(
    unit,
    rows.map((row) => row.id),
  )
  unit.record(rows.map((row) => viewEvent(unit, 'work.view_removed', row)))
  return inputs.map(() => ({}))
})

function decided(
  unit: Unit,
  { row, change, index }: { readonly row: SavedViewRow; readonly change: ViewChange; readonly index: number },
): SavedViewRow {
  const { isShared, isLocked, isDefault } = accepted(
    decideChange(presentView(row), change, editorOf(unit, row)),
    index,
  )
  return { ...row, is_shared: isShared, is_locked: isLocked, is_default: isDefault }
}

/** Of several new defaults for one page the last holds. */
async function keep(
  unit: Unit,
  given: readonly SavedViewRow[],
  kind: string,
): Promise<readonly SavedViewRow[]> {
  const page = (row: SavedViewRow) => `${row.container_id} ${row.is_shared ? 'all' : row.owner_id}`
  const last = new Map(given.filter((row) => row.is_default).map((row) => [page(row), row.id]))
  const rows = given.map((row) => ({ ...row, is_default: last.get(page(row)) === row.id }))
  const ended = await endDefaults(unit, rows)
  await saveViews(unit, rows)
  unit.record([
    ...ended.map((row) => viewEvent(unit, 'work.view_changed', row)),
    ...rows.map((row) => viewEvent(unit, kind, row)),
  ])
  return rows
}

async function visibleViews(unit: Unit, ids: readonly string[]): Promise<readonly SavedViewRow[]> {
  const found = new Map((await readViews(unit.tx, unit.organisationId, ids)).map((row) => [row.id, row]))
  return ids.map((id, index) => {
    const row = found.get(id)
    const isHere =
      row && (row.container_id === null || roleIn(unit.principal.access, row.container_id) !== null)
    if (!isHere || (row.owner_id !== unit.principal.personId && !row.is_shared)) {
      return refuse('platform.not_found', { what: 'view' }, index)
    }
    return row
  })
}

function editorOf({ principal }: Unit, { container_id: containerId }: SavedViewRow): ViewEditor {
  const isAdmin = mayInOrganisation(principal, 'organisation.manage')
  if (containerId === null)
    return { personId: principal.personId, isContributor: principal.orgRole !== 'guest', isManager: isAdmin }
  return {
    personId: principal.personId,
    isContributor: mayInContainers(principal.access, 'item.write', [containerId]),
    isManager: mayInContainers(principal.access, 'container.manage', [containerId]),
  }
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
