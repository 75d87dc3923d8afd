import type { Edge, Net } from '../network/compile-network.ts'
import { EDGE, type Edges } from './level-net.ts'
import { levelLength } from './level-work.ts'
import { CLOCK } from './line-book.ts'
import type { Pool, PoolTask } from './pool.ts'

/** The edges of a network as arrays, with lags on the lines of the plans that their links are of. */
export function edgesOf(net: Net, pool: Pool): Edges {
  const edges = net.edges.toSorted((a, b) => a.to - b.to || a.link - b.link || a.from - b.from)
  const count = net.taskOf.length
  const after = Int32Array.from(edges.keys()).toSorted((a, b) => fromOf(edges, a) - fromOf(edges, b) || a - b)
  const lags = edges.map((edge) => lagOf(net, pool, edge))
  return {
    first: firsts(
      edges.map(({ to }) => to),
      count,
    ),
    from: Int32Array.from(edges, ({ from }) => from),
    to: Int32Array.from(edges, ({ to }) => to),
    kind: Int32Array.from(edges, ({ kind }) => EDGE[kind]),
    line: Int32Array.from(lags, ({ line }) => line),
    lag: Float64Array.from(lags, ({ lag }) => lag),
    link: Int32Array.from(edges, ({ link }) => link),
    firstAfter: firsts(
      Array.from(after, (edge) => fromOf(edges, edge)),
      count,
    ),
    after,
  }
}

function fromOf(edges: readonly Edge[], index: number): number {
  return edges[index]?.from ?? 0
}

/** Where the entries of each node begin in a list that is sorted by nodes. */
function firsts(nodes: readonly number[], count: number): Int32Array {
  const first = new Int32Array(count + 1)
  for (const node of nodes) first[node + 1] = (first[node + 1] ?? 0) + 1
  for (let node = 0; node < count; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  return first
}

function lagOf(net: Net, pool: Pool, edge: Edge): { readonly line: number; readonly lag: number } {
  const link = net.links[edge.link]
  const [before, after] = [edge.from, edge.to].map((node) => pool.tasks[net.taskOf[node] ?? 0])
  if (!link || !before || !after || edge.lag === 0) return { line: CLOCK, lag: 0 }
  const lag = edge.isPercent ? edge.lag * levelLength(before) : edge.lag
  // The edge of a link from a hammock leads the other way round; its lag is counted as the link says.
  const ends = before.task.id === link.toId ? { before: after, after: before } : { before, after }
  return { line: link.lagUnit === 'elapsedMin' ? CLOCK : lagLine(pool, ends), lag }
}

type Ends = { readonly before: PoolTask; readonly after: PoolTask }

/** Between two plans, lags are those of the plan that waits. */
function lagLine({ lines }: Pool, { before, after }: Ends): number {
  const { lagCalendar, calendarId } = after.options
  if (lagCalendar === 'twentyFourHour') return CLOCK
  if (lagCalendar === 'predecessor') return before.line
  return lagCalendar === 'successor' ? after.line : lines.ofCalendar(calendarId)
}
