import { characterAt, isNamePart, isSpace } from './characters.ts'

/** Names that may hold blanks and signs, found at a place in a text. */
export class NameIndex {
  /** By the first character, longest first, so that `order total` wins over `order`. */
  readonly #byStart = new Map<string, string[]>()

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    const start = characterAt(name, 0)
    const names = this.#byStart.get(start) ?? []
    if (names.includes(name)) return
    names.push(name)
    names.sort((a, b) => b.length - a.length)
    this.#byStart.set(start, names)
  }

  /** The longest of these names that the text has at a place, and where it ends. */
  match(text: string, at: number): NameMatch | null {
    for (const name of this.#byStart.get(characterAt(text, at)) ?? []) {
      const end = endOfName(text, at, name)
      if (end !== null) return { name, end }
    }
    return null
  }
}

export type NameMatch = { readonly name: string; readonly end: number }

/** A blank of the name stands for any stretch of space; a name never ends within a word. */
function endOfName(text: string, from: number, name: string): number | null {
  let at = from
  for (const character of name) {
    const here = characterAt(text, at)
    if (character === ' ' && isSpace(here)) {
      while (isSpace(characterAt(text, at))) at += 1
    } else if (here === character) {
      at += here.length
    } else return null
  }
  const last = name.at(-1) ?? ''
  return isNamePart(last) && isNamePart(characterAt(text, at)) ? null : at
}

type Known = {
  /** From the innermost outwards. */
  readonly variables: readonly NameIndex[]
  /** Names after a dot and within filters: components of types, and keys met on the way. */
  readonly components: NameIndex
  readonly types: NameIndex
}

/** The names known where an expression stands; inner ones are added while it is parsed. */
export class NameScope {
  readonly #known: Known
  readonly #isWithinFilter: boolean

  constructor(known: Known, isWithinFilter = false) {
    this.#known = known
    this.#isWithinFilter = isWithinFilter
  }

  get components(): NameIndex {
    return this.#known.components
  }

  get types(): NameIndex {
    return this.#known.types
  }

  within(names: readonly string[]): NameScope {
    return new NameScope(this.#with(names), this.#isWithinFilter)
  }

  /** Within a filter the components of the item are names, too. */
  withinFilter(): NameScope {
    return new NameScope(this.#with(['item']), true)
  }

  declare(name: string): void {
    this.#known.variables[0]?.add(name)
  }

  matchVariable(text: string, at: number): NameMatch | null {
    const { variables, components } = this.#known
    const indexes = this.#isWithinFilter ? [...variables, components] : variables
    return indexes.reduce<NameMatch | null>((best, index) => {
      const match = index.match(text, at)
      return match !== null && match.end > (best?.end ?? 0) ? match : best
    }, null)
  }

  #with(names: readonly string[]): Known {
    return { ...this.#known, variables: [new NameIndex(names), ...this.#known.variables] }
  }
}
