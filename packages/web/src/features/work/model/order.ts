import type { WorkGroup } from './grouping.ts'

/** The items shown, each once, in the order that keys walk over. */
export type Order = {
  readonly has: (id: string) => boolean
  /** Made when it is first asked for: most changes are looked at without walking. */
  readonly ids: () => readonly string[]
}

/**
 * The order of groups.
 *
 * @param repeats whether an item may stand in several groups, as one with several labels does
 */
export function orderOf(groups: readonly Pick<WorkGroup, 'items'>[], repeats: boolean): Order {
  let known: readonly string[] | null = null
  const all = () => groups.flatMap((group) => group.items.map((item) => item.id))
  return {
    has: (id) => groups.some((group) => group.items.some((item) => item.id === id)),
    ids: () => {
      known ??= repeats ? [...new Set(all())] : all()
      return known
    },
  }
}
