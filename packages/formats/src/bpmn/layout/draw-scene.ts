import { chainOf, drawChain } from './draw-chain.ts'
import type { Drawing } from './drawing.ts'
import type { Scene } from './scene.ts'

/** Draws what lies in a process or a sub-process. */
export function drawScene(scene: Scene): Drawing {
  const chain = chainOf(scene)
  return chain ? drawChain(chain, scene.links) : { width: 0, height: 0, shapes: [], edges: [] }
}
