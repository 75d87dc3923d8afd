import type { Source } from '../source.ts'
import type { DrawnScene } from './draw-net.ts'
import type { Drawing, DrawnShape } from './drawing.ts'
import { localId, parts, written } from './source-names.ts'

/** Where the name of a pool or a lane stands. */
export const LABEL = 30

type LaneTree = {
  readonly id: string
  readonly inner: readonly LaneTree[]
  readonly bands: readonly number[]
}

/** The lanes of a process: the innermost ones are bands, from above. */
export type Lanes = {
  readonly trees: readonly LaneTree[]
  readonly bandCount: number
  readonly bandOf: ReadonlyMap<string, number>
}

export function lanesOf(process: Source): Lanes {
  const bandOf = new Map<string, number>()
  let bandCount = 0
  const read = (set: Source): readonly LaneTree[] =>
    parts(set, 'lane').map((lane) => {
      const first = bandCount
      const inner = parts(lane, 'childLaneSet').flatMap(read)
      if (inner.length === 0) bandCount += 1
      for (const { text } of parts(lane, 'flowNodeRef')) {
        const id = localId(text)
        // Lanes within say more than the lane around them.
        if (!bandOf.has(id)) bandOf.set(id, first)
      }
      const bands = Array.from({ length: bandCount - first }, (_, place) => first + place)
      return { id: written(lane, 'id'), inner, bands }
    })
  const trees = parts(process, 'laneSet').flatMap(read)
  return { trees, bandCount, bandOf }
}

/** How far what lies in the lanes is moved to the right by their names. */
export function laneIndent({ trees }: Lanes): number {
  return LABEL * depthOf(trees)
}

function depthOf(trees: readonly LaneTree[]): number {
  return trees.length === 0 ? 0 : 1 + Math.max(...trees.map(({ inner }) => depthOf(inner)))
}

/** The lanes as shapes, from the outer ones to the inner ones. */
export function drawLanes(lanes: Lanes, { bands, height }: DrawnScene, width: number): readonly DrawnShape[] {
  const shapes: DrawnShape[] = []
  const draw = (tree: LaneTree, level: number): void => {
    const [first, last] = [bands[tree.bands[0] ?? 0], bands[tree.bands.at(-1) ?? 0]]
    const top = first?.y ?? 0
    const bottom = tree.bands.at(-1) === lanes.bandCount - 1 ? height : (last?.y ?? 0) + (last?.height ?? 0)
    const x = level * LABEL
    shapes.push({ id: tree.id, x, y: top, width: width - x, height: bottom - top, isHorizontal: true })
    for (const one of tree.inner) draw(one, level + 1)
  }
  for (const tree of lanes.trees) draw(tree, 0)
  return shapes
}

/** Several shapes and a picture before which they are drawn. */
export function behind(shapes: readonly DrawnShape[], drawing: Drawing): Drawing {
  return { ...drawing, shapes: [...shapes, ...drawing.shapes] }
}
