/** Which ends of two bars a line ties: finish or start of the first to start or finish of the second. */
export type LinkEnds = 'FS' | 'SS' | 'FF' | 'SF'

/** Where a bar lies: its edges in pixels along the axis, and the middle of its row. */
export type BarEnds = { readonly startX: number; readonly finishX: number; readonly y: number }

/** How far a line runs on before it turns. */
const STUB = 6

/**
 * The line from one bar to another as an SVG path of straight pieces. It leaves and enters on the
 * sides that its ends name, and goes round when there is no room between them.
 */
export function linkPath(from: BarEnds, to: BarEnds, ends: LinkEnds): string {
  const leaves = ends === 'SS' || ends === 'SF' ? -1 : 1
  const enters = ends === 'FS' || ends === 'SS' ? -1 : 1
  const x1 = leaves < 0 ? from.startX : from.finishX
  const x2 = enters < 0 ? to.startX : to.finishX
  const out = x1 + leaves * STUB
  const into = x2 + enters * STUB
  const turn = turnBetween(out, into, { leaves, enters })
  if (turn !== null) return `M${x1} ${from.y}H${turn}V${to.y}H${x2}`
  const between = from.y < to.y ? to.y - 10 : to.y + 10
  return `M${x1} ${from.y}H${out}V${between}H${into}V${to.y}H${x2}`
}

/** Where one turn is enough, its place on the axis; null where the line has to go round. */
function turnBetween(
  out: number,
  into: number,
  { leaves, enters }: { readonly leaves: number; readonly enters: number },
): number | null {
  if (leaves === enters) return leaves < 0 ? Math.min(out, into) : Math.max(out, into)
  return leaves * (into - out) >= 0 ? out : null
}
