/**
 * Places things in a column: each as near to where it wants to be as the others let it, in the given order and
 * at least one row apart. Nothing is placed better by moving several of them together.
 *
 * @param wished rows, in the order from top to bottom; need not be whole or sorted
 * @see Ayer et al., An empirical distribution function for sampling with incomplete information, 1955
 *   (pool adjacent violators)
 */
export function spread(wished: readonly number[]): readonly number[] {
  // With the index taken off, "a row apart" becomes "not above": monotone regression.
  const blocks: { sum: number; count: number }[] = []
  wished.forEach((wish, index) => {
    let block = { sum: wish - index, count: 1 }
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count }
      blocks.pop()
    }
    blocks.push(block)
  })
  const placed = blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)))
  return placed.map((row, index) => row + index)
}

function mean({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count
}
