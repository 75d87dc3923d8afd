import { small, TEXT_PX } from './ink.ts'
import type { PaperSize } from './paper.ts'
import { textWidth, words } from './svg.ts'

/** A sign and what it means. It is drawn 18 wide, in a row that begins at a height. */
export type Sign = { readonly text: string; readonly draw: (x: number, y: number) => string }

const SIGN_PX = 24
const GAP_PX = 20
const LINE_PX = 16
const PADDING_PX = 10

/** How much of a page explaining signs takes. */
export function legendHeight(signs: readonly Sign[], width: number): number {
  return PADDING_PX + linesOf(signs, width).length * LINE_PX
}

/** What the signs of a page mean, at its foot, in as many lines as it takes. */
export function drawLegend(signs: readonly Sign[], { width, height }: PaperSize): string {
  const top = height - legendHeight(signs, width) + PADDING_PX
  return linesOf(signs, width)
    .flatMap((line, index) => {
      const y = top + index * LINE_PX
      return line.map(({ sign, x }) => sign.draw(x, y) + words(sign.text, small(x + SIGN_PX, y + 11)))
    })
    .join('')
}

type Placed = { readonly sign: Sign; readonly x: number }

function linesOf(signs: readonly Sign[], width: number): readonly (readonly Placed[])[] {
  const lines: Placed[][] = [[]]
  let x = 0
  for (const sign of signs) {
    const own = SIGN_PX + textWidth(sign.text, TEXT_PX.small)
    if (x > 0 && x + own > width) {
      lines.push([])
      x = 0
    }
    lines.at(-1)?.push({ sign, x })
    x += own + GAP_PX
  }
  return lines
}
