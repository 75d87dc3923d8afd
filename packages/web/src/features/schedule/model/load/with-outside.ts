import type { OutsideWorkView } from '@millrace/contract'
import { type LoadSpan, loadOf, type OutsideWork } from '@millrace/core/schedule'
import type { PlanPool } from './plan-pool.ts'

const MINUTE_MS = 60_000

/** How the ids of work begin that has none for the reader. */
const NAMELESS = 'elsewhere '

/** Whether an id is that of work which the reader may not know. */
export function isNameless(id: string): boolean {
  return id.startsWith(NAMELESS)
}

/** Work of another project. Nulls: it counts, and its name is not for the reader. */
export type OutsidePart = OutsideWork & {
  readonly title: string | null
  readonly containerId: string | null
  readonly projectName: string | null
}

/** The pool of a plan with what other projects take of it. */
export type SharedPool = PlanPool & { readonly outside: readonly OutsidePart[] }

/** Counts what other projects ask of the people and machines of a plan. */
export function withOutside(pool: PlanPool, answer: OutsideWorkView | undefined): SharedPool {
  const known = new Set<string>(pool.pooled.resources.map(({ id }) => id))
  const names = new Map(answer?.projects.map(({ containerId, name }) => [containerId, name]))
  const outside = (answer?.work ?? []).flatMap((each, index): readonly OutsidePart[] => {
    const { resourceId, itemId, title, containerId, workMin } = each
    if (!known.has(resourceId)) return []
    const span = {
      startAt: Math.floor(each.startAt / MINUTE_MS),
      finishAt: Math.floor(each.finishAt / MINUTE_MS),
    }
    const projectName = names.get(containerId ?? '') ?? null
    return [
      {
        id: itemId ?? `${NAMELESS}${String(index)}`,
        ...{ resourceId, title, containerId, projectName, workMin },
        ...span,
      },
    ]
  })
  return { ...pool, outside, pooled: { ...pool.pooled, outside } }
}

/** What work elsewhere takes of a resource in a stretch of days. The nameless has an empty id. */
export type OutsideLoad = Pick<OutsidePart, 'id' | 'title' | 'projectName' | 'workMin'>

/** Which work elsewhere is part of the load of a resource between two days, the largest first; the nameless as one. */
export function outsideLoadsOf(
  { pooled, outside }: SharedPool,
  resourceId: string,
  days: Pick<LoadSpan, 'fromOn' | 'toOn'>,
): readonly OutsideLoad[] {
  const resources = pooled.resources.filter(({ id }) => id === resourceId)
  const plans = pooled.plans.map((plan) => ({ ...plan, tasks: [], links: [] }))
  const minutesOf = (parts: readonly OutsidePart[]) => {
    const load = loadOf({ plans, resources, assignments: [], outside: parts }, [], { ...days, by: 'day' })
    return load[0]?.buckets.reduce((sum, { workMin }) => sum + workMin, 0) ?? 0
  }
  const own = outside.filter((each) => each.resourceId === resourceId)
  const byWork = Map.groupBy(own, ({ id, title }) => (title === null ? '' : id))
  return [...byWork]
    .map(([id, parts]): OutsideLoad => {
      const { title = null, projectName = null } = parts[0] ?? {}
      return { id, title, projectName, workMin: minutesOf(parts) }
    })
    .filter(({ workMin }) => workMin > 0)
    .toSorted((a, b) => b.workMin - a.workMin)
}
