import type { Drawing, DrawnEdge, DrawnShape, Point } from './drawing.ts'
import type { Scene, SceneLink, SceneNode } from './scene.ts'

/** As many as a page is wide. */
const COLUMNS = 8
const COLUMN_GAP = 50
const ROW_GAP = 70
const MARGIN = 30

/**
 * The nodes of a plain run in their order: each leads to the next and nothing else does. Null where it is none.
 */
export function chainOf({ nodes, links, extras }: Scene): readonly SceneNode[] | null {
  const [next, led] = [new Map<string, string>(), new Set<string>()]
  const isBare =
    extras.length === 0 && nodes.every(({ band, boundaries }) => band === 0 && boundaries.length === 0)
  for (const { sourceId, targetId } of links) {
    if (next.has(sourceId) || led.has(targetId)) return null
    next.set(sourceId, targetId)
    led.add(targetId)
  }
  const known = new Map(nodes.map((node) => [node.id, node]))
  const firsts = nodes.filter(({ id }) => !led.has(id))
  if (!isBare || firsts.length !== 1) return null
  const chain: SceneNode[] = []
  for (let node = firsts[0]; node; node = known.get(next.get(node.id) ?? '')) chain.push(node)
  return chain.length === nodes.length ? chain : null
}

/** Draws a long plain run in rows, like lines of a text. */
export function drawChain(chain: readonly SceneNode[], links: readonly SceneLink[]): Drawing {
  const widths = Array.from({ length: COLUMNS }, (_, column) => widest(chain, column))
  const lefts = widths.map((_, column) => {
    const before = widths.slice(0, column).reduce((sum, width) => sum + width + COLUMN_GAP, 0)
    return MARGIN + before
  })
  const rows = Math.ceil(chain.length / COLUMNS)
  const heights = Array.from({ length: rows }, (_, row) => tallest(chain, row))
  const tops = heights.map((_, row) =>
    heights.slice(0, row).reduce((sum, height) => sum + height + ROW_GAP, 0),
  )
  const shapes = chain.map(({ id, width, height }, place): DrawnShape => {
    const [column, row] = [place % COLUMNS, Math.floor(place / COLUMNS)]
    const x = (lefts[column] ?? 0) + ((widths[column] ?? 0) - width) / 2
    const y = (tops[row] ?? 0) + ((heights[row] ?? 0) - height) / 2
    return { id, x, y, width, height }
  })
  const right = (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + MARGIN
  const bottom = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)
  const linkFrom = new Map(links.map((link) => [link.sourceId, link]))
  const edges = shapes.flatMap((from, place): readonly DrawnEdge[] => {
    const [to, link] = [shapes[place + 1], linkFrom.get(from.id)]
    if (!to || !link) return []
    const wraps = (place + 1) % COLUMNS === 0
    const gapY = (tops[Math.floor(place / COLUMNS) + 1] ?? 0) - ROW_GAP / 2
    return [{ id: link.id, points: wraps ? wrapped({ from, to }, { right, gapY }) : straight(from, to) }]
  })
  return { width: right, height: bottom, shapes, edges }
}

/** Columns are as wide as the widest in them, rows as high as the highest. */
function widest(chain: readonly SceneNode[], column: number): number {
  return Math.max(0, ...chain.filter((_, place) => place % COLUMNS === column).map(({ width }) => width))
}

function tallest(chain: readonly SceneNode[], row: number): number {
  return Math.max(...chain.slice(row * COLUMNS, (row + 1) * COLUMNS).map(({ height }) => height))
}

function straight(from: DrawnShape, to: DrawnShape): readonly Point[] {
  return [rightOf(from), leftOf(to)]
}

/** From the end of a row to the beginning of the next, between the two. */
function wrapped(
  { from, to }: { readonly from: DrawnShape; readonly to: DrawnShape },
  { right, gapY }: { readonly right: number; readonly gapY: number },
): readonly Point[] {
  const [begin, end] = [rightOf(from), leftOf(to)]
  const [outer, inner] = [right - MARGIN / 2, MARGIN / 2]
  return [
    begin,
    { x: outer, y: begin.y },
    { x: outer, y: gapY },
    { x: inner, y: gapY },
    { x: inner, y: end.y },
    end,
  ]
}

function rightOf({ x, y, width, height }: DrawnShape): Point {
  return { x: x + width, y: y + height / 2 }
}

function leftOf({ x, y, height }: DrawnShape): Point {
  return { x, y: y + height / 2 }
}
