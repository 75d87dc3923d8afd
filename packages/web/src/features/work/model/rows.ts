import type { WorkItem } from '@millrace/core/work'
import type { WorkGroup } from './grouping.ts'

/** One line of a grouped list, as the virtual window counts them. */
export type Row =
  | { readonly kind: 'header'; readonly group: WorkGroup; readonly isFolded: boolean }
  | { readonly kind: 'item'; readonly group: WorkGroup; readonly item: WorkItem }
  | { readonly kind: 'create'; readonly group: WorkGroup }

/** How groups are laid out as lines. */
export type RowOptions = {
  readonly folded: ReadonlySet<string>
  readonly hasHeaders: boolean
  readonly canCreate: boolean
}

/** The lines of one group: its header first, its items, the line to write on last. */
type Section = {
  readonly group: WorkGroup
  /** The index of its first line. */
  readonly start: number
  readonly end: number
  readonly isFolded: boolean
}

/**
 * Groups laid out as lines. One group without a name needs no header; a folded group is its header
 * alone; every open group ends with a line to write new items on, if creating is possible. Lines are
 * made when they are looked at: 10,000 items cost as much as their groups.
 */
export class Rows {
  readonly length: number
  readonly #sections: readonly Section[]
  readonly #head: number
  readonly #tail: number

  constructor(groups: readonly WorkGroup[], { folded, hasHeaders, canCreate }: RowOptions) {
    this.#head = hasHeaders ? 1 : 0
    this.#tail = canCreate ? 1 : 0
    let start = 0
    this.#sections = groups.map((group) => {
      const isFolded = hasHeaders && folded.has(group.key)
      const end = start + this.#head + (isFolded ? 0 : group.items.length + this.#tail)
      const section = { group, start, end, isFolded }
      start = end
      return section
    })
    this.length = start
  }

  at(index: number): Row | undefined {
    const section = this.#sectionAt(index)
    if (!section) return undefined
    const { group, start, isFolded } = section
    const item = group.items[index - start - this.#head]
    if (index < start + this.#head) return { kind: 'header', group, isFolded }
    return item ? { kind: 'item', group, item } : { kind: 'create', group }
  }

  /** The first line of an item; -1 when it has none. */
  indexOfItem(id: string): number {
    for (const { group, start, isFolded } of this.#sections) {
      const at = isFolded ? -1 : group.items.findIndex((item) => item.id === id)
      if (at >= 0) return start + this.#head + at
    }
    return -1
  }

  /** The header of a group; -1 when it has none. */
  indexOfHeader(key: string): number {
    const section = this.#sections.find(({ group }) => group.key === key)
    return section && this.#head > 0 ? section.start : -1
  }

  /** The line to write on of a group; -1 when it has none. */
  indexOfCreate(key: string): number {
    const section = this.#sections.find(({ group }) => group.key === key)
    return section && !section.isFolded && this.#tail > 0 ? section.end - 1 : -1
  }

  /** An item that has a line. */
  item(id: string): WorkItem | null {
    const row = this.at(this.indexOfItem(id))
    return row?.kind === 'item' ? row.item : null
  }

  /** The items that have lines, in their order; one with several labels once for each. */
  items(): readonly WorkItem[] {
    return this.#sections.flatMap(({ group, isFolded }) => (isFolded ? [] : group.items))
  }

  #sectionAt(index: number): Section | undefined {
    let [low, high] = [0, this.#sections.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const section = this.#sections[middle]
      if (!section) return undefined
      if (index < section.start) high = middle - 1
      else if (index >= section.end) low = middle + 1
      else return section
    }
    return undefined
  }
}

/** A line's name among its neighbours. An item with several labels has a line in each of their groups. */
export function keyOfRow(row: Row): string {
  return row.kind === 'item' ? `i:${row.group.key}:${row.item.id}` : `${row.kind}:${row.group.key}`
}
