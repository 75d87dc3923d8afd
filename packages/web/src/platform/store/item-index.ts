import type { Item } from './kinds.ts'

/** Which items to look at: all that are known, those of a container, under a parent, or of a person. */
export type ItemSelector =
  | { readonly all: true }
  | { readonly containerId: string }
  | { readonly parentId: string }
  | { readonly responsibleId: string }

/**
 * The index bucket of a selector, which is also the topic its listeners subscribe to. It is the id of
 * the container, parent or person: no two of them share one, and a snapshot of 10,000 items builds no names.
 */
export function bucketOf(selector: ItemSelector): string {
  if ('containerId' in selector) return selector.containerId
  if ('parentId' in selector) return selector.parentId
  if ('responsibleId' in selector) return selector.responsibleId
  return ALL
}

const ALL = 'all'

/** Items by container, parent, responsible person and key, kept with every change. */
export class ItemIndex {
  readonly #buckets = new Map<string, Set<string>>()
  readonly #idByKey = new Map<string, string>()

  /** Notes that an item is now another; answers the buckets whose content changed. */
  replace(before: Item | undefined, after: Item | undefined): Iterable<string> {
    if (!before) return after ? this.#enter(after, bucketsOf(after)) : []
    if (after && isFiledAlike(before, after)) return bucketsOf(after)
    const left = new Set(bucketsOf(before))
    const entered = new Set(after ? bucketsOf(after) : [])
    this.#leave(before, left.difference(entered))
    if (after) this.#enter(after, entered.difference(left))
    return left.union(entered)
  }

  ids(bucket: string): Iterable<string> {
    return this.#buckets.get(bucket) ?? []
  }

  has(bucket: string, id: string): boolean {
    return this.#buckets.get(bucket)?.has(id) ?? false
  }

  idOfKey(key: string): string | undefined {
    return this.#idByKey.get(key)
  }

  #leave(item: Item, buckets: ReadonlySet<string>): void {
    for (const bucket of buckets) this.#buckets.get(bucket)?.delete(item.id)
    this.#idByKey.delete(item.key)
  }

  #enter(item: Item, buckets: Iterable<string>): Iterable<string> {
    for (const bucket of buckets) this.#bucket(bucket).add(item.id)
    if (!isProvisional(item.key)) this.#idByKey.set(item.key, item.id)
    return buckets
  }

  #bucket(name: string): Set<string> {
    const present = this.#buckets.get(name)
    if (present) return present
    const fresh = new Set<string>()
    this.#buckets.set(name, fresh)
    return fresh
  }
}

/** Until the server has handed out the number of a new item, its key ends in an ellipsis. */
export function isProvisional(key: string): boolean {
  return key.endsWith('…')
}

function isFiledAlike(before: Item, after: Item): boolean {
  return (
    before.key === after.key &&
    before.parentId === after.parentId &&
    before.responsibleId === after.responsibleId &&
    before.containerIds.length === after.containerIds.length &&
    before.containerIds.every((id, index) => id === after.containerIds[index])
  )
}

function bucketsOf(item: Item): string[] {
  const buckets = [ALL, ...item.containerIds]
  if (item.parentId !== null) buckets.push(item.parentId)
  if (item.responsibleId !== null) buckets.push(item.responsibleId)
  return buckets
}
