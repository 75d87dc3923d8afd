import type { Source } from '../source.ts'
import type { Diagram } from './diagram-markup.ts'
import { drawContent } from './draw-content.ts'
import { LABEL } from './draw-lanes.ts'
import { type Drawing, type DrawnEdge, type DrawnShape, moved, type Point } from './drawing.ts'
import { isNode, parts, referred, written } from './source-names.ts'

/** The upper left corner of what is drawn. */
const ORIGIN = { x: 120, y: 80 }
const POOL_GAP = 60
const POOL_PADDING = 30
/** A pool of whose process nothing is known. */
const CLOSED = { width: 600, height: 60 }

/** The diagrams of a file: one of the pools of each collaboration, and one for each process that has no pool. */
export function drawModel(root: Source): readonly Diagram[] {
  const processes = parts(root, 'process')
  const collaborations = parts(root, 'collaboration').filter((one) => parts(one, 'participant').length > 0)
  const pools = collaborations.map((collaboration) => {
    const names = parts(collaboration, 'participant').map((one) => referred(one, 'processRef'))
    return { collaboration, names: new Set(names) }
  })
  const drawnPools = pools.map(({ collaboration, names }, place) => {
    // A process that has been drawn in a pool before is a closed one here: nothing is drawn twice.
    const before = pools.slice(0, place)
    const own = processes.filter((one) => names.has(written(one, 'id')) && !isIn(before, one))
    return diagramOf(collaboration, drawPools(collaboration, own))
  })
  const alone = processes.filter((one) => !isIn(pools, one))
  const filled = pools.length === 0 ? alone : alone.filter(({ children }) => children.some(isNode))
  return [...drawnPools, ...drawProcesses(filled)]
}

/** A diagram for each of some processes, without pools. */
export function drawProcesses(processes: readonly Source[]): readonly Diagram[] {
  return processes.map((process) => diagramOf(process, drawContent(process)))
}

function isIn(pools: readonly { readonly names: ReadonlySet<string> }[], process: Source): boolean {
  return pools.some(({ names }) => names.has(written(process, 'id')))
}

function diagramOf(element: Source, drawing: Drawing): Diagram {
  const elementId = written(element, 'id')
  return { id: `${elementId}_diagram`, elementId, drawing: moved(drawing, ORIGIN) }
}

type Pool = { readonly id: string; readonly content: Drawing | null; readonly hasLanes: boolean }

/** Pools below each other, all as wide as the widest. */
function drawPools(collaboration: Source, processes: readonly Source[]): Drawing {
  const pools = parts(collaboration, 'participant').map((one): Pool => {
    const process = processes.find((each) => written(each, 'id') === referred(one, 'processRef'))
    const hasLanes =
      process !== undefined && parts(process, 'laneSet').some(({ children }) => children.length > 0)
    return { id: written(one, 'id'), content: process ? drawContent(process) : null, hasLanes }
  })
  const width = Math.max(CLOSED.width, ...pools.map(widthOf))
  const [shapes, edges]: [DrawnShape[], DrawnEdge[]] = [[], []]
  let y = 0
  for (const pool of pools) {
    const drawn = drawPool(pool, { y, width })
    shapes.push(...drawn.shapes)
    edges.push(...drawn.edges)
    y += drawn.height + POOL_GAP
  }
  const messages = parts(collaboration, 'messageFlow').flatMap((flow) => messageLine(flow, shapes))
  return { width, height: y - POOL_GAP, shapes, edges: [...edges, ...messages] }
}

function widthOf({ content, hasLanes }: Pool): number {
  if (!content) return 0
  return LABEL + content.width + (hasLanes ? 0 : 2 * POOL_PADDING)
}

function drawPool(
  { id, content, hasLanes }: Pool,
  { y, width }: { readonly y: number; readonly width: number },
): Drawing {
  const padding = hasLanes ? 0 : POOL_PADDING
  const height = content ? Math.max(CLOSED.height, content.height + 2 * padding) : CLOSED.height
  const pool = { id, x: 0, y, width, height, isHorizontal: true }
  if (!content) return { width, height, shapes: [pool], edges: [] }
  const { shapes, edges } = moved(content, { x: LABEL + padding, y: y + padding })
  // Lanes reach to the edge of their pool.
  const widened = shapes.map((shape) => (shape.isHorizontal ? { ...shape, width: width - shape.x } : shape))
  return { width, height, shapes: [pool, ...widened], edges }
}

/** From edge to edge; a pool as a whole is met above or below the other end. */
function messageLine(flow: Source, shapes: readonly DrawnShape[]): readonly DrawnEdge[] {
  const find = (name: string) => shapes.find(({ id }) => id === referred(flow, name))
  const [source, target] = [find('sourceRef'), find('targetRef')]
  if (!source || !target) return []
  const [from, to] = [middleX(source, target), middleX(target, source)]
  const isDown = source.y < target.y
  const begin = { x: from, y: isDown ? source.y + source.height : source.y }
  const end = { x: to, y: isDown ? target.y : target.y + target.height }
  const y = end.y + (isDown ? -POOL_GAP / 2 : POOL_GAP / 2)
  const corners: readonly Point[] =
    from === to
      ? []
      : [
          { x: from, y },
          { x: to, y },
        ]
  return [{ id: written(flow, 'id'), points: [begin, ...corners, end] }]
}

function middleX(shape: DrawnShape, other: DrawnShape): number {
  const met = shape.isHorizontal && !other.isHorizontal ? other : shape
  return met.x + met.width / 2
}
