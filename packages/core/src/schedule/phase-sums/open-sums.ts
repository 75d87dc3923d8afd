import type { Phase } from '../phase.ts'
import type { ProjectRow } from '../project-plan/project-plan.ts'
import { type Package, type Range, sumOf, type Takes, takesOf } from './estimate-phase.ts'

/** A sum: a point where both ends are the same. `isOpen`: something in it is not known, so that it is the least. */
export type Sum = Range & { readonly isOpen: boolean }

/** Items of a phase, with what is said of items as ranges. */
type Inside = {
  readonly rows: readonly Pick<ProjectRow, 'itemId'>[]
  readonly packages: ReadonlyMap<string, Package>
}

/** What is said of the phase itself says all; packages only what they say. */
export function openSums(phase: Phase, takes: Takes, { rows, packages }: Inside) {
  const own = takesOf(phase)
  const isOpen = (name: keyof Takes) => {
    if (own[name] !== null) return false
    return rows.some(({ itemId }) => {
      const said = packages.get(itemId)
      return said === undefined || takesOf(said)[name] === null
    })
  }
  return {
    effortMin: asSum(takes.effort, isOpen('effort')),
    durationMin: asSum(takes.duration, false),
    people: asSum(takes.people, false),
    costMinor: asSum(takes.cost, isOpen('cost')),
  }
}

/** A part of which nothing is known leaves the sum open. */
export function total(parts: readonly (Sum | null)[]): Sum | null {
  const known = parts.filter((part) => part !== null)
  return asSum(sumOf(known), known.length < parts.length || known.some(({ isOpen }) => isOpen))
}

/** Null: nothing is known. */
export function asSum(range: Range | null, isOpen: boolean): Sum | null {
  return range && { low: range.low, high: range.high, isOpen }
}
