import type { DatedTask } from '../check/check-plan.ts'
import { type Demand, demandsOfTask } from './demand.ts'
import { CLOCK } from './line-book.ts'
import { type Pool, poolOf } from './pool.ts'
import type { OutsideWork, PooledPlans } from './resources.ts'

/**
 * What dated items take of their resources, as whoever plans elsewhere counts it: each from the first moment on in
 * which a resource works on it to the last.
 *
 * @param dates of items, as planned: those without take nothing
 */
export function outsideWorkOf(plans: PooledPlans, dates: readonly DatedTask[]): readonly OutsideWork[] {
  const pool = poolOf(plans)
  const dateOf = new Map(dates.map((date) => [date.id, date]))
  return pool.tasks.flatMap((one) => {
    const date = dateOf.get(one.task.id)
    const demands = date ? demandsOfTask(pool, one, date) : []
    return demands.flatMap(({ itemId, resource, units, spans }): readonly OutsideWork[] => {
      const [startAt, finishAt] = [spans.starts[0], spans.ends.at(-1)]
      const resourceId = pool.resources[resource]?.source.id
      if (startAt === undefined || finishAt === undefined || resourceId === undefined) return []
      const minutes = spans.starts.reduce((sum, start, at) => sum + (spans.ends[at] ?? start) - start, 0)
      return [{ id: itemId, resourceId, startAt, finishAt, workMin: units * minutes }]
    })
  })
}

/** The stretches that outside work takes of a pool; by the clock where its resource does not work at all. */
export function outsideDemands(pool: Pool): readonly Demand[] {
  return pool.outside.flatMap(({ id, resourceId, startAt, finishAt, workMin }): readonly Demand[] => {
    const resource = pool.resourceOf.get(resourceId)
    const own = resource === undefined ? undefined : pool.resources[resource]
    if (resource === undefined || !own || workMin <= 0 || finishAt <= startAt) return []
    const minutesOn = (line: number) =>
      pool.lines.at(line).toWork(finishAt) - pool.lines.at(line).toWork(startAt)
    const line = minutesOn(own.line) > 0 ? own.line : CLOCK
    const spans = pool.lines.at(line).spansBetween(startAt, finishAt)
    return [{ itemId: id, resource, units: workMin / minutesOn(line), spans }]
  })
}
