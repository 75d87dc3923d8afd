import type { ItemRules, ItemType } from '@millrace/core/work'
import {
  type Assignment,
  type EntityOf,
  emptyTables,
  type Item,
  type Kind,
  type Overlay,
  type Write,
} from './kinds.ts'
import type { Pool } from './pool.ts'

type Rules = Omit<ItemRules, 'type'>

/** A sheet over the pool on which predicted changes are written, to be shown or thrown away. */
export class Draft {
  readonly writes: Overlay = emptyTables()
  readonly #pool: Pool
  readonly #below: 'base' | 'shown'
  #rules: Rules | null = null
  #assigned: ReadonlyMap<string, readonly Assignment[]> | null = null

  /** @param below `base`: over what is confirmed; `shown`: over what pending commands made of it */
  constructor(pool: Pool, below: 'base' | 'shown') {
    this.#pool = pool
    this.#below = below
  }

  read<K extends Kind>(kind: K, id: string): EntityOf[K] | undefined {
    const layer: Map<string, EntityOf[K] | null> = this.writes[kind]
    const written = layer.get(id)
    if (written !== undefined) return written ?? undefined
    return this.#below === 'base' ? this.#pool.readBase(kind, id) : this.#pool.read(kind, id)
  }

  /** Entities of a kind that pass, as they are on this sheet. */
  list<K extends Kind>(kind: K, passes: (entity: EntityOf[K]) => boolean): readonly EntityOf[K][] {
    const ids = new Set([...this.#table(kind).keys(), ...this.writes[kind].keys()])
    return [...ids].flatMap((id) => this.read(kind, id) ?? []).filter(passes)
  }

  /** Who is on an item. A plan has tens of thousands of them: what is kept is sorted once. */
  assignmentsOf(itemId: string): readonly Assignment[] {
    this.#assigned ??= Map.groupBy(this.#table('assignment').values(), (each) => each.itemId)
    const kept = (this.#assigned.get(itemId) ?? []).flatMap(({ id }) => this.read('assignment', id) ?? [])
    const known = new Set(kept.map(({ id }) => id))
    const written = [...this.writes.assignment.values()].filter((each) => each !== null)
    return [...kept, ...written.filter((each) => each.itemId === itemId && !known.has(each.id))]
  }

  write({ kind, id, view }: Write): void {
    const layer: Map<string, unknown> = this.writes[kind]
    layer.set(id, view)
    if (kind === 'label' || kind === 'field') this.#rules = null
  }

  #table<K extends Kind>(kind: K): ReadonlyMap<string, EntityOf[K]> {
    return this.#below === 'base' ? this.#pool.baseTable(kind) : this.#pool.table(kind)
  }

  /** How many items have their home in the container and are in the state, one item not counted. */
  countInState(containerId: string, stateId: string, except: string): number {
    const isCounted = (item: Item) =>
      item.id !== except &&
      item.archivedAt === null &&
      item.stateId === stateId &&
      item.containerIds[0] === containerId
    const kept = this.#pool
      .items({ containerId })
      .filter((item) => !this.writes.item.has(item.id) && isCounted(item))
    const written = [...this.writes.item.values()].filter((item) => item !== null && isCounted(item))
    return kept.length + written.length
  }

  /** The type that new things get when nobody chose one: the first that is in use. */
  firstType(): string | undefined {
    const types = [...this.#pool.table('type').values()].filter((type) => type.archivedAt === null)
    return types.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))[0]?.id
  }

  /** The one organisation that is open. */
  organisation(): EntityOf['organisation'] | undefined {
    const id = this.#pool.table('organisation').keys().next().value
    return id === undefined ? undefined : this.read('organisation', id)
  }

  /** The rules of a type, or undefined when the type is not known here. */
  rules(typeId: string): ItemRules | undefined {
    const type = this.read('type', typeId)
    if (!type) return undefined
    this.#rules ??= {
      fieldsById: this.#pool.table('field'),
      labelIds: new Set([...this.#pool.table('label').keys(), ...this.writes.label.keys()]),
    }
    // The server sends only fields that core knows as requirable.
    return { ...this.#rules, type: type as ItemType }
  }
}
