/** Short words differ by one letter from too many others. */
const TYPO_LENGTH_MIN = 4
/** From here on two slips are forgiven. */
const TWO_TYPOS_LENGTH_MIN = 8

/**
 * Whether a word, or its beginning, may have been meant by what was typed: letters left out, too many,
 * wrong or the wrong way round, one in words of four letters, two from eight letters on.
 *
 * @see Oommen & Loke, Pattern recognition of strings with substitutions, insertions, deletions and
 *   generalized transpositions, 1997 (optimal string alignment)
 */
export function isSpeltLike(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true
  if (typed.length < TYPO_LENGTH_MIN) return false
  const allowed = typed.length < TWO_TYPOS_LENGTH_MIN ? 1 : 2
  if (word.length < typed.length - allowed) return false
  return distanceToBeginning(typed, word.slice(0, typed.length + allowed)) <= allowed
}

/** Slips between what was typed and the beginning of the word that is nearest to it. */
function distanceToBeginning(typed: string, word: string): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: word.length + 1 }, (_, index) => index)
  for (let i = 1; i <= typed.length; i++) {
    const row = [i]
    for (let j = 1; j <= word.length; j++) {
      const cost = typed[i - 1] === word[j - 1] ? 0 : 1
      const isTurned = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + cost,
          isTurned ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = last
    last = row
  }
  return Math.min(...last)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

/** Groups of three letters that slips spoil at most: one letter three, two that change places four. */
const SPOILT = { one: 4, two: 6 } as const

/**
 * The shares of the groups of three letters of a word that stay in spite of slips: what is less alike
 * need not be looked at. First that for one slip, then, where they are forgiven, that for two. Between
 * 0.3 and 0.6.
 */
export function similarityFloors(word: string): readonly number[] {
  const groups = word.length + 1
  const floorFor = (spoilt: number) => Math.min(0.6, Math.max(0.3, (groups - spoilt) / groups - 0.02))
  return word.length < TWO_TYPOS_LENGTH_MIN
    ? [floorFor(SPOILT.one)]
    : [floorFor(SPOILT.one), floorFor(SPOILT.two)]
}
