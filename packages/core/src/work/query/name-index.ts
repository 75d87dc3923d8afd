import { compareText, foldText } from './fold.ts'

/** Something that queries name. */
export type NamedEntry = {
  readonly id: string
  /** What people call it, shown beside suggestions. */
  readonly name: string
  /** What a query writes to mean this one and no other. */
  readonly written: string
  /** Name and written form, folded, as suggestions look for them. */
  readonly folded: readonly string[]
}

/** By what an entry can be found, most certain first: a later tier is asked only if no earlier one knows. */
export type Tiers = readonly (readonly string[])[]

/** Sorting place of each id, from 0. */
export type Places = ReadonlyMap<string, number>

/** Finds entries by id, key or name in constant time, whatever their number. */
export type NameIndex = {
  readonly entries: readonly NamedEntry[]
  /** Entries of the most certain tier that knows the text: one, none, or several that share it. */
  readonly find: (text: string) => readonly NamedEntry[]
  /** Entries whose name contains the folded text. */
  readonly containing: (folded: string) => readonly NamedEntry[]
  /** Place of each id when sorted by folded name. Entries of one name share a place. */
  readonly places: () => Places
}

/** Builds the index once; folding is its only cost. */
export function indexNames<Source>(
  sources: readonly Source[],
  describe: (source: Source) => Omit<NamedEntry, 'folded'> & { readonly tiers: Tiers },
): NameIndex {
  const maps: Map<string, NamedEntry[]>[] = []
  const folded: { readonly name: string; readonly entry: NamedEntry }[] = []
  for (const source of sources) {
    const { tiers, ...described } = describe(source)
    const name = foldText(described.name)
    const isSame = described.written === described.name
    const entry = { ...described, folded: isSame ? [name] : [name, foldText(described.written)] }
    folded.push({ name, entry })
    tiers.forEach((texts, tier) => {
      const map = (maps[tier] ??= new Map())
      for (const text of texts) addTo(map, text === entry.name ? name : foldText(text), entry)
    })
  }
  let places: Places | null = null
  return {
    entries: folded.map(({ entry }) => entry),
    find: (text) => {
      const wanted = foldText(text)
      return maps.find((map) => map.has(wanted))?.get(wanted) ?? []
    },
    containing: (text) => folded.filter(({ name }) => name.includes(text)).map(({ entry }) => entry),
    places: () => (places ??= placesByName(folded)),
  }
}

function addTo(map: Map<string, NamedEntry[]>, text: string, entry: NamedEntry): void {
  const known = map.get(text)
  if (!known) map.set(text, [entry])
  else if (known.at(-1) !== entry) known.push(entry)
}

function placesByName(folded: readonly { readonly name: string; readonly entry: NamedEntry }[]): Places {
  const places = new Map<string, number>()
  let place = -1
  let previous: string | null = null
  for (const { name, entry } of folded.toSorted((a, b) => compareText(a.name, b.name))) {
    if (name !== previous) place++
    previous = name
    places.set(entry.id, place)
  }
  return places
}
