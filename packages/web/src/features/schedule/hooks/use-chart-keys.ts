import type { PlanRowView } from '@millrace/contract'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import { ZOOMS, type Zoom } from '../../../ui/index.ts'
import type { BarMoves } from '../components/bar-moves.ts'
import { texts } from '../texts.ts'
import { textsSplit } from '../texts-split.ts'

type Keys = {
  readonly shown: readonly PlanRowView[]
  readonly folded: ReadonlySet<string>
  readonly cursor: string | null
  readonly setCursor: (itemId: string) => void
  readonly toggle: (itemId: string) => void
  readonly showToday: () => void
  /** Brings the bar of a row into sight. */
  readonly frame: (row: PlanRowView) => void
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly moves: BarMoves | null
  readonly onLinks: (row: PlanRowView) => void
  readonly onCritical: () => void
  readonly onSplit: (row: PlanRowView) => void
}

/** The keys of the chart: rows, folding, moving and linking, and what is looked at. */
export function useChartKeys({ shown, folded, cursor, setCursor, toggle, ...keys }: Keys): void {
  const slug = useSlug()
  const go = useGo()
  const peek = usePeek()
  const at = shown.findIndex((row) => row.itemId === cursor)
  const row = shown[at]
  const step = (by: number) => {
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))]
    if (next) setCursor(next.itemId)
  }
  const hidden = (id: string, keys: string, run: () => void) =>
    ({ id: `plan.${id}`, keys, label: id, group: texts.plan, isHidden: true, run }) as const
  const fold = (wanted: boolean) => {
    if (row?.isSummary && folded.has(row.itemId) !== wanted) toggle(row.itemId)
    else if (row?.parentId && wanted) setCursor(row.parentId)
  }
  const shiftBy = (days: number, end: 'both' | 'finish') => {
    if (row && keys.moves?.canShift(row)) keys.moves.shift(row, { days, end, isStep: true })
  }
  const zoomBy = (by: number) => {
    const next = ZOOMS[ZOOMS.indexOf(keys.zoom) + by]
    if (next) keys.onZoom(next)
  }
  useKeys([
    hidden('next', 'j', () => step(1)),
    hidden('down', 'ArrowDown', () => step(1)),
    hidden('previous', 'k', () => step(-1)),
    hidden('up', 'ArrowUp', () => step(-1)),
    hidden('fold', 'ArrowLeft', () => fold(true)),
    hidden('unfold', 'ArrowRight', () => fold(false)),
    hidden('earlier', 'alt+ArrowLeft', () => shiftBy(-1, 'both')),
    hidden('later', 'alt+ArrowRight', () => shiftBy(1, 'both')),
    hidden('shorter', 'alt+shift+ArrowLeft', () => shiftBy(-1, 'finish')),
    hidden('longer', 'alt+shift+ArrowRight', () => shiftBy(1, 'finish')),
    hidden('peek', 'Space', () => row && peek.open(row.key)),
    hidden('open', 'Enter', () => row && go(paths.item(slug, row.key))),
    hidden('nearer', '+', () => zoomBy(-1)),
    hidden('further', '-', () => zoomBy(1)),
    { ...hidden('frame', 'f', () => row && keys.frame(row)), label: texts.frame, isHidden: false },
    { ...hidden('links', 'shift+k', () => row && keys.onLinks(row)), label: texts.linksOf, isHidden: false },
    {
      ...hidden('split', 'shift+x', () => row && isSplittable(row) && keys.onSplit(row)),
      label: textsSplit.command,
      isHidden: false,
    },
    { ...hidden('critical', 'shift+c', keys.onCritical), label: texts.criticalPath, isHidden: false },
    { ...hidden('today', '.', keys.showToday), label: texts.today, isHidden: false },
  ])
}

/** Whether its work can rest on the way. */
function isSplittable({ isSummary, isMilestone, isHammock }: PlanRowView): boolean {
  return !isSummary && !isMilestone && !isHammock
}
