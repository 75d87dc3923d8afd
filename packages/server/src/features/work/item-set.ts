import type { ItemRules } from '@millrace/core/work'
import { type DecideContext, type Decision, type WorkItem } from '@millrace/core/work'
import { mayOnItem, refuse, seesItem, type Unit } from '../../platform/commands/index.ts'
import { getCatalogue } from './catalogue-cache.ts'
import type { Catalogue } from './queries/load-catalogue.ts'
import { addToChildCounts, insertItems, lockItems, updateItems } from './store/items.ts'
import { type Arrival, recordVisits } from './store/visits.ts'

/**
 * The items a group of commands works on: loaded and locked at once, changed in memory decision by
 * decision, written at once. A later command of the group sees what an earlier one decided.
 */
export class ItemSet {
  readonly unit: Unit
  readonly catalogue: Catalogue
  private readonly items: Map<string, WorkItem>
  private readonly created = new Set<string>()
  private readonly changed = new Set<string>()
  private readonly arrivals: Arrival[] = []
  private readonly resighted = new Set<string>()
  private readonly childDeltas = new Map<string, { children: number; done: number }>()

  private constructor(unit: Unit, catalogue: Catalogue, items: Map<string, WorkItem>) {
    this.unit = unit
    this.catalogue = catalogue
    this.items = items
  }

  /** Locks the items with these ids; ids of items that do not exist are simply absent. */
  static async load(unit: Unit, ids: readonly string[]): Promise<ItemSet> {
    const [catalogue, items] = await Promise.all([
      getCatalogue(unit.tx, unit.organisationId, unit.organisation?.catalogueVersion),
      ids.length > 0 ? lockItems(unit, [...new Set(ids)]) : new Map<string, WorkItem>(),
    ])
    return new ItemSet(unit, catalogue, items)
  }

  find(id: string): WorkItem | undefined {
    return this.items.get(id)
  }

  /** The item, when the person may do this to it; otherwise it is as if it were not there. */
  get(id: string, permission: 'item.write' | 'item.comment' | 'container.read', index: number): WorkItem {
    const item = this.items.get(id)
    const { principal } = this.unit
    const { access } = principal
    // Asked of the locked item once more: it may have become confidential since the act began.
    if (!item || !mayOnItem(access, 'container.read', item) || !seesItem(principal, item)) {
      return refuse('platform.not_found', { what: 'item' }, index)
    }
    if (!mayOnItem(access, permission, item)) refuse('platform.not_allowed', { permission }, index)
    return item
  }

  /** Who and when, for core. */
  decideContext(): DecideContext {
    return { now: this.unit.now, actor: this.unit.actor, newEventId: () => this.unit.newId<'Event'>() }
  }

  /** The rules of the item's type. */
  rulesFor(typeId: string, index: number): ItemRules {
    const type = this.catalogue.types.get(typeId)
    if (!type) return refuse('platform.reference_unknown', { field: 'type' }, index)
    return { type, fieldsById: this.catalogue.fieldsById, labelIds: this.catalogue.labelIds }
  }

  /** Takes a decision over: the item's next state and what follows from it. */
  put(decision: Decision): WorkItem {
    const { item, events } = decision
    if (events.length === 0) return item
    const before = this.items.get(item.id)
    this.items.set(item.id, item)
    if (before) this.changed.add(item.id)
    else this.created.add(item.id)
    this.countChild(before, -1)
    this.countChild(item, 1)
    if (!before) this.arrivals.push({ item, isNew: true, at: item.stateSince })
    else if (isArrival(before, item)) this.arrivals.push({ item, isNew: false, at: this.unit.now })
    if (events.some(({ kind }) => kind === 'work.seen_by_changed')) this.resighted.add(item.id)
    this.unit.record(events)
    return item
  }

  /** Items of which it was decided anew who sees them. */
  seenByOthers(): readonly string[] {
    return [...this.resighted]
  }

  /** Writes everything, one statement a table; what is asked in this transaction from now on sees it. */
  save(): void {
    const pick = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => this.items.get(id) ?? [])
    insertItems(this.unit, pick(this.created))
    updateItems(this.unit, pick(this.changed.difference(this.created)))
    recordVisits(this.unit, this.arrivals)
    const deltas = [...this.childDeltas]
      .filter(([, delta]) => delta.children !== 0 || delta.done !== 0)
      .map(([id, delta]) => ({ id, ...delta }))
    addToChildCounts(this.unit, deltas)
  }

  private countChild(item: WorkItem | undefined, sign: 1 | -1): void {
    // What not everybody sees who sees the parent does not count there: counts would tell of it.
    if (!item || item.parentId === null || item.archivedAt !== null || item.ownSeenBy !== null) return
    const delta = this.childDeltas.get(item.parentId) ?? { children: 0, done: 0 }
    const isDone = item.stateGroup === 'done' ? 1 : 0
    this.childDeltas.set(item.parentId, { children: delta.children + sign, done: delta.done + sign * isDone })
    const parent = this.items.get(item.parentId)
    if (parent) {
      this.items.set(parent.id, {
        ...parent,
        childCount: parent.childCount + sign,
        childDoneCount: parent.childDoneCount + sign * isDone,
      })
    }
  }
}

function isArrival(before: WorkItem, after: WorkItem): boolean {
  return (
    before.stateId !== after.stateId ||
    before.responsibleId !== after.responsibleId ||
    before.teamId !== after.teamId
  )
}
