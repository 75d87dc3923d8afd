import { boundaryShapes } from './boundary.ts'
import { type Measures, measure } from './columns.ts'
import { chainOf, drawChain } from './draw-chain.ts'
import { withExtras, withShelf } from './draw-extras.ts'
import type { Drawing, DrawnShape } from './drawing.ts'
import { type Net, netOf } from './net.ts'
import { type Grid, placeRows } from './place-rows.ts'
import { lineOf, type Route, routesOf } from './route.ts'
import type { Scene, SceneNode } from './scene.ts'

/** A picture, and from where to where its lanes go. */
export type DrawnScene = Drawing & { readonly bands: Measures['bands'] }

/**
 * Draws what lies in a process or a sub-process: columns in the order of the flow, every node and every line in cells
 * of their own, so that nothing lies on anything else.
 *
 * @param bandCount how many lanes there are; 0: none
 */
export function drawScene(scene: Scene, bandCount = 0): DrawnScene {
  const chain = bandCount === 0 ? chainOf(scene) : null
  if (chain) return { ...drawChain(chain, scene.links), bands: [] }
  const { placed, alone } = bandCount === 0 ? apart(scene) : { placed: scene.nodes, alone: [] }
  const drawn = drawNet(netOf(placed, scene.links), bandCount)
  return { ...withExtras(withShelf(drawn, alone), scene.extras), bands: drawn.bands }
}

/** What nothing leads to or from stands below the rest. */
function apart({ nodes, links }: Scene) {
  const linked = new Set(links.flatMap(({ sourceId, targetId }) => [sourceId, targetId]))
  const isPlaced = ({ id, isStart }: SceneNode) => linked.has(id) || isStart
  return { placed: nodes.filter(isPlaced), alone: nodes.filter((node) => !isPlaced(node)) }
}

function drawNet(net: Net, bandCount: number): DrawnScene {
  const grid = placeRows(net)
  const routes = routesOf(net, grid)
  const measures = measure(net, grid, { ...tracksOf(routes), bandCount })
  const shapes = net.nodes.flatMap((node, place) => {
    const shape = shapeOf(net, grid, { measures, node, place })
    return [shape, ...boundaryShapes(shape, node.boundaries)]
  })
  const { width, height, bands } = measures
  return { width, height, bands, shapes, edges: routes.map(lineOf(net, grid, measures)) }
}

type Placed = { readonly measures: Measures; readonly node: SceneNode; readonly place: number }

function shapeOf(net: Net, grid: Grid, { measures, node, place }: Placed): DrawnShape {
  const { id, width, height, band } = node
  const x = measures.columnX(net.layerOf[place] ?? 0) - width / 2
  const y = measures.rowY(band, grid.rowOf[place] ?? 0) - height / 2
  return { id, x, y, width, height }
}

function tracksOf(routes: readonly Route[]) {
  const leaving = routes.filter(({ exit }) => exit === 'track').map(({ link }) => link.from)
  const arriving = routes.filter(({ entry }) => entry === 'track').map(({ link }) => link.to)
  return { leaving: new Set(leaving), arriving: new Set(arriving) }
}
