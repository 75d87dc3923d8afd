import {
  type Checklist,
  type ChecklistFact,
  type ChecklistLine,
  checkListsOpen,
  checklistEvents,
  countLine,
  type LineCounts,
  type WorkItem,
} from '@millrace/core/work'
import { accepted, refuse, type Unit } from '../../platform/commands/index.ts'
import { ItemSet } from './item-set.ts'
import { findItemsOfLists } from './queries/find-checklists.ts'
import {
  addToLineCounts,
  insertLines,
  insertLists,
  readLines,
  readListsOf,
  updateLines,
  updateLists,
} from './store/checklists.ts'

type Wanted = {
  readonly itemIds?: readonly string[]
  readonly lineIds?: readonly string[]
  readonly listIds?: readonly string[]
  /** Lists whose lines go or come together with them. */
  readonly wholeListIds?: readonly string[]
}

/**
 * The checklists a group of commands works on: their items are locked, which keeps two groups from
 * changing the lists of one item at once. Changed in memory decision by decision, written at once.
 */
export class ChecklistSet {
  readonly unit: Unit
  readonly items: ItemSet
  private readonly lists: Map<string, Checklist>
  private readonly lines: Map<string, ChecklistLine>
  private readonly created = new Set<string>()
  private readonly changed = new Set<string>()
  private readonly counts = new Map<string, LineCounts>()
  private readonly facts: ChecklistFact[] = []

  private constructor(
    unit: Unit,
    items: ItemSet,
    loaded: { readonly lists: readonly Checklist[]; readonly lines: readonly ChecklistLine[] },
  ) {
    this.unit = unit
    this.items = items
    this.lists = new Map(loaded.lists.map((list) => [list.id, list]))
    this.lines = new Map(loaded.lines.map((line) => [line.id, line]))
  }

  /** Ids of lists and lines that do not exist are simply absent. */
  static async load(unit: Unit, wanted: Wanted): Promise<ChecklistSet> {
    const { lineIds = [], wholeListIds = [] } = wanted
    const listIds = [...(wanted.listIds ?? []), ...wholeListIds]
    const named = await findItemsOfLists(unit.tx, unit.organisationId, { listIds, lineIds })
    const itemIds = [...new Set([...(wanted.itemIds ?? []), ...named])]
    const items = await ItemSet.load(unit, itemIds)
    const [lists, lines] = await Promise.all([
      readListsOf(unit, itemIds),
      readLines(unit, { lineIds, listIds: wholeListIds }),
    ])
    return new ChecklistSet(unit, items, { lists, lines })
  }

  /** The item, when the person may change its checklists; otherwise it is as if `what` were not there. */
  item(id: string | undefined, index: number, what: 'item' | 'checklist' | 'line' = 'item'): WorkItem {
    if (id === undefined) return refuse('platform.not_found', { what }, index)
    return accepted(checkListsOpen(this.items.get(id, 'item.write', index)), index)
  }

  list(id: string, index: number): Checklist {
    const list = this.lists.get(id)
    this.item(list?.itemId, index, 'checklist')
    return list ?? refuse('platform.not_found', { what: 'checklist' }, index)
  }

  hasList(id: string): boolean {
    return this.lists.has(id)
  }

  line(id: string, index: number): ChecklistLine {
    const line = this.lines.get(id)
    this.item(line?.itemId, index, 'line')
    return line ?? refuse('platform.not_found', { what: 'line' }, index)
  }

  findLine(id: string): ChecklistLine | undefined {
    return this.lines.get(id)
  }

  /** The list that a line stands in. The key of its table says that there is one. */
  listOf(line: ChecklistLine): Checklist {
    const list = this.lists.get(line.checklistId)
    if (!list) throw new Error(`line ${line.id} stands in no list`)
    return list
  }

  linesIn(list: Checklist): readonly ChecklistLine[] {
    return [...this.lines.values()].filter((line) => line.checklistId === list.id)
  }

  listCount(itemId: string): number {
    return [...this.lists.values()].filter((list) => list.itemId === itemId && list.removedAt === null).length
  }

  /** How many lines the item has, those decided upon just now counted. */
  lineCount(itemId: string): number {
    return (this.items.find(itemId)?.lineCount ?? 0) + (this.counts.get(itemId)?.lines ?? 0)
  }

  putList(
    kind: Extract<ChecklistFact, { readonly list: Checklist }>['kind'],
    list: Checklist,
    lines: readonly ChecklistLine[] = [],
  ): Checklist {
    const before = this.lists.get(list.id) ?? null
    if (before === list) return list
    this.lists.set(list.id, list)
    this.note(list.id, before === null)
    for (const line of lines) this.keepLine(line)
    this.facts.push({ kind, item: this.itemOf(list), list, before, lines })
    return list
  }

  putLine(
    kind: Extract<ChecklistFact, { readonly line: ChecklistLine }>['kind'],
    line: ChecklistLine,
  ): ChecklistLine {
    const before = this.keepLine(line)
    if (before !== line) this.facts.push({ kind, item: this.itemOf(line), line, before })
    return line
  }

  /** Writes everything, one statement a table, and tells what happened. */
  save(): void {
    const { unit, created } = this
    const changed = this.changed.difference(created)
    insertLists(unit, pick(this.lists, created))
    updateLists(unit, pick(this.lists, changed))
    insertLines(unit, pick(this.lines, created))
    updateLines(unit, pick(this.lines, changed))
    addToLineCounts(unit, this.counts)
    unit.record(checklistEvents(this.facts, this.items.decideContext()))
  }

  private keepLine(line: ChecklistLine): ChecklistLine | null {
    const before = this.lines.get(line.id) ?? null
    if (before === line) return before
    this.lines.set(line.id, line)
    this.note(line.id, before === null)
    const sum = this.counts.get(line.itemId) ?? { lines: 0, done: 0 }
    const delta = countLine(before, line)
    this.counts.set(line.itemId, { lines: sum.lines + delta.lines, done: sum.done + delta.done })
    return before
  }

  private note(id: string, isNew: boolean): void {
    if (isNew) this.created.add(id)
    else this.changed.add(id)
  }

  private itemOf({ itemId }: { readonly itemId: string }): WorkItem {
    const item = this.items.find(itemId)
    if (!item) throw new Error(`the checklists of ${itemId} are not loaded`)
    return item
  }
}

function pick<Entity>(from: ReadonlyMap<string, Entity>, ids: ReadonlySet<string>): readonly Entity[] {
  return [...ids].flatMap((id) => from.get(id) ?? [])
}
