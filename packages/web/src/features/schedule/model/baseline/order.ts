import type { Change, Comparison } from './compare.ts'

/** By what a comparison can be ordered; `outline` is the order of the plan. */
export const COMPARED = ['start', 'finish', 'days', 'effortMin', 'costMinor'] as const
export type Compared = (typeof COMPARED)[number]

export type ComparisonOrder = { readonly by: Compared | 'outline'; readonly isDescending: boolean }

/** In an order of differences; what has none comes last either way, in the order of the plan. */
export function ordered(
  comparisons: readonly Comparison[],
  { by, isDescending }: ComparisonOrder,
): readonly Comparison[] {
  if (by === 'outline') return isDescending ? comparisons.toReversed() : comparisons
  const side = isDescending ? -1 : 1
  return comparisons.toSorted((a, b) => byDifference(a[by], b[by], side))
}

function byDifference(a: Change<unknown>, b: Change<unknown>, side: 1 | -1): number {
  if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null)
  return side * (a.by - b.by)
}
