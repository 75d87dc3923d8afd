import type { RelationView } from '@millrace/contract'

/** Where a bar lies: its edges in pixels along the axis, and the middle of its row. */
export type BarPlace = { readonly startX: number; readonly finishX: number; readonly y: number }

/** How far a line runs on before it turns. */
const STUB = 6

/**
 * The line from one bar to another as an SVG path of straight pieces. It leaves and enters on the
 * sides that the link type names, and goes round when there is no room between them.
 */
export function linkPath(from: BarPlace, to: BarPlace, linkType: RelationView['linkType']): string {
  const leavesAtStart = linkType === 'SS' || linkType === 'SF'
  const entersAtStart = linkType === 'FS' || linkType === 'SS'
  const x1 = leavesAtStart ? from.startX : from.finishX
  const x2 = entersAtStart ? to.startX : to.finishX
  const out = x1 + (leavesAtStart ? -STUB : STUB)
  const into = x2 + (entersAtStart ? -STUB : STUB)
  const isStraight = leavesAtStart === entersAtStart || (leavesAtStart ? into <= out : into >= out)
  if (isStraight) {
    const turn =
      leavesAtStart === entersAtStart ? (leavesAtStart ? Math.min(out, into) : Math.max(out, into)) : out
    return `M${x1} ${from.y}H${turn}V${to.y}H${x2}`
  }
  const between = from.y < to.y ? to.y - 10 : to.y + 10
  return `M${x1} ${from.y}H${out}V${between}H${into}V${to.y}H${x2}`
}
