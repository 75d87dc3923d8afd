import type { PlanRowView } from '@millrace/contract'
import type { KeyCommand } from '../../../platform/keyboard.ts'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import { ZOOMS, type Zoom } from '../../../ui/index.ts'
import type { BarMoves } from '../components/bar-moves.ts'
import { isSplittable } from '../model/splits/is-splittable.ts'
import { texts } from '../texts.ts'
import { textsGestures } from '../texts-gestures.ts'
import { textsScenario } from '../texts-scenario.ts'
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
  /** Null: no scenario is open that a row could be left out of. */
  readonly onLeaveOut: ((row: PlanRowView) => void) | null
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
  const command = (id: string, keys: string, [label, run]: readonly [string, () => void]): KeyCommand => ({
    id: `plan.${id}`,
    keys,
    label,
    group: texts.plan,
    run,
  })
  const hidden = (...args: Parameters<typeof command>): KeyCommand => ({
    ...command(...args),
    isHidden: true,
  })
  const { keys: said } = textsGestures
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
    hidden('next', 'j', [said.next, () => step(1)]),
    hidden('down', 'ArrowDown', [said.next, () => step(1)]),
    hidden('previous', 'k', [said.previous, () => step(-1)]),
    hidden('up', 'ArrowUp', [said.previous, () => step(-1)]),
    hidden('fold', 'ArrowLeft', [said.fold, () => fold(true)]),
    hidden('unfold', 'ArrowRight', [said.unfold, () => fold(false)]),
    hidden('earlier', 'alt+ArrowLeft', [said.earlier, () => shiftBy(-1, 'both')]),
    hidden('later', 'alt+ArrowRight', [said.later, () => shiftBy(1, 'both')]),
    hidden('shorter', 'alt+shift+ArrowLeft', [said.shorter, () => shiftBy(-1, 'finish')]),
    hidden('longer', 'alt+shift+ArrowRight', [said.longer, () => shiftBy(1, 'finish')]),
    hidden('peek', 'Space', [said.peek, () => row && peek.open(row.key)]),
    hidden('open', 'Enter', [said.open, () => row && go(paths.item(slug, row.key))]),
    hidden('nearer', '+', [said.nearer, () => zoomBy(-1)]),
    hidden('further', '-', [said.further, () => zoomBy(1)]),
    command('frame', 'f', [texts.frame, () => row && keys.frame(row)]),
    command('links', 'shift+k', [texts.linksOf, () => row && keys.onLinks(row)]),
    command('split', 'shift+x', [textsSplit.command, () => row && isSplittable(row) && keys.onSplit(row)]),
    {
      ...command('leaveOut', 'Delete', [textsScenario.leaveOut, () => row && keys.onLeaveOut?.(row)]),
      isOn: () => keys.onLeaveOut !== null,
    },
    command('critical', 'shift+c', [texts.criticalPath, keys.onCritical]),
    command('today', '.', [texts.today, keys.showToday]),
  ])
}
