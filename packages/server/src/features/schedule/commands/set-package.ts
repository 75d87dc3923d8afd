import { operations } from '@millrace/contract'
import { checkRanges } from '@millrace/core/schedule'
import { command, demand, Refused, refuse } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { findContainersOf } from '../queries/find-packages.ts'
import { savePackages } from '../store/packages.ts'

/** Says within which ranges items will last, cost and need people; the last word on an item counts. */
export const setPackage = command(operations['schedule.setPackage'], async (unit, inputs) => {
  const itemIds = inputs.map(({ itemId }) => itemId)
  const items = await findContainersOf(unit.tx, unit.organisationId, itemIds)
  inputs.forEach(({ itemId, ...ranges }, index) => {
    const item = items.get(itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
    const { containerIds, title: name } = item
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
    // Whether it lies in a later phase is found out about all of them at once.
    const refusal = checkRanges(ranges, { name, isLater: false })
    if (refusal) throw new Refused(refusal, index)
  })
  await savePackages(unit, new Map(inputs.map(({ itemId, ...ranges }) => [itemId, ranges])))
  await demandPackages(unit, { itemIds })
  unit.record(
    inputs.map(({ itemId, ...ranges }) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.package_set',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'planItem', id: itemId },
      touches: [{ kind: 'item', id: itemId }],
      containerId: items.get(itemId)?.containerIds[0] ?? null,
      data: { ranges },
    })),
  )
  return inputs.map(() => ({}))
})
