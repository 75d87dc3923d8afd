import { bucketOf, ItemIndex, type ItemSelector } from './item-index.ts'
import {
  type EntityOf,
  emptyTables,
  type Item,
  type Kind,
  type Overlay,
  type Tables,
  type Write,
  writeOf,
} from './kinds.ts'
import { isSame } from './same.ts'
import { Signals } from './signals.ts'

/** So many changed items are put into the lists they stand in; for more, the lists are made anew. */
const FEW = 32

/** What stood there before the change, by kind and id. */
type Touched = Map<Kind, Map<string, EntityOf[Kind] | undefined>>

/**
 * Everything the page knows, in two layers: what the server has confirmed, and over it what pending
 * commands make of it. Readers see both as one, and hear only of what really changed.
 */
export class Pool {
  /** Of kinds and of lists of items. */
  readonly signals = new Signals()
  /** Of single entities, by id. */
  readonly entitySignals = new Signals()
  readonly #base: Tables = emptyTables()
  readonly #seqs = new Map<Kind, Map<string, number>>()
  readonly #index = new ItemIndex()
  #overlay: Overlay = emptyTables()
  #touched: Touched | null = null
  readonly #lists = new Map<string, readonly Item[]>()
  readonly #tables = new Map<Kind, ReadonlyMap<string, EntityOf[Kind]>>()

  /** The entity as it is shown: with pending changes. */
  read<K extends Kind>(kind: K, id: string): EntityOf[K] | undefined {
    const predicted: EntityOf[K] | null | undefined = this.#layer(this.#overlay, kind).get(id)
    return predicted === undefined ? this.readBase(kind, id) : (predicted ?? undefined)
  }

  /** The entity as the server confirmed it. */
  readBase<K extends Kind>(kind: K, id: string): EntityOf[K] | undefined {
    const table: Map<string, EntityOf[K]> = this.#base[kind]
    return table.get(id)
  }

  /** All entities of a kind as the server confirmed them. */
  baseTable<K extends Kind>(kind: K): ReadonlyMap<string, EntityOf[K]> {
    return this.#base[kind]
  }

  /** All entities of a kind as shown. The same map until one of them changes. */
  table<K extends Kind>(kind: K): ReadonlyMap<string, EntityOf[K]> {
    const kept = this.#tables.get(kind)
    // The map was put under this kind below.
    if (kept) return kept as ReadonlyMap<string, EntityOf[K]>
    const base: Map<string, EntityOf[K]> = this.#base[kind]
    const shown = new Map(base)
    for (const [id, view] of this.#layer(this.#overlay, kind)) {
      if (view === null) shown.delete(id)
      else shown.set(id, view)
    }
    this.#tables.set(kind, shown)
    return shown
  }

  /** Items of an index, without archived ones. The same array until one of them changes. */
  items(selector: ItemSelector): readonly Item[] {
    const bucket = bucketOf(selector)
    const kept = this.#lists.get(bucket)
    if (kept) return kept
    const items: Item[] = []
    for (const id of this.#index.ids(bucket)) {
      const item = this.read('item', id)
      if (item && item.archivedAt === null) items.push(item)
    }
    this.#lists.set(bucket, items)
    return items
  }

  itemByKey(key: string): Item | undefined {
    const id = this.#index.idOfKey(key)
    return id === undefined ? undefined : this.read('item', id)
  }

  overlay(): Overlay {
    return this.#overlay
  }

  /** Several writes at once: readers are told at the end, and only of differences. */
  change(work: () => void): void {
    if (this.#touched) {
      work()
      return
    }
    this.#touched = new Map()
    try {
      work()
    } finally {
      this.#settle(this.#touched)
    }
  }

  /**
   * Confirmed news. News older than what is known about the entity is left aside.
   *
   * @param seq the journal's position the news is from
   */
  confirm({ kind, id, view }: Write, seq: number): void {
    const seqs = inner(this.#seqs, kind)
    if (seq < (seqs.get(id) ?? 0)) return
    const known = this.readBase(kind, id)
    if (view !== null && known && 'version' in view && 'version' in known && view.version < known.version)
      return
    seqs.set(id, seq)
    if (view !== null && known && isSame(known, view)) return
    this.change(() => {
      this.#touch(kind, id)
      const table: Map<string, unknown> = this.#base[kind]
      if (view === null) table.delete(id)
      else table.set(id, view)
    })
  }

  /**
   * A snapshot's worth of confirmed news. What is new is entered at once, without a note of what stood
   * there before: of 10,000 items that note costs more than the items.
   */
  fill(writes: readonly Write[], seq: number): void {
    this.change(() => {
      for (const write of writes) if (!this.#enter(write, seq)) this.confirm(write, seq)
    })
  }

  /** Enters what was not known in any layer; false when there is something to compare it with. */
  #enter({ kind, id, view }: Write, seq: number): boolean {
    const seqs = inner(this.#seqs, kind)
    const isKnown = seqs.has(id) || this.#overlay[kind].has(id) || this.#touched?.get(kind)?.has(id)
    if (view === null || isKnown === true) return false
    seqs.set(id, seq)
    const table: Map<string, unknown> = this.#base[kind]
    table.set(id, view)
    this.#tables.delete(kind)
    this.entitySignals.mark(id)
    this.signals.mark(kind)
    if (kind === 'item') {
      for (const bucket of this.#index.replace(undefined, view)) {
        this.#lists.delete(bucket)
        this.signals.mark(bucket)
      }
    }
    return true
  }

  /** Forgets an entity of which nobody keeps track any more, as if it had never been loaded. */
  forget(kind: Kind, id: string): void {
    this.#seqs.get(kind)?.delete(id)
    this.change(() => {
      this.#touch(kind, id)
      this.#base[kind].delete(id)
    })
  }

  /** Replaces what pending commands make of things. Equal predictions keep their identity. */
  predict(next: Overlay): void {
    this.change(() => {
      for (const { kind, id } of [...entries(this.#overlay), ...entries(next)]) this.#touch(kind, id)
      for (const { kind, id, view } of entries(next)) {
        const present = this.#overlay[kind].get(id)
        if (present && isSame(present, view)) {
          const table: Map<string, unknown> = next[kind]
          table.set(id, present)
        }
      }
      this.#overlay = next
    })
  }

  #layer<K extends Kind>(overlay: Overlay, kind: K): Map<string, EntityOf[K] | null> {
    return overlay[kind]
  }

  #touch(kind: Kind, id: string): void {
    if (!this.#touched) return
    const touched = inner(this.#touched, kind)
    if (!touched.has(id)) touched.set(id, this.read(kind, id))
  }

  #settle(touched: Touched): void {
    this.#touched = null
    const changed = new Set<string>()
    for (const [kind, entities] of touched) {
      for (const [id, before] of entities) {
        const after = this.read(kind, id)
        if (before === after) continue
        this.entitySignals.mark(id)
        changed.add(kind)
        this.#tables.delete(kind)
        if (kind !== 'item') continue
        // Only items were read for items.
        const [old, now] = [before as Item | undefined, after as Item | undefined]
        const buckets = this.#index.replace(old, now)
        if (entities.size <= FEW) this.#mend(buckets, old, now)
        for (const bucket of buckets) changed.add(bucket)
      }
      if (entities.size > FEW) for (const bucket of changed) this.#lists.delete(bucket)
    }
    for (const topic of changed) this.signals.mark(topic)
    this.signals.flush()
    this.entitySignals.flush()
  }

  /** Puts a changed item into the lists it stands in. */
  #mend(buckets: Iterable<string>, before: Item | undefined, after: Item | undefined): void {
    for (const bucket of buckets) {
      const kept = this.#lists.get(bucket)
      const isIn = after !== undefined && this.#index.has(bucket, after.id)
      const next = kept && isIn ? withItem(kept, before, after) : undefined
      if (next) this.#lists.set(bucket, next)
      else this.#lists.delete(bucket)
    }
  }
}

/** The list with one item changed or added at its end; undefined when it has to be made anew. */
function withItem(list: readonly Item[], before: Item | undefined, after: Item) {
  if (after.archivedAt !== null) return undefined
  if (!before) return [...list, after]
  const at = list.indexOf(before)
  return at < 0 ? undefined : list.with(at, after)
}

function inner<Value>(maps: Map<Kind, Map<string, Value>>, kind: Kind): Map<string, Value> {
  const present = maps.get(kind)
  if (present) return present
  const fresh = new Map<string, Value>()
  maps.set(kind, fresh)
  return fresh
}

function entries(overlay: Overlay): Write[] {
  return Object.values(overlay).flatMap((table, index) => {
    const kind = KINDS_IN_ORDER[index] ?? 'item'
    return [...table].map(([id, view]) => writeOf(kind, id, view))
  })
}

// Tables are objects with the kinds as keys, in the order `emptyTables` names them.
const KINDS_IN_ORDER = Object.keys(emptyTables()) as readonly Kind[]
