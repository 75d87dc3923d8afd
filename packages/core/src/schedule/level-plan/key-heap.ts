import { cell, whole } from './cell.ts'

/** Nodes that may be placed, the one with the lowest key first; of equal keys the lower number. */
export class KeyHeap {
  readonly #heap: Int32Array
  readonly #keys: Float64Array
  #size = 0

  /** @param keys by node; a key must not change while its node waits */
  constructor(keys: Float64Array) {
    this.#keys = keys
    this.#heap = new Int32Array(keys.length)
  }

  get size(): number {
    return this.#size
  }

  add(node: number): void {
    const heap = this.#heap
    let at = this.#size
    this.#size += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = whole(heap, parent)
      if (this.#isBefore(above, node)) break
      heap[at] = above
      at = parent
    }
    heap[at] = node
  }

  /** Takes the first one out of those that wait; there must be one. */
  take(): number {
    const heap = this.#heap
    const first = whole(heap, 0)
    this.#size -= 1
    const last = whole(heap, this.#size)
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.#size) break
      const right = whole(heap, child + 1)
      if (child + 1 < this.#size && this.#isBefore(right, whole(heap, child))) child += 1
      const below = whole(heap, child)
      if (!this.#isBefore(below, last)) break
      heap[at] = below
      at = child
    }
    heap[at] = last
    return first
  }

  #isBefore(one: number, other: number): boolean {
    const [key, than] = [cell(this.#keys, one), cell(this.#keys, other)]
    return key < than || (key === than && one < other)
  }
}
