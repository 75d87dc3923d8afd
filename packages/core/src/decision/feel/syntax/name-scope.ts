import { characterAt, isNamePart, isSpace } from './characters.ts'

/** Names that may hold blanks and signs, found at a place in a text. */
export class NameIndex {
  /** By the first word; sorted when they are first looked through. */
  readonly #byStart = new Map<string, { readonly names: Set<string>; sorted: readonly string[] | null }>()

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    const start = wordAt(name, 0)
    const entry = this.#byStart.get(start) ?? { names: new Set(), sorted: null }
    if (entry.names.has(name)) return
    entry.names.add(name)
    entry.sorted = null
    this.#byStart.set(start, entry)
  }

  /** The longest of these names that the text has at a place, so that `order total` wins over `order`. */
  match(text: string, at: number): NameMatch | null {
    const entry = this.#byStart.get(wordAt(text, at))
    if (entry === undefined) return null
    entry.sorted ??= [...entry.names].toSorted((a, b) => b.length - a.length)
    for (const name of entry.sorted) {
      const end = endOfName(text, at, name)
      if (end !== null) return { name, end }
    }
    return null
  }
}

/** The letters and digits at a place, up to the first blank or sign: a name never ends within them. */
function wordAt(text: string, from: number): string {
  let at = from
  for (let here = characterAt(text, at); isNamePart(here); here = characterAt(text, at)) at += here.length
  return text.slice(from, at)
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
  /** Names after a dot and within filters: keys met on the way, and components of types. */
  readonly components: readonly NameIndex[]
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

  /** A key of a context, which may stand behind dots from here on. */
  learn(component: string): void {
    this.#known.components[0]?.add(component)
  }

  matchComponent(text: string, at: number): NameMatch | null {
    return longest(this.#known.components, text, at)
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
    return longest(this.#isWithinFilter ? [...variables, ...components] : variables, text, at)
  }

  #with(names: readonly string[]): Known {
    return { ...this.#known, variables: [new NameIndex(names), ...this.#known.variables] }
  }
}

function longest(indexes: readonly NameIndex[], text: string, at: number): NameMatch | null {
  return indexes.reduce<NameMatch | null>((best, index) => {
    const match = index.match(text, at)
    return match !== null && match.end > (best?.end ?? 0) ? match : best
  }, null)
}
