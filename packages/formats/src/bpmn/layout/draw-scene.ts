import { withExtras, withShelf } from './draw-extras.ts'
import { type DrawnScene, drawNet } from './draw-net.ts'
import { drawRows } from './draw-rows.ts'
import { netOf } from './net.ts'
import type { Scene, SceneNode } from './scene.ts'

/**
 * Draws what lies in a process or a sub-process: columns in the order of the flow, every node and every line in cells
 * of their own, so that nothing lies on anything else. Without lanes a long one is drawn in rows, like lines of a text.
 *
 * @param bandCount how many lanes there are; 0: none
 */
export function drawScene(scene: Scene, bandCount = 0): DrawnScene {
  if (bandCount > 0) {
    const drawn = drawNet(netOf(scene.nodes, scene.links), bandCount)
    return { ...withExtras(drawn, scene.extras), bands: drawn.bands }
  }
  const { placed, alone } = apart(scene)
  const drawn = drawRows({ nodes: placed, links: scene.links })
  return { ...withExtras(withShelf(drawn, alone), scene.extras), bands: [] }
}

/** What nothing leads to or from stands below the rest. */
function apart({ nodes, links }: Scene) {
  const linked = new Set(links.flatMap(({ sourceId, targetId }) => [sourceId, targetId]))
  const isPlaced = ({ id, isStart }: SceneNode) => linked.has(id) || isStart
  return { placed: nodes.filter(isPlaced), alone: nodes.filter((node) => !isPlaced(node)) }
}
