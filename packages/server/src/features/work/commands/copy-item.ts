import { operations } from '@millrace/contract'
import { copyWork, shiftToStart, type WorkItem } from '@millrace/core/work'
import { accepted, command, mayOnItem, refuse, type Unit } from '../../../platform/commands/index.ts'
import { loadCopySources, openCopies } from '../open-copies.ts'
import { findItems } from '../queries/find-items.ts'
import { checkHome } from './create-item.ts'

/** Copies items with what lies under them, as far as the person can see it, where they may open items. */
export const copyItem = command(operations['work.copyItem'], async (unit, inputs) => {
  const sources = await loadCopySources(unit, inputs, (item) => isVisible(unit, item))
  const seenParents = await findSeenParents(
    unit,
    sources.map(({ source }) => source.items[0]),
  )
  const copies = sources.map(({ input, source }, index) => {
    const [root] = source.items
    const containerId = input.containerId ?? root.containerIds[0] ?? ''
    checkHome(unit, containerId, index)
    const { copyId: id, title = root.title, startsOn } = input
    // In the same place, and under an item that the person may know of.
    const isBeside = containerId === root.containerIds[0] && seenParents.has(root.parentId ?? '')
    const wish = { id, title, containerId, isBeside, shift: shiftToStart(source, startsOn) }
    return accepted(
      copyWork(source, wish, () => unit.newId()),
      index,
    )
  })
  const items = await openCopies(unit, copies)
  return inputs.map(({ copyId }) => items.get(copyId) ?? refuse('platform.not_found', { what: 'item' }))
})

async function findSeenParents(unit: Unit, items: readonly WorkItem[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(items.flatMap(({ parentId }) => parentId ?? []))]
  const parents = ids.length > 0 ? await findItems(unit.tx, unit.organisationId, ids) : []
  return new Set(parents.filter((parent) => isVisible(unit, parent)).map(({ id }) => id))
}

function isVisible(unit: Unit, item: WorkItem): boolean {
  return mayOnItem(unit.principal.access, 'container.read', item)
}
