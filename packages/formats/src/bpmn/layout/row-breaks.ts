/** Rows may be longer than they must, so that the first ones are full. */
const SLACK = 1.1

/**
 * Breaks what stands one after the other into rows, as few as can be and of much the same length.
 *
 * @param widths of the parts in their order, all from 0 on
 * @param limit no row is longer, but for a part that is longer itself
 * @returns the row of each part
 */
export function rowBreaks(widths: readonly number[], limit: number): readonly number[] {
  const rows = broken(widths, limit)
  const count = rows.at(-1) ?? 0
  let [low, high] = [Math.floor(limit / 2), limit]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((broken(widths, middle).at(-1) ?? 0) > count) low = middle + 1
    else high = middle
  }
  return broken(widths, Math.min(limit, high * SLACK))
}

function broken(widths: readonly number[], limit: number): readonly number[] {
  let [row, used] = [0, 0]
  return widths.map((width) => {
    if (used > 0 && used + width > limit) [row, used] = [row + 1, 0]
    used += width
    return row
  })
}
