import { NameIndex } from '../syntax/name-scope.ts'

/** Where a variable is found: so many frames outwards, at that place. */
export type Slot = { readonly depth: number; readonly index: number }

/** The names of one frame and those around it, known while compiling. */
export class Scope {
  readonly names: readonly string[]
  readonly parent: Scope | null
  /** In a filter the parts of the item at place 0 are names, too. */
  readonly isFilter: boolean

  #index: NameIndex | undefined

  constructor(names: readonly string[], parent: Scope | null, isFilter = false) {
    this.names = names
    this.parent = parent
    this.isFilter = isFilter
  }

  /** The variable, and the filters that lie within it and may know the name first. */
  find(name: string): { readonly slot: Slot | null; readonly filters: readonly number[] } {
    const filters: number[] = []
    for (const [depth, { names, isFilter }] of this.#outwards().entries()) {
      const index = names.lastIndexOf(name)
      if (isFilter) filters.push(depth)
      if (index >= 0) return { slot: { depth, index }, filters }
    }
    return { slot: null, filters }
  }

  /** The names for reading a text in this scope, from the innermost frame outwards. */
  indexes(): readonly NameIndex[] {
    this.#index ??= new NameIndex(this.names)
    return this.parent === null ? [this.#index] : [this.#index, ...this.parent.indexes()]
  }

  #outwards(): readonly Scope[] {
    return this.parent === null ? [this] : [this, ...this.parent.#outwards()]
  }
}
