import type { ListedInstance } from '@millrace/contract'
import { useState } from 'react'

/**
 * Which of the shown instances are chosen, or everything that the filter finds.
 *
 * @param found names what was looked for: what is chosen belongs to that
 */
export function useChoice(shown: readonly ListedInstance[], found: string) {
  const [chosen, setChosen] = useState<{
    readonly found: string
    readonly ids: ReadonlySet<string>
    readonly isEverything: boolean
  }>({ found, ids: new Set(), isEverything: false })
  const own = chosen.found === found ? chosen.ids : new Set<string>()
  const isEverything = chosen.found === found && chosen.isEverything
  const among = shown.filter(({ id }) => own.has(id))
  const isAll = shown.length > 0 && among.length === shown.length
  const put = (ids: ReadonlySet<string>, everything = false) =>
    setChosen({ found, ids, isEverything: everything })
  return {
    ids: among.map(({ id }) => id),
    /** The version that most of them run by. */
    modelNumber: mostOf(among.map(({ modelNumber }) => modelNumber)),
    count: among.length,
    isAll,
    isEverything,
    has: (id: string) => own.has(id),
    toggle: (id: string) => put(new Set(own.has(id) ? [...own].filter((one) => one !== id) : [...own, id])),
    toggleAll: () => put(new Set(isAll ? [] : shown.map(({ id }) => id))),
    chooseEverything: () => put(new Set(shown.map(({ id }) => id)), true),
    clear: () => put(new Set()),
  }
}

/** What is chosen, as the parts of the list show it. */
export type Choice = ReturnType<typeof useChoice>

function mostOf(numbers: readonly number[]): number {
  const counts = [...Map.groupBy(numbers, (number) => number)]
  return counts.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? 1
}
