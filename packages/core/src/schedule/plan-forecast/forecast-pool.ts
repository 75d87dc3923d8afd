import type { Timeline } from '../../calendar/index.ts'
import { waitsFor } from '../level-plan/level-work.ts'
import { type Pool, type PoolTask, poolOf } from '../level-plan/pool.ts'
import type { PlanInput } from '../network/plan.ts'
import { poolOfProject } from '../project-plan/pool-of-project.ts'
import type { ProjectPlan } from '../project-plan/project-plan.ts'
import type { RiskResource, TaskLevelling } from '../risk/risk-plan.ts'
import type { Calculated } from './calculated.ts'

/** Who and what does one thing after the other in each run. */
export type ForecastPool = {
  readonly resources: readonly RiskResource[]
  /** What an item needs, and when it is worked on with all of that. */
  readonly demandOf: (itemId: string) => Demand
}

/** What levelled runs know of an item. */
export type Demand = Pick<TaskLevelling, 'needs'> & { readonly line: Timeline | null }

/** Material and cost are used up: nobody waits for them. */
export function forecastPool(
  { workOf, calendars }: Calculated,
  input: PlanInput,
  project: ProjectPlan,
): ForecastPool {
  const pool = poolOf({ plans: [input], ...poolOfProject(project) })
  const tasks = new Map(pool.tasks.map((one) => [one.task.id, one]))
  const waiting = pool.resources.filter(({ source }) => source.kind !== 'material')
  return {
    resources: waiting.map(({ source, line }): RiskResource => {
      const { id, maxUnits, changes = [] } = source
      const calendar = calendars.numberOf(pool.lines.at(line))
      return {
        ...{ id, units: maxUnits },
        changes: changes.map((change) => ({ fromMin: workOf(change.fromAt), units: change.maxUnits })),
        ...(calendar === undefined ? {} : { calendar }),
      }
    }),
    demandOf: (itemId) => demandOf(pool, tasks.get(itemId)),
  }
}

function demandOf(pool: Pool, one: PoolTask | undefined): Demand {
  const taken = (one?.assignments ?? []).flatMap(({ resourceId, units }) => {
    const resource = pool.resources[pool.resourceOf.get(resourceId ?? '') ?? -1]
    return resource && resource.source.kind !== 'material' ? [{ resource, units }] : []
  })
  if (!one || taken.length === 0) return { needs: [], line: null }
  const byId = Map.groupBy(taken, ({ resource }) => resource.source.id)
  const joint = taken.reduce(
    (line, { resource }) => (waitsFor(one, resource) ? pool.lines.both(line, resource.line) : line),
    one.plannedLine,
  )
  return {
    needs: [...byId].map(([resourceId, own]) => ({
      ...{ resourceId, units: own.reduce((sum, { units }) => sum + units, 0) },
    })),
    // Those who never meet are not waited for.
    line: pool.lines.at(pool.lines.isEmpty(joint) ? one.plannedLine : joint),
  }
}
