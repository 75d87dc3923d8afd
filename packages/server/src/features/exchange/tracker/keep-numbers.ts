import type { TrackerItem } from '@millrace/formats/tracker'
import type { TrackerSource } from './tracker-source.ts'

/** Numbers as databases count them, with room for those to come. */
const NUMBER_MAX = 999_999_999

/**
 * The numbers of items that keep their keys: all of them do, when a new container is made with the
 * key that all of theirs begin with. Otherwise none does, and their keys stay in their texts.
 */
export function keptNumbers({ mapping, board }: TrackerSource): ReadonlyMap<string, number> {
  const { target } = mapping
  const none = new Map<string, number>()
  if (target.kind !== 'new') return none
  const numbers = new Map(board.items.map((item) => [item.ref, numberOf(item, target.key)]))
  const known = new Set(numbers.values())
  if (known.has(null) || known.size < board.items.length) return none
  // None of them is null.
  return numbers as ReadonlyMap<string, number>
}

function numberOf({ key }: TrackerItem, prefix: string): number | null {
  if (key?.startsWith(`${prefix}-`) !== true) return null
  const written = key.slice(prefix.length + 1)
  const number = /^[1-9]\d{0,8}$/.test(written) ? Number(written) : NUMBER_MAX + 1
  return number <= NUMBER_MAX ? number : null
}
