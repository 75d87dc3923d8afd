/** Finds labels by name, and collects those that have to be made. */
export type LabelMatcher = {
  /** The label's id; null when there is no room for another new one. */
  readonly find: (name: string) => { readonly id: string | null; readonly isCut: boolean }
  readonly fresh: () => readonly { readonly id: string; readonly name: string }[]
  /** How many of the labels asked for were there already. */
  readonly found: () => number
}

const NAME_MAX = 60
/** A column with more different words than this holds something else than labels. */
export const NEW_LABELS_MAX = 500

/** Matches labels without regard to case. */
export function createLabelMatcher(
  known: readonly { readonly id: string; readonly name: string }[],
  newId: (name: string) => string,
): LabelMatcher {
  const ids = new Map(known.map(({ id, name }) => [name.toLowerCase(), id]))
  const fresh = new Map<string, { readonly id: string; readonly name: string }>()
  const used = new Set<string>()
  return {
    find: (written) => {
      const name = written.slice(0, NAME_MAX).trim()
      const folded = name.toLowerCase()
      const isCut = name.length < written.length
      const id = ids.get(folded) ?? fresh.get(folded)?.id ?? null
      if (id !== null) {
        used.add(id)
        return { id, isCut }
      }
      if (fresh.size >= NEW_LABELS_MAX) return { id: null, isCut }
      const made = { id: newId(folded), name }
      fresh.set(folded, made)
      return { id: made.id, isCut }
    },
    fresh: () => [...fresh.values()],
    found: () => [...used].filter((id) => known.some((label) => label.id === id)).length,
  }
}

/** So many labels fit on an item. */
const LABELS_MAX = 50

/** Labels written in one cell. */
export function splitLabels(text: string): readonly string[] {
  const names = text
    .split(/[,;|\n]/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '')
  return [...new Set(names)].slice(0, LABELS_MAX)
}
