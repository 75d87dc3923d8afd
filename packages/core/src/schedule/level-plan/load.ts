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
  const [first, last] = [dayNumber(span.fromOn), dayNumber(span.toOn)]
  if (first === undefined || last === undefined || last < first) return []
  const pool = poolOf(plans)
  const days = bucketDays({ first, last, by: span.by })
  const work = pool.resources.map((resource) => ({
    resource,
    edges: edgesOf(resource, days, last),
    minutes: new Float64Array(days.length),
  }))
  for (const { resource, units, spans } of [...demandsOf(pool, dates), ...outsideDemands(pool)]) {
    const into = work[resource]
    if (into) addSpans(into.edges, into.minutes, { spans, units })
  }
  return plans.resources.flatMap(({ id, kind }) => {
    const found = work[pool.resourceOf.get(id) ?? -1]
    if (!found || kind === 'material') return []
    const capacity = capacityIn(pool, found.resource, found.edges)
    const buckets = days.map(
      (day, index): LoadBucket => ({
        on: plainDate(day),
        workMin: Math.round(found.minutes[index] ?? 0),
        capacityMin: Math.round(capacity[index] ?? 0),
      }),
    )
    return [{ resourceId: id, buckets }]
  })
}

type Days = { readonly first: number; readonly last: number; readonly by: 'day' | 'week' }

/** First days of what is counted, since 1970: a Thursday. */
function bucketDays({ first, last, by }: Days): readonly number[] {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return by === 'day' ? days : days.filter((day) => day === first || (day + 3) % 7 === 0)
}

/** When each bucket begins in the zone of a resource, and when the last one ends. */
function edgesOf({ timeZone }: PoolResource, days: readonly number[], last: number): Float64Array {
  const first = days[0] ?? last
  const starts = dayStarts(timeZone, first, last + 1)
  return Float64Array.from([...days, last + 1], (day) => starts[day - first] ?? 0)
}

type Taken = { readonly spans: Spans; readonly units: number }

/** Adds the minutes of stretches to the buckets that they lie in. */
function addSpans(edges: Float64Array, minutes: Float64Array, { spans, units }: Taken): void {
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
