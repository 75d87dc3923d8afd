import type { LinkRule } from '../link-notation.ts'
import type { Place } from './layout.ts'

/** A node and the distances between them, in pixels at the usual size. */
export const NODE = { width: 212, height: 66 } as const
const STEP = { column: 276, row: 84 } as const
const PADDING = 32

/** How large the network is drawn, from far to near. From the third on, texts can be read. */
export const SIZES = [0.28, 0.5, 0.75, 1, 1.35] as const
export const USUAL_SIZE = 3
const READABLE = 2

/** Whether a size shows what is written in the nodes. */
export function isReadable(size: number): boolean {
  return size >= READABLE
}

export type Point = { readonly x: number; readonly y: number }

/** The upper left corner of a node. */
export function cornerOf({ column, row }: Place): Point {
  return { x: PADDING + column * STEP.column, y: PADDING + row * STEP.row }
}

/** How much room a network takes. */
export function areaOf(columns: number, rows: number) {
  return {
    width: 2 * PADDING + Math.max(0, columns - 1) * STEP.column + NODE.width,
    height: 2 * PADDING + Math.max(0, rows - 1) * STEP.row + NODE.height,
  }
}

type Rule = Pick<LinkRule, 'linkType'>

/** The line of a link: it leaves and enters on the sides that its type names. */
export function curveOf(from: Place, to: Place, { linkType }: Rule): string {
  const { start, end, leaves, enters } = endsOf(from, to, { linkType })
  const bend = Math.min(120, Math.max(32, Math.abs(end.x - start.x) / 2))
  return `M${start.x} ${start.y}C${start.x + leaves * bend} ${start.y} ${end.x + enters * bend} ${end.y} ${end.x} ${end.y}`
}

/** Where the words of a link stand: beside the node that it leads to. */
export function wordsAt(from: Place, to: Place, { linkType }: Rule): Point {
  const { end, enters } = endsOf(from, to, { linkType })
  return { x: end.x + enters * 10, y: end.y - 6 }
}

function endsOf(from: Place, to: Place, { linkType }: Rule) {
  const leaves = linkType === 'SS' || linkType === 'SF' ? -1 : 1
  const enters = linkType === 'FS' || linkType === 'SS' ? -1 : 1
  const [start, end] = [cornerOf(from), cornerOf(to)]
  return {
    start: { x: start.x + (leaves > 0 ? NODE.width : 0), y: start.y + NODE.height / 2 },
    end: { x: end.x + (enters > 0 ? NODE.width : 0), y: end.y + NODE.height / 2 },
    leaves,
    enters,
  }
}
