import { alive, type Cost, costOf, median, settled } from './cost.ts'
import type { Visitor } from './visitor.ts'

const FRAMES = 180
const PX_PER_FRAME = 160
const RUNS = 3

/** CPU for each frame while a layout is scrolled violently, 160 pixels a frame. */
export async function costOfScrolling(
  visitor: Visitor,
  scroller: string,
  axis: 'down' | 'sideways',
): Promise<Cost> {
  const runs: Cost[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await visitor.page.evaluate(scrollBack, scroller)
    await settled(visitor)
    runs.push(
      await costOf(visitor, () =>
        alive(
          visitor.page,
          visitor.page.evaluate(scroll, { scroller, axis, frames: FRAMES, px: PX_PER_FRAME }),
        ),
      ),
    )
  }
  const perFrame = (pick: (cost: Cost) => number) => median(runs.map(pick)) / FRAMES
  return {
    cpu: perFrame((cost) => cost.cpu),
    script: perFrame((cost) => cost.script),
    layout: perFrame((cost) => cost.layout),
  }
}

function scrollBack(selector: string): void {
  document.querySelector(selector)?.scrollTo(0, 0)
}

type Way = { readonly scroller: string; readonly axis: string; readonly frames: number; readonly px: number }

async function scroll({ scroller, axis, frames, px }: Way): Promise<void> {
  const element = document.querySelector(scroller)
  if (!element) throw new Error(`nothing to scroll: ${scroller}`)
  for (let frame = 0; frame < frames; frame += 1) {
    if (axis === 'down') element.scrollTop += px
    else element.scrollLeft += px
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}
