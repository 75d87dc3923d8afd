import { dayStarts, type Minute, type Spans } from '../../calendar/index.ts'
import { dayNumber, type Id, type PlainDate, plainDate } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import { demandsOf } from './demand.ts'
import { outsideDemands } from './outside-work.ts'
import { type Pool, type PoolResource, poolOf } from './pool.ts'
import type { PooledPlans } from './resources.ts'

/** What is to be counted: days from one to another, both inclusive, one by one or in weeks from Monday on. */
export type LoadSpan = { readonly fromOn: PlainDate; readonly toOn: PlainDate; readonly by: 'day' | 'week' }

/** A day or week of a resource: minutes of work planned, and minutes that it has. */
export type LoadBucket = {
  /** Its first day; a week that begins before the span is counted from the span on. */
  readonly on: PlainDate
  readonly workMin: number
  readonly capacityMin: number
}

/** The load of a resource, in days of the zone of its calendar. */
export type ResourceLoad = { readonly resourceId: Id<'Resource'>; readonly buckets: readonly LoadBucket[] }

/**
 * Minutes of work, outside work included, and of capacity for each resource by day or week: what histograms show. A resource of
 * two units has two minutes in every minute. Material has no load.
 *
 * @param dates of items, as planned or as levelled: those without are not counted
 * @returns by resource in the order they came in, every day or week of the span; none when it is empty or no span
 */
export function loadOf(
  plans: PooledPlans,
  dates: readonly DatedTask[],
  span: LoadSpan,
): readonly ResourceLoad[] {
  const pool = poolOf(plans)
  const days = daysOf(span)
  if (days.firsts.length === 0) return []
  const counted = countMinutes(pool, dates, days)
  return plans.resources.flatMap(({ id, kind }) => {
    const found = counted[pool.resourceOf.get(id) ?? -1]
    if (!found || kind === 'material') return []
    const buckets = days.firsts.map(
      (day, index): LoadBucket => ({
        on: plainDate(day),
        workMin: Math.round(found.work[index] ?? 0),
        capacityMin: Math.round(found.capacity[index] ?? 0),
      }),
    )
    return [{ resourceId: id, buckets }]
  })
}

/** First days of what is counted, since 1970, and the last day of all; none when the span is empty or no span. */
export type Days = { readonly firsts: readonly number[]; readonly last: number }

export function daysOf({ fromOn, toOn, by }: LoadSpan): Days {
  const [first, last] = [dayNumber(fromOn), dayNumber(toOn)]
  if (first === undefined || last === undefined || last < first) return { firsts: [], last: 0 }
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  // The first day of 1970 was a Thursday.
  return { firsts: by === 'day' ? days : days.filter((day) => day === first || (day + 3) % 7 === 0), last }
}

/** Minutes of work and of capacity of a resource of the pool, by bucket. */
export type Minutes = { readonly work: Float64Array; readonly capacity: Float64Array }

/** By the places of the resources. */
export function countMinutes(pool: Pool, dates: readonly DatedTask[], days: Days): readonly Minutes[] {
  const all = pool.resources.map((resource) => {
    const edges = edgesOf(resource.timeZone, days)
    return { edges, work: new Float64Array(days.firsts.length), capacity: capacityIn(pool, resource, edges) }
  })
  for (const { resource, units, spans } of [...demandsOf(pool, dates), ...outsideDemands(pool)]) {
    const into = all[resource]
    if (into) addSpans(into.edges, into.work, { spans, units })
  }
  return all
}

/** When each bucket begins in a time zone, and when the last one ends. */
export function edgesOf(timeZone: string, { firsts, last }: Days): Float64Array {
  const first = firsts[0] ?? last
  const starts = dayStarts(timeZone, first, last + 1)
  return Float64Array.from([...firsts, last + 1], (day) => starts[day - first] ?? 0)
}

type Taken = { readonly spans: Spans; readonly units: number }

/** Adds the minutes of stretches to the buckets that they lie in. */
export function addSpans(edges: Float64Array, minutes: Float64Array, { spans, units }: Taken): void {
  let bucket = 0
  for (const [index, start] of spans.starts.entries()) {
    const end = spans.ends[index] ?? start
    while (bucket < minutes.length && edge(edges, bucket + 1) <= start) bucket += 1
    for (let at = bucket; at < minutes.length && edge(edges, at) < end; at += 1) {
      const within = Math.min(end, edge(edges, at + 1)) - Math.max(start, edge(edges, at))
      minutes[at] = (minutes[at] ?? 0) + Math.max(0, within) * units
    }
  }
}

function edge(edges: Float64Array, index: number): Minute {
  return edges[index] ?? Number.POSITIVE_INFINITY
}

function capacityIn({ lines }: Pool, { line, steps }: PoolResource, edges: Float64Array): Float64Array {
  const minutes = new Float64Array(edges.length - 1)
  const [from, to]: readonly Minute[] = [edges[0] ?? 0, edges.at(-1) ?? 0]
  for (const [index, { fromAt, units }] of steps.entries()) {
    const begin = Math.max(from ?? 0, fromAt)
    const end = Math.min(to ?? 0, steps[index + 1]?.fromAt ?? Number.POSITIVE_INFINITY)
    if (begin < end) addSpans(edges, minutes, { spans: lines.at(line).spansBetween(begin, end), units })
  }
  return minutes
}
