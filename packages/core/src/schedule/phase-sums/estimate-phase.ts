import type { Phase, Ranges } from '../phase.ts'

/** What lies between two ends, both included. */
export type Range = { readonly low: number; readonly high: number }

/** What some work takes, as far as it is known: minutes of work, working minutes, people at once, minor units. */
export type Takes = {
  readonly effort: Range | null
  readonly duration: Range | null
  readonly people: Range | null
  readonly cost: Range | null
}

/** An item of a later phase, as far as it is known. */
export type Package = Ranges & {
  readonly effortLowMin: number | null
  readonly effortHighMin: number | null
}

/**
 * What a phase takes that is not planned in detail. What was said of the phase itself holds until its packages come to
 * more. Where nobody said how long it lasts, it follows from its effort and its people; else the longest package is
 * the least, and all of them one after the other the most.
 */
export function estimatePhase(phase: Phase, packages: readonly Package[]): Takes {
  const own = takesOf(phase)
  const known = packages.map(takesOf)
  const of = (name: keyof Takes) => known.flatMap((takes) => takes[name] ?? [])
  const effort = atLeast(own.effort, sumOf(of('effort')))
  const people = own.people ?? spreadOf(of('people'))
  return {
    effort,
    people,
    cost: atLeast(own.cost, sumOf(of('cost'))),
    duration: own.duration ?? durationOf(effort, people) ?? spreadOf(of('duration')),
  }
}

/** What is said of a phase or a package. */
export function takesOf(said: Package): Takes {
  return {
    effort: rangeOf(said.effortLowMin, said.effortHighMin),
    duration: rangeOf(said.durationLowMin, said.durationHighMin),
    people: rangeOf(said.peopleLow, said.peopleHigh),
    cost: rangeOf(said.costLowMinor, said.costHighMinor),
  }
}

function rangeOf(low: number | null, high: number | null): Range | null {
  return low === null || high === null ? null : { low, high }
}

/** All of them together; null when there is none. */
export function sumOf(ranges: readonly Range[]): Range | null {
  return fold(ranges, (one, other) => ({ low: one.low + other.low, high: one.high + other.high }))
}

/** At once the greatest, one after the other all of them. */
function spreadOf(ranges: readonly Range[]): Range | null {
  return fold(ranges, (one, other) => ({ low: Math.max(one.low, other.low), high: one.high + other.high }))
}

function atLeast(own: Range | null, parts: Range | null): Range | null {
  return fold([own ?? [], parts ?? []].flat(), (one, other) => {
    return { low: Math.max(one.low, other.low), high: Math.max(one.high, other.high) }
  })
}

function fold(ranges: readonly Range[], join: (one: Range, other: Range) => Range): Range | null {
  const [first, ...rest] = ranges
  return first === undefined ? null : rest.reduce(join, first)
}

/** Much work with few people takes longest. */
function durationOf(effort: Range | null, people: Range | null): Range | null {
  if (effort === null || people === null || people.low <= 0) return null
  return { low: Math.round(effort.low / people.high), high: Math.round(effort.high / people.low) }
}
