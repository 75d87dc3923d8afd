import {
  type Checklist,
  type Copy,
  createChecklist,
  createLine,
  isComputed,
  linkLine,
  type WorkItem,
} from '@millrace/core/work'
import { accepted, Refused, refuse, type Unit } from '../../platform/commands/index.ts'
import { getCatalogue } from './catalogue-cache.ts'
import { ChecklistSet } from './checklist-set.ts'
import { openItems } from './open-items.ts'
import { findOpenBelow } from './queries/find-below.ts'
import { findItems } from './queries/find-items.ts'
import { findRelationsOf } from './queries/find-relations.ts'
import type { Catalogue } from './queries/load-catalogue.ts'
import { relationEvent } from './relation-event.ts'
import { readLines, readListsOf } from './store/checklists.ts'
import { insertRelations } from './store/relations.ts'
import { tickedBy } from './ticked-by.ts'

/** What is to be copied of an item. */
export type CopyOf = { readonly id: string; readonly subItems: boolean; readonly checklists: boolean }

/**
 * Loads what is to be copied, as far as it passes `isShown`: items with what lies under them and is not
 * archived, their checklists, and the relations among them.
 *
 * @throws Refused with `platform.not_found` for an item that is not shown
 */
export async function loadCopySources<Wish extends CopyOf>(
  unit: Unit,
  inputs: readonly Wish[],
  isShown: (item: WorkItem) => boolean,
) {
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
  const catalogue = await getCatalogue(tx, organisationId)
  const byId = new Map(items.filter(isShown).map((item) => [item.id, withoutGathered(item, catalogue)]))
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

/** A copy gathers from its own sub-items. */
function withoutGathered(item: WorkItem, { fieldsById }: Catalogue): WorkItem {
  const own = Object.entries(item.fields).filter(([id]) => {
    const field = fieldsById.get(id)
    return !field || !isComputed(field)
  })
  return { ...item, fields: Object.fromEntries(own) }
}

/**
 * Opens copies with their checklists and relations.
 *
 * @returns the items by id
 * @throws Refused with the index of the copy that a refused item belongs to
 */
export async function openCopies(unit: Unit, copies: readonly Copy[]): Promise<Map<string, WorkItem>> {
  const items = await openTheirItems(unit, copies)
  await addLists(unit, copies, items)
  await relate(unit, copies)
  return items
}

async function openTheirItems(unit: Unit, copies: readonly Copy[]): Promise<Map<string, WorkItem>> {
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
    // Whoever has opened the items may fill them, also an engine that has no rights of its own.
    const opened = new Map<string, Checklist>()
    for (const list of lists) {
      const made = accepted(createChecklist(list, set.listCount(list.itemId)), index)
      opened.set(list.id, set.putList('work.checklist_added', made))
    }
    for (const { checklistId, subItemId, ...given } of lines) {
      const list = opened.get(checklistId) ?? refuse('platform.not_found', { what: 'checklist' }, index)
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
