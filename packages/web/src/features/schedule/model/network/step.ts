import type { Place } from './layout.ts'
import type { PlanNet } from './network.ts'

export type StepTo = 'next' | 'previous' | 'up' | 'down'

type Drawn = Pick<PlanNet, 'before' | 'after'> & { readonly places: readonly Place[] }

/**
 * Where an arrow key leads from an item: along a link to the one that lies nearest, or up and down in its column.
 *
 * @returns the same number where it leads nowhere
 */
export function stepFrom(at: number, to: StepTo, { before, after, places }: Drawn): number {
  const here = places[at]
  if (!here) return at
  const far = (other: number) => Math.abs((places[other]?.row ?? 0) - here.row)
  const nearest = (others: readonly number[]) =>
    others.toSorted((a, b) => far(a) - far(b) || a - b).at(0) ?? at
  switch (to) {
    case 'next':
      return nearest((after[at] ?? []).map((arrow) => arrow.to))
    case 'previous':
      return nearest((before[at] ?? []).map((arrow) => arrow.from))
    default: {
      const isThere = (row: number) => (to === 'up' ? row < here.row : row > here.row)
      return nearest(
        places.flatMap(({ column, row }, index) =>
          index !== at && column === here.column && isThere(row) ? [index] : [],
        ),
      )
    }
  }
}
