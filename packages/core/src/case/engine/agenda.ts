/** What is to be looked at: exits before entries before completions, each in the order of the plan. */
export type AgendaEntry = {
  /** 0: may leave; 1: may enter; 2: may complete. */
  readonly kind: 0 | 1 | 2
  readonly rank: number
  readonly itemId: number
}

/** What is still to be looked at, the first first; nothing is in it twice. */
export class Agenda {
  readonly #heap: AgendaEntry[] = []
  readonly #known = new Set<string>()

  add(entry: AgendaEntry): void {
    const key = keyOf(entry)
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.#heap.push(entry)
    this.#rise(this.#heap.length - 1)
  }

  take(): AgendaEntry | undefined {
    const [first] = this.#heap
    const last = this.#heap.pop()
    if (first === undefined || last === undefined) return undefined
    this.#known.delete(keyOf(first))
    if (this.#heap.length > 0) {
      this.#heap[0] = last
      this.#sink()
    }
    return first
  }

  #rise(from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#swapIfBefore(at, above)) return
      at = above
    }
  }

  #sink(): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [one, other] = [this.#heap[left], this.#heap[left + 1]]
      if (one === undefined) return
      const below = other !== undefined && isBefore(other, one) ? left + 1 : left
      if (!this.#swapIfBefore(below, at)) return
      at = below
    }
  }

  /** @returns whether they were out of order */
  #swapIfBefore(below: number, above: number): boolean {
    const [lower, upper] = [this.#heap[below], this.#heap[above]]
    if (lower === undefined || upper === undefined || !isBefore(lower, upper)) return false
    this.#heap[above] = lower
    this.#heap[below] = upper
    return true
  }
}

function keyOf({ kind, itemId }: AgendaEntry): string {
  return `${kind} ${itemId}`
}

function isBefore(one: AgendaEntry, other: AgendaEntry): boolean {
  if (one.kind !== other.kind) return one.kind < other.kind
  return one.rank === other.rank ? one.itemId < other.itemId : one.rank < other.rank
}
