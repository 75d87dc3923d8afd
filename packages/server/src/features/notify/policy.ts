import { demand, refuse, type Unit } from '../../platform/commands/index.ts'
import { findToldItems, type ToldItem } from './queries/find-told-items.ts'

/**
 * The items of some inputs, in their order, when the person may do this to each; what they cannot
 * see is as if it were not there.
 */
export async function demandItems(
  unit: Unit,
  inputs: readonly { readonly itemId: string }[],
  permission: 'container.read' | 'item.comment',
): Promise<readonly ToldItem[]> {
  const items = await findToldItems(unit.tx, unit.organisationId, [
    ...new Set(inputs.map(({ itemId }) => itemId)),
  ])
  return inputs.map(({ itemId }, index) => {
    const item = items.get(itemId)
    const containerIds = item?.container_ids ?? []
    demand(unit.principal.access, { permission, containerIds, what: 'item' }, index)
    return item ?? refuse('platform.not_found', { what: 'item' }, index)
  })
}
