/** Longer words are not misspelt names, and comparing them costs their length squared. */
const MAX_LENGTH = 40

/**
 * The name that a misspelt word probably means: the one with the fewest letters added, left out,
 * replaced or swapped with their neighbour, at most a third of the word.
 *
 * @returns null when nothing is near
 * @see Damerau, A Technique for Computer Detection and Correction of Spelling Errors, 1964
 */
export function closestName(word: string, names: Iterable<string>): string | null {
  if (word.length > MAX_LENGTH) return null
  const wanted = word.toLowerCase()
  let best: string | null = null
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue
    const distance = editDistance(wanted, name.toLowerCase())
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best
}

function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const longer = Math.min(last[j] ?? 0, row[j - 1] ?? 0) + 1
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? (beforeLast[j - 2] ?? changed) + 1 : changed
      row.push(Math.min(changed, longer, swapped))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
