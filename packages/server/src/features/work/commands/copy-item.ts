import { type InputOf, operations } from '@millrace/contract'
import {
  type Copy,
  copyWork,
  createChecklist,
  createLine,
  linkLine,
  type WorkItem,
} from '@millrace/core/work'
import {
  accepted,
  command,
  mayInContainers,
  Refused,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { ChecklistSet } from '../checklist-set.ts'
import { openItems } from '../open-items.ts'
import { findOpenBelow } from '../queries/find-below.ts'
import { findItems } from '../queries/find-items.ts'
import { findRelationsOf } from '../queries/find-relations.ts'
import { relationEvent } from '../relation-event.ts'
import { readLines, readListsOf } from '../store/checklists.ts'
import { insertRelations } from '../store/relations.ts'
import { tickedBy } from '../ticked-by.ts'
import { checkHome } from './create-item.ts'

type Input = InputOf<(typeof operations)['work.copyItem']>

/** Copies items with what lies under them, as far as the person can see it, where they may open items. */
export const copyItem = command(operations['work.copyItem'], async (unit, inputs) => {
  const sources = await loadSources(unit, inputs)
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
    const wish = { id, title, containerId, isBeside, startsOn }
    return accepted(
      copyWork(source, wish, () => unit.newId()),
      index,
    )
  })
  const items = await openCopies(unit, copies)
  await addLists(unit, copies, items)
  await relate(unit, copies)
  return inputs.map(({ copyId }) => items.get(copyId) ?? refuse('platform.not_found', { what: 'item' }))
})

async function loadSources<Wish extends Input>(unit: Unit, inputs: readonly Wish[]) {
  const { tx, organisationId } = unit
  const below = await findOpenBelow(
    unit,
    inputs.filter(({ subItems }) => subItems).map(({ id }) => id),
  )
  const ids = [...new Set(inputs.flatMap(({ id }) => [id, ...(below.get(id) ?? [])]))]
  const listed = inputs.some(({ checklists }) => checklists) ? ids : []
  const [items, lists, relations] = await Promise.all([
    findItems(tx, organisationId, ids),
    readListsOf(unit, listed),
    findRelationsOf(tx, organisationId, ids),
  ])
  const standing = lists.filter((list) => list.removedAt === null)
  const lines = await readLines(unit, { lineIds: [], listIds: standing.map(({ id }) => id) })
  const byId = new Map(items.filter((item) => isVisible(unit, item)).map((item) => [item.id, item]))
  return inputs.map((input, index) => {
    const { id, subItems, checklists } = input
    const root = byId.get(id) ?? refuse('platform.not_found', { what: 'item' }, index)
    const under = subItems ? (below.get(id) ?? []).flatMap((each) => byId.get(each) ?? []) : []
    const own = new Set([id, ...under.map((item) => item.id)])
    const isOwn = ({ itemId }: { readonly itemId: string }) => checklists && own.has(itemId)
    const source = {
      items: [root, ...under] as const,
      lists: standing.filter(isOwn),
      lines: lines.filter((line) => line.removedAt === null && isOwn(line)),
      relations: relations.filter(({ fromId, toId }) => own.has(fromId) && own.has(toId)),
    }
    return { input, source }
  })
}

async function findSeenParents(unit: Unit, items: readonly WorkItem[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(items.flatMap(({ parentId }) => parentId ?? []))]
  const parents = ids.length > 0 ? await findItems(unit.tx, unit.organisationId, ids) : []
  return new Set(parents.filter((parent) => isVisible(unit, parent)).map(({ id }) => id))
}

function isVisible(unit: Unit, item: WorkItem): boolean {
  return mayInContainers(unit.principal.access, 'container.read', item.containerIds)
}

/** What is refused about an item is refused about the copy that it belongs to. */
async function openCopies(unit: Unit, copies: readonly Copy[]): Promise<Map<string, WorkItem>> {
  const owners = copies.flatMap(({ items }, index) => items.map(() => index))
  try {
    const opened = await openItems(
      unit,
      copies.flatMap(({ items }) => items),
    )
    return new Map(opened.map((item) => [item.id, item]))
  } catch (error) {
    if (error instanceof Refused) throw new Refused(error.refusal, owners[error.index] ?? 0)
    throw error
  }
}

async function addLists(
  unit: Unit,
  copies: readonly Copy[],
  items: ReadonlyMap<string, WorkItem>,
): Promise<void> {
  const itemIds = copies.flatMap(({ lists }) => lists.map(({ itemId }) => itemId))
  if (itemIds.length === 0) return
  const set = await ChecklistSet.load(unit, { itemIds })
  copies.forEach(({ lists, lines }, index) => {
    for (const list of lists)
      set.putList('work.checklist_added', accepted(createChecklist(list, set.listCount(list.itemId)), index))
    for (const { checklistId, subItemId, ...given } of lines) {
      const list = set.list(checklistId, index)
      const line = accepted(createLine(given, list, set.lineCount(list.itemId)), index)
      const subItem = subItemId === null ? undefined : items.get(subItemId)
      const isLinked = subItem?.parentId === list.itemId
      set.putLine(
        'work.lines_added',
        isLinked ? accepted(linkLine(line, subItem, tickedBy(unit)), index) : line,
      )
    }
  })
  set.save()
}

async function relate(unit: Unit, copies: readonly Copy[]): Promise<void> {
  const relations = copies.flatMap((copy) => copy.relations)
  if (relations.length === 0) return
  await insertRelations(unit, relations)
  unit.record(
    copies.flatMap((copy) =>
      copy.relations.map((relation) =>
        relationEvent(unit, 'work.related', { relation, containerId: copy.items[0]?.containerId ?? null }),
      ),
    ),
  )
}
