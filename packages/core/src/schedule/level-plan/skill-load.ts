import { plainDate } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import { type OpenDemand, openDemandsOf } from './demand.ts'
import { addSpans, countMinutes, daysOf, edgesOf, type LoadBucket, type LoadSpan } from './load.ts'
import { type Pool, poolOf } from './pool.ts'
import type { PooledPlans } from './resources.ts'

/** A day or week of a skill: all work of those who have it and of whoever is still to be chosen, and what they have. */
export type SkillBucket = LoadBucket & {
  /** What of the work nobody has been chosen for. */
  readonly openMin: number
}

/** The load of a skill that somebody is still to be chosen by, in days of the first plan. */
export type SkillLoad = { readonly skill: string; readonly buckets: readonly SkillBucket[] }

/**
 * Minutes of work that waits for somebody with a skill, by day or week, against what all who have the skill have
 * together. Of what they do already, no more counts than each of them has: the overload of one takes nothing from the
 * others. Whoever has two skills counts for both of them.
 *
 * @param dates of items, as planned: those without ask for nothing
 * @returns skills that somebody is still to be chosen by, in their order; every day or week of the span
 */
export function skillLoadOf(
  plans: PooledPlans,
  dates: readonly DatedTask[],
  span: LoadSpan,
): readonly SkillLoad[] {
  const pool = poolOf(plans)
  const open = Map.groupBy(openDemandsOf(pool, dates), ({ skill }) => skill)
  const days = daysOf(span)
  if (open.size === 0 || days.firsts.length === 0) return []
  const edges = edgesOf(pool.lines.zoneOf(plans.plans[0]?.options.calendarId ?? ''), days)
  const counted = countMinutes(pool, dates, days)
  return [...open.keys()].toSorted().map((skill) => {
    const able = counted.filter((_, index) => canDo(pool, index, skill))
    const openMin = minutesOf(open.get(skill) ?? [], edges)
    const buckets = days.firsts.map((day, index): SkillBucket => {
      const given = able.reduce(
        (sum, { work, capacity }) => sum + Math.min(work[index] ?? 0, capacity[index] ?? 0),
        0,
      )
      return {
        on: plainDate(day),
        workMin: Math.round((openMin[index] ?? 0) + given),
        openMin: Math.round(openMin[index] ?? 0),
        capacityMin: Math.round(able.reduce((sum, { capacity }) => sum + (capacity[index] ?? 0), 0)),
      }
    })
    return { skill, buckets }
  })
}

function canDo({ resources }: Pool, index: number, skill: string): boolean {
  const source = resources[index]?.source
  return source !== undefined && source.kind !== 'material' && source.skills?.includes(skill) === true
}

function minutesOf(demands: readonly OpenDemand[], edges: Float64Array): Float64Array {
  const minutes = new Float64Array(edges.length - 1)
  for (const { units, spans } of demands) addSpans(edges, minutes, { spans, units })
  return minutes
}
