/** Calls listeners by topic, once per topic and flush, however often the topic was marked. */
export class Signals {
  readonly #listeners = new Map<string, Set<() => void>>()
  #marked = new Set<string>()

  subscribe(topic: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic)
    }
  }

  /** Topics that nobody listens to are passed over: a snapshot marks tens of thousands. */
  mark(topic: string): void {
    if (this.#listeners.has(topic)) this.#marked.add(topic)
  }

  flush(): void {
    const marked = this.#marked
    this.#marked = new Set()
    for (const topic of marked) {
      for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener()
    }
  }
}
