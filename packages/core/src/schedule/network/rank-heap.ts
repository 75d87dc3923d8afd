/** Nodes waiting to be looked at, each once, lowest first (or highest first). */
export class RankHeap {
  readonly #heap: number[] = []
  readonly #isWaiting: Uint8Array
  readonly #sign: 1 | -1

  constructor(count: number, first: 'lowest' | 'highest') {
    this.#isWaiting = new Uint8Array(count)
    this.#sign = first === 'lowest' ? 1 : -1
  }

  /** Adds a node, unless it waits already. */
  add(node: number): void {
    if (this.#isWaiting[node] === 1) return
    this.#isWaiting[node] = 1
    const heap = this.#heap
    const key = node * this.#sign
    let at = heap.length
    heap.push(key)
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent] ?? 0
      if (above <= key) break
      heap[at] = above
      at = parent
    }
    heap[at] = key
  }

  /** Takes the first one out; undefined when none waits. */
  take(): number | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined) return undefined
    if (heap.length > 0) this.#sink(last)
    const node = first * this.#sign
    this.#isWaiting[node] = 0
    return node
  }

  /** Takes all of them out. */
  clear(): void {
    for (let node = this.take(); node !== undefined; ) node = this.take()
  }

  #sink(key: number): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1
      const below = heap[child] ?? 0
      if (below >= key) break
      heap[at] = below
      at = child
    }
    heap[at] = key
  }
}
