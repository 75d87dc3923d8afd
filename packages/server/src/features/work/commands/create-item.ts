import { operations } from '@millrace/contract'
import { command, mayInContainers, mayOnItem, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandFieldPeople } from '../demand-field-people.ts'
import { demandFieldRights } from '../demand-field-rights.ts'
import { openItems } from '../open-items.ts'
import { findItems } from '../queries/find-items.ts'

/** Opens items where the person may write, under parents that they can see. */
export const createItem = command(operations['work.createItem'], async (unit, inputs) => {
  const parentIds = [...new Set(inputs.flatMap((input) => input.parentId ?? []))]
  const parents = parentIds.length > 0 ? await findItems(unit.tx, unit.organisationId, parentIds) : []
  const { access } = unit.principal
  const visible = new Set(
    parents.filter((item) => mayOnItem(access, 'container.read', item)).map(({ id }) => id),
  )
  // A parent made earlier in the same group of commands is not stored yet.
  const given = new Set(inputs.map((input) => input.id))
  inputs.forEach((input, index) => {
    checkHome(unit, input.containerId, index)
    const { parentId } = input
    if (parentId && !visible.has(parentId) && !given.has(parentId)) refuse('work.parent_unknown', {}, index)
  })
  const values = inputs.map((input) => input.fields)
  await demandFieldRights(unit, values)
  await demandFieldPeople(unit, values)
  return await openItems(unit, inputs, 'with defaults')
})

/** Items are opened where one may write. */
export function checkHome(unit: Unit, containerId: string, index: number): void {
  const { access } = unit.principal
  if (!mayInContainers(access, 'container.read', [containerId]))
    refuse('platform.not_found', { what: 'container' }, index)
  if (!mayInContainers(access, 'item.write', [containerId]))
    refuse('platform.not_allowed', { permission: 'item.write' }, index)
}
