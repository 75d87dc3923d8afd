import { orderLinks } from '../order-links.ts'
import { type CompiledLevelling, compileLevelling, orderByPriority } from './compile-levelling.ts'
import type { RiskLink, RiskPlan } from './risk-plan.ts'
import { isSpread, type Spread, tableMaker } from './spread.ts'
import { WorkLine } from './work-line.ts'

/** A plan as the batches read it: tasks by their place in topological order. */
export type CompiledRisk = {
  readonly count: number
  /** Place in `plan.tasks` of each task in topological order. */
  readonly order: Int32Array
  /** Places in the order in which numbers are drawn: levelling a plan leaves these as they are. */
  readonly drawOrder: Int32Array
  readonly tables: readonly Float32Array[]
  readonly earliest: Float64Array
  /** How long each task rests, whatever becomes of its work. */
  readonly restMin: Float64Array
  /** When each task is worked on; null: whenever the project works. */
  readonly lines: readonly (WorkLine | null)[]
  /** Factor of each task, -1 without; weights of the factor and of the task's own chance. */
  readonly factor: Int32Array
  readonly factorWeight: Float64Array
  readonly ownWeight: Float64Array
  readonly factors: number
  readonly fixedMinor: number
  readonly perMin: Float64Array
  /** Incoming links of task t: from `linkStart[t]` up to `linkStart[t + 1]`. */
  readonly linkStart: Int32Array
  readonly linkFrom: Int32Array
  /** Bit 0: it reads the start of the first task; bit 1: it bounds the finish of the second. */
  readonly linkKind: Int32Array
  readonly linkLag: Float64Array
  readonly events: readonly CompiledEvent[]
  /** Null: runs follow links alone. */
  readonly levelling: CompiledLevelling | null
}

/** An event as the batches read it. */
export type CompiledEvent = {
  readonly probability: number
  readonly impacts: readonly { readonly task: number; readonly table: Float32Array }[]
  readonly cost: Float32Array | null
}

const KINDS = { FS: 0, SS: 1, FF: 2, SF: 3 }

/** RangeError for a circle, an unknown task or a spread that is none: all are refused before. */
export function compileRisk(plan: RiskPlan): CompiledRisk {
  const { order, places, drawOrder } = orderTasks(plan)
  const ordered = Array.from(order, (place) => plan.tasks[place]).filter((task) => task !== undefined)
  const makeTable = checkedTableMaker()
  const factors = new Map<string, number>()
  for (const { correlation } of plan.tasks) {
    if (correlation && !factors.has(correlation.factor)) factors.set(correlation.factor, factors.size)
  }
  const lines = (plan.calendars ?? []).map((calendar) => new WorkLine(calendar))
  const shares = ordered.map(({ correlation }) => Math.min(1, Math.max(0, correlation?.share ?? 0)))
  return {
    count: ordered.length,
    order,
    drawOrder,
    tables: ordered.map(({ duration }) => makeTable(duration)),
    earliest: Float64Array.from(ordered, (task) => Math.max(0, task.earliestStartMin ?? 0)),
    restMin: Float64Array.from(ordered, ({ rests = [] }) =>
      rests.reduce((sum, { restMin }) => sum + restMin, 0),
    ),
    lines: ordered.map(({ calendar }) => lines[calendar ?? -1] ?? null),
    factor: Int32Array.from(ordered, (task) => factors.get(task.correlation?.factor ?? '') ?? -1),
    factorWeight: Float64Array.from(shares, Math.sqrt),
    ownWeight: Float64Array.from(shares, (share) => Math.sqrt(1 - share)),
    factors: factors.size,
    fixedMinor: ordered.reduce((sum, { cost }) => sum + (cost?.fixedMinor ?? 0), 0),
    perMin: Float64Array.from(ordered, ({ cost }) => cost?.perMin ?? 0),
    ...compileLinks(plan.links, places),
    events: (plan.events ?? []).map(({ probability, impacts, cost }) => ({
      probability,
      impacts: impacts.map(({ taskId, delay }) => ({
        task: placeOf(places, taskId),
        table: makeTable(delay),
      })),
      cost: cost ? makeTable(cost) : null,
    })),
    levelling: plan.resources ? compileLevelling(ordered, plan.resources, lines) : null,
  }
}

function checkedTableMaker(): (spread: Spread) => Float32Array {
  const makeTable = tableMaker()
  return (spread) => {
    if (!isSpread(spread)) throw new RangeError(`not a spread: ${JSON.stringify(spread)}`)
    return makeTable(spread)
  }
}

function compileLinks(links: readonly RiskLink[], places: ReadonlyMap<string, number>) {
  const incoming = links
    .map((link) => ({ ...link, from: placeOf(places, link.from), to: placeOf(places, link.to) }))
    .toSorted((a, b) => a.to - b.to || a.from - b.from)
  const linkStart = new Int32Array(places.size + 1)
  for (const { to } of incoming) linkStart[to + 1] = (linkStart[to + 1] ?? 0) + 1
  for (let i = 0; i < places.size; i++) linkStart[i + 1] = (linkStart[i + 1] ?? 0) + (linkStart[i] ?? 0)
  return {
    linkStart,
    linkFrom: Int32Array.from(incoming, ({ from }) => from),
    linkKind: Int32Array.from(incoming, ({ kind }) => KINDS[kind]),
    linkLag: Float64Array.from(incoming, ({ lagMin }) => lagMin),
  }
}

function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id)
  if (place === undefined) throw new RangeError(`no such task: ${id}`)
  return place
}

/** Places are by task id: of equal rank in the order given, or, to be levelled, by priority. */
function orderTasks({ tasks, links, resources }: RiskPlan) {
  const given = new Map(tasks.map(({ id }, index) => [id, index]))
  if (given.size !== tasks.length) throw new RangeError('two tasks have one id')
  const arrows = links.map(({ from, to }) => ({ from: placeOf(given, from), to: placeOf(given, to) }))
  const drawn = orderLinks(tasks.length, arrows)
  if (drawn.order.length !== tasks.length) throw new RangeError('the plan has a circle')
  const order = resources ? orderByPriority(tasks, drawn) : drawn.order
  const placeAt = new Int32Array(tasks.length)
  for (const [place, index] of order.entries()) placeAt[index] = place
  return {
    order: Int32Array.from(order),
    places: new Map(tasks.map(({ id }, index) => [id, placeAt[index] ?? 0])),
    drawOrder: Int32Array.from(drawn.order, (index) => placeAt[index] ?? 0),
  }
}
