/**
 * The strongly connected component of every node: nodes have the same number exactly when each can
 * be reached from the other. Linear, and without recursion, so that long chains cannot overflow
 * the stack.
 *
 * @param successors node numbers by node
 * @see Tarjan, Depth-first search and linear graph algorithms, 1972
 */
export function stronglyConnected(successors: readonly (readonly number[])[]): readonly number[] {
  return new Search(successors).components
}

const UNSEEN = -1

class Search {
  readonly components: number[]
  readonly #successors: readonly (readonly number[])[]
  readonly #order: number[]
  readonly #low: number[]
  /** Nodes whose component is not complete. */
  readonly #open: number[] = []
  /** Path from the root of the search, with how many successors of each were looked at. */
  readonly #path: { readonly node: number; at: number }[] = []
  #next = 0
  #count = 0

  constructor(successors: readonly (readonly number[])[]) {
    this.#successors = successors
    this.components = successors.map(() => UNSEEN)
    this.#order = successors.map(() => UNSEEN)
    this.#low = successors.map(() => UNSEEN)
    for (let root = 0; root < successors.length; root += 1) {
      if (this.#order[root] === UNSEEN) this.#searchFrom(root)
    }
  }

  #searchFrom(root: number): void {
    this.#enter(root)
    for (let step = this.#path.at(-1); step !== undefined; step = this.#path.at(-1)) {
      const next = this.#successors[step.node]?.[step.at]
      step.at += 1
      if (next === undefined) this.#leave(step.node)
      else if (this.#order[next] === UNSEEN) this.#enter(next)
      else if (this.components[next] === UNSEEN) this.#lower(step.node, this.#order[next] ?? 0)
    }
  }

  #enter(node: number): void {
    this.#order[node] = this.#next
    this.#low[node] = this.#next
    this.#next += 1
    this.#open.push(node)
    this.#path.push({ node, at: 0 })
  }

  #leave(node: number): void {
    this.#path.pop()
    const parent = this.#path.at(-1)
    if (parent !== undefined) this.#lower(parent.node, this.#low[node] ?? 0)
    if (this.#low[node] !== this.#order[node]) return
    for (let member = this.#open.pop(); member !== undefined; member = this.#open.pop()) {
      this.components[member] = this.#count
      if (member === node) break
    }
    this.#count += 1
  }

  #lower(node: number, order: number): void {
    this.#low[node] = Math.min(this.#low[node] ?? order, order)
  }
}
