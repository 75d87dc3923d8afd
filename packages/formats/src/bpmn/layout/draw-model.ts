import type { Source } from '../source.ts'
import type { Diagram } from './diagram-markup.ts'
import { drawContent } from './draw-content.ts'
import { moved } from './drawing.ts'
import { parts, written } from './source-names.ts'

/** The upper left corner of what is drawn. */
const ORIGIN = { x: 120, y: 80 }

/** The diagrams of a file: one of the pools, or one for each process. */
export function drawModel(root: Source): readonly Diagram[] {
  return parts(root, 'process').map((process) => {
    const elementId = written(process, 'id')
    const drawing = moved(drawContent(process), ORIGIN)
    return { id: `${elementId}_diagram`, elementId, drawing }
  })
}
